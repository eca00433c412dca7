"""The verb import: what comes in is told, and before anything is written with --dry-run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil

CLIPPINGS = (
    "{title} (Somebody)\n- Your Highlight on page 1 | Location 1-2 | Added on Sunday, "
    "February 4, 2018 7:08:09 PM\n\nsailed between two harvests\n==========\n"
    "{title} (Somebody)\n- Your Bookmark on page 2 | Location 9 | Added on x\n\n\n==========\n"
)


@pytest.fixture
def clippings(tmp_path: Path, article: Path, postil: Postil) -> Path:
    assert postil("add", article).status == 0
    path = tmp_path / "My Clippings.txt"
    path.write_text(CLIPPINGS.format(title="Some title"), "utf-8")
    return path


def test_what_comes_in_is_told_and_is_there(clippings: Path, postil: Postil) -> None:
    done = postil("import", clippings)
    assert done.status == 0
    assert done.out == (
        "My Clippings.txt (kindle): 1 note came in, 1 thing left out that is no note.\n"
        "postil undo takes this back.\n"
    )
    (note,) = postil("notes", "--json").records
    assert (note["quote"], note["state"]) == ("sailed between two harvests", "same")
    again = postil("import", clippings)
    assert again.out.startswith("My Clippings.txt (kindle): 0 notes came in, 1 known already")
    assert postil("undo").status == 0
    assert postil("notes").status == 1


def test_a_dry_run_says_so_and_writes_nothing(clippings: Path, postil: Postil) -> None:
    done = postil("import", "--dry-run", clippings)
    assert "1 note would come in" in done.out
    assert "undo" not in done.out
    assert postil("notes").status == 1


def test_programs_are_told_by_numbers(clippings: Path, postil: Postil) -> None:
    (row,) = postil("import", clippings, "--json").records
    assert (row["format"], row["new"], row["orphans"], row["skipped"]) == ("kindle", 1, 0, 1)


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("Just words.", (), "it is in no form of notes that Postil knows"),
        ("Just words.", ("--format", "nook"), "--format nook: there is no such format"),
        ("{", ("--format", "w3c"), "it is no JSON"),
        (None, (), "no such file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    content: str | None, line: tuple[str, ...], told: str, postil: Postil, tmp_path: Path
) -> None:
    path = tmp_path / "file.bin"
    if content is not None:
        path.write_text(content)
    done = postil("import", path, *line)
    assert done.status == 2
    assert told in done.err
    assert done.err.count("\n") == 1
