"""The version of the terms changes with all that has a say in what is indexed, and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import postil
from postil.search.index import terms_version

HOUSE = Path(postil.__file__).parent
NO_SAY = {"model/values.py", "text/lazy_regex.py"}
"""What is imported there, and has no say in it."""


def imported(source: Path) -> set[Path]:
    """Return the sources of Postil that a source imports."""
    found = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postil."):
            file = HOUSE.parent / f"{(node.module or '').replace('.', '/')}.py"
            assert file.is_file(), node.module
            found.add(file)
    return found


def test_all_that_is_imported_where_terms_are_made_is_in_it() -> None:
    ahead = {HOUSE / "search/index/entries.py", HOUSE / "search/index/schema.py"}
    seen: set[Path] = set()
    while ahead:
        source = ahead.pop()
        seen.add(source)
        ahead |= imported(source) - seen
    names = {str(one.relative_to(HOUSE).as_posix()) for one in seen}
    assert names - NO_SAY == set(terms_version.DECIDE)


@pytest.mark.parametrize("name", terms_version.DECIDE)
def test_other_words_in_one_of_them_are_another_version(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in terms_version.DECIDE:
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one).write_bytes((HOUSE / one).read_bytes())
    monkeypatch.setattr(postil, "__file__", str(tmp_path / "__init__.py"))
    made = terms_version.terms_version.__wrapped__
    before = made()
    (tmp_path / name).touch()
    assert made() == before, "installed anew it says the same"
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert made() != before
