"""A folder that cannot be listed is told of by what is the matter with it."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import rmtree

import pytest

from postil.config import Places
from postil.errors import NotAnArticle, NothingFound, NotThere
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.shelf.shelving import shelf
from postil.model.position import ReadingPosition
from tests.library.conftest import Spot


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


def test_an_article_whose_record_is_lost_lies_where_it_was_left_off(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    """A place is kept under the path and the text: together they tell where the article lies."""
    annotating.annotate(home, open_article, spot(open_article, "ice"), tags=["cold"])
    opening.close(home, open_article, ReadingPosition(10), 20)
    (ledger,) = (places.home / "notes").glob("*.json")
    raw = ledger.read_bytes()
    kept = raw.index(b'"notes":{')
    raw = raw[: raw.index(b'"articles"')].ljust(kept, b"\0") + raw[kept:]
    ledger.write_bytes(re.sub(rb'[ ,]"\d+":\{[^\n]*"digests"[^\n]*\n', b"\n", raw))
    rmtree(places.home / "backups", ignore_errors=True)
    for folder in (None, article.parent):
        row = next(row for row in shelf(open_home(places), folder) if row.path == article)
        assert (row.notes, row.tags, row.missing) == (1, ("cold",), False)
        assert row.progress is not None


def test_a_link_that_leads_in_a_circle_is_no_article(home: Home, tmp_path: Path) -> None:
    (tmp_path / "round.md").symlink_to("round.md")
    (tmp_path / "a.md").write_text("# A\n", "utf-8")
    assert [row.path for row in shelf(home, tmp_path)] == [tmp_path / "a.md"]
