"""Rows of the shelf that are no articles, or have no file, and what the keys do to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care.local_state import open_home
from postil.library.catalogue import knowing, saved_queries
from tests.journeys.driving import places, shelf
from tests.journeys.library.test_shelf_keys import screen, titles


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """Return a watched folder of one article."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "quay.txt").write_text("What the quay had to say.\n", "utf-8")
    knowing.add(places(), [folder], watch=True)
    return folder


async def test_a_saved_query_has_no_state_no_tags_and_no_note(known: Path) -> None:
    saved_queries.save(open_home(places()), "quays", "quay")
    async with shelf() as s:
        await s.press("tab", "k")
        assert screen(s).list.pointed == 0
        before = dict(open_home(places()).articles())
        await s.press("r", "t")
        assert s.dialog == "Shelf"
        assert s.said == ""
        await s.press("a")
        assert s.dialog == "Shelf"
        assert "There is no article to write on here." in s.said
        assert dict(open_home(places()).articles()) == before
        assert titles(s) == ["@quays", "quay.txt"]


async def test_a_watched_folder_that_is_gone_is_a_row_that_is_no_article(known: Path) -> None:
    known.rename(known.with_name("moved"))
    async with shelf() as s:
        assert titles(s) == ["quay.txt", "texts/"]
        await s.press("tab", "d")
        assert titles(s) == ["texts/"], "the article in it can be forgotten"
        await s.press("d")
        assert titles(s) == ["texts/"], "the folder cannot"
        assert s.said == ""
        await s.press("enter")
        assert s.dialog == "Shelf"
        assert "texts/: its folder is not there." in s.said


async def test_an_article_of_a_folder_is_forgotten_but_stays_in_its_folder(known: Path) -> None:
    async with shelf(known) as s:
        await s.press("tab", "d")
        await s.settle()
        assert titles(s) == ["quay.txt"]
    async with shelf() as s:
        assert titles(s) == []


async def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    async with shelf(tmp_path) as s:
        assert "There is no article here yet." in s.seen()
        assert "there is no article in this folder" in s.said
        assert titles(s) == []
