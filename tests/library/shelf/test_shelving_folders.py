"""A folder that cannot be listed is told of by what is the matter with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import NotAnArticle, NothingFound, NotThere
from postil.library.care.local_state import Home
from postil.library.shelf.shelving import shelf


@pytest.mark.parametrize(
    "name",
    ["gone", "x" * 5000, "a\0b", "file.txt/inside"],
    ids=["gone", "too long", "with a null", "within a file"],
)
def test_a_folder_that_is_not_there_or_could_not_be_is_not_there(
    home: Home, tmp_path: Path, name: str
) -> None:
    """A name may be longer than the system takes, or have a letter in it that no name has."""
    (tmp_path / "file.txt").write_text("Some words.\n", "utf-8")
    with pytest.raises(NotThere, match="there is no such folder"):
        list(shelf(home, tmp_path / name))


def test_a_file_is_no_folder_and_an_empty_folder_has_nothing(home: Home, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("Some words.\n", "utf-8")
    with pytest.raises(NotAnArticle, match="this is no folder"):
        list(shelf(home, tmp_path / "file.txt"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingFound):
        list(shelf(home, tmp_path / "empty"))
