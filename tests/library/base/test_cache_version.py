from __future__ import annotations

import ast
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import postil
from postil.library.base import cache_version
from postil.library.base.cache_version import DECIDE, cache_key, digest

HOUSE = Path(postil.__file__).parent
UNDECIDED = {"errors", "store", "config", "files", "system_folders"}
"""What is imported where notes are placed, and has no say in it: it keeps, finds and reports."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copied = tmp_path_factory.mktemp("house") / "postil"
    shutil.copytree(HOUSE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    return copied


@pytest.fixture
def house(original: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "postil"
    shutil.copytree(original, copied)
    return copied


def rooms(house: Path) -> list[Path]:
    """Return one source of every folder of the packages that decide."""
    folders = {file.parent for name in DECIDE for file in (house / name).rglob("*.py")}
    return sorted(min(folder.glob("*.py")) for folder in folders)


def test_a_change_in_any_folder_of_a_package_that_decides_changes_the_digest(house: Path) -> None:
    met = {digest(house)}
    changed = rooms(house)
    assert house / "library/notes/__init__.py" in changed
    for count, room in enumerate(changed, 2):
        with room.open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        met.add(digest(house))
        assert len(met) == count, room


def test_a_change_that_keeps_the_size_changes_the_digest(house: Path) -> None:
    before = digest(house)
    room = house / "model/note.py"
    time = room.stat().st_mtime_ns
    os.utime(room, ns=(time, time + 1))
    assert digest(house) != before
    os.utime(room, ns=(time, time))
    assert digest(house) == before


def test_a_change_that_is_older_than_other_sources_changes_the_digest(house: Path) -> None:
    before = digest(house)
    os.utime(house / "anchoring/__init__.py", ns=(1, 1))
    assert digest(house) != before


def test_a_file_that_comes_goes_or_is_no_code_changes_the_digest(house: Path) -> None:
    met = [digest(house)]
    data = house / "lexicon/names.txt"
    data.write_text("Ada\n", "utf-8")
    met.append(digest(house))
    (house / "text/fold.py").unlink()
    met.append(digest(house))
    data.unlink()
    met.append(digest(house))
    assert len(set(met)) == len(met)


@pytest.mark.parametrize("file", ["tui/app.py", "text/__pycache__/fold.cpython-311.pyc"])
def test_what_has_no_say_in_it_changes_nothing(house: Path, file: str) -> None:
    before = digest(house)
    (house / file).parent.mkdir(exist_ok=True)
    (house / file).write_bytes(b"changed")
    assert digest(house) == before


def test_a_package_that_has_moved_away_is_missed(house: Path) -> None:
    (house / "anchoring").rename(house / "anchors")
    with pytest.raises(FileNotFoundError):
        digest(house)


def test_the_key_tells_the_sources_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    cache_key.cache_clear()
    try:
        assert cache_key() == f"{postil.__version__} {digest(HOUSE)}"
        monkeypatch.setattr(cache_version, "digest", lambda _: "another")
        assert "another" not in cache_key()
    finally:
        cache_key.cache_clear()


def imported(room: Path) -> Iterator[Path]:
    """Yield the sources of Postil that a source imports, wherever in it that is written."""
    for node in ast.walk(ast.parse(room.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postil."):
            folder = HOUSE.parent / (node.module or "").replace(".", "/")
            names = [folder, *(folder / alias.name for alias in node.names)]
            found = [*(one.with_suffix(".py") for one in names), folder / "__init__.py"]
            yield from (one for one in found if one.is_file())


def test_all_that_is_imported_where_notes_are_placed_is_in_the_key_or_has_no_say() -> None:
    ahead = [HOUSE / "library/notes/placing.py", HOUSE / "library/sources/governing.py"]
    seen: set[Path] = set()
    while ahead:
        room = ahead.pop()
        if room not in seen:
            seen.add(room)
            ahead += imported(room)
    packages = {room.relative_to(HOUSE).parts[0].removesuffix(".py") for room in seen}
    assert set(DECIDE) <= packages
    assert packages <= {*DECIDE, *UNDECIDED}
