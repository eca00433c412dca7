"""A query is completed from what is known, saved under a name, and asked again the next day."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care.local_state import open_home
from postil.library.catalogue import knowing, saved_queries
from postil.tui.screens.listing.frame import ListScreen
from tests.journeys.driving import Session, places, reading, shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    root.mkdir()
    for name, author in (("ice", "Ada Lindqvist"), ("bread", "Eva Lund")):
        head = f"---\ntitle: On {name}\nauthor: {author}\n---\n\n"
        (root / f"{name}.md").write_text(f"{head}Some words on {name}.\n", "utf-8")
    knowing.add(places(), [root])
    return root


def typed(s: Session) -> str:
    screen = next(one for one in reversed(s.app.screen_stack) if isinstance(one, ListScreen))
    return screen.line.value


async def test_a_query_is_saved_and_opened_the_next_day(folder: Path) -> None:
    async with shelf() as s:
        await s.type("author:lund")
        await s.press("ctrl+s")
        assert s.dialog == "AskLine"
        await s.type("lunds")
        await s.press("enter")
        assert s.dialog == "Shelf"
        assert "@lunds stands for it" in s.said
        await s.press("escape")
        assert "@lunds" in s.seen()
    async with shelf() as s:
        await s.press("up", "enter")
        assert typed(s) == "@lunds "
        assert "On bread" in s.seen()
        assert "On ice" not in s.seen()
        await s.press("enter")
        assert s.page.article.name == "bread.md"


async def test_a_name_that_is_taken_is_replaced_only_when_asked_again(folder: Path) -> None:
    saved_queries.save(open_home(places()), "mine", "author:lund")
    async with reading(folder / "ice.md") as s:
        await s.press("S", "ctrl+s")
        assert "no query yet" in s.said
        await s.type("tag:ice")
        await s.press("ctrl+s")
        await s.type("no name!")
        await s.press("enter")
        assert "letters, figures" in s.seen()
        await s.press("ctrl+u")
        await s.type("mine")
        await s.press("enter")
        assert "Enter again replaces it" in " ".join(s.seen().split())
        assert saved_queries.saved_queries(open_home(places()))["mine"] == "author:lund"
        await s.press("enter")
        assert s.dialog == "SearchScreen"
        assert saved_queries.saved_queries(open_home(places()))["mine"] == "tag:ice"


async def test_fields_and_values_are_chosen_from_a_list(folder: Path) -> None:
    async with shelf() as s:
        await s.press("ctrl+@")
        assert s.dialog == "QueryChoices"
        await s.type("author")
        await s.press("enter")
        assert typed(s) == "author:"
        await s.press("ctrl+@")
        assert "Ada Lindqvist" in s.seen()
        await s.press("down", "enter")
        assert typed(s) == 'author:"Eva Lund" '
        await s.type("rea")
        await s.press("ctrl+@")
        assert typed(s) == 'author:"Eva Lund" read:', "there was no choice"
        await s.press("ctrl+@", "escape")
        assert typed(s) == 'author:"Eva Lund" read:'
        await s.type("zzz")
        await s.press("ctrl+@")
        assert "Nothing that is known goes on" in s.said


async def test_what_is_chosen_stands_where_the_cursor_is(folder: Path) -> None:
    async with shelf() as s:
        await s.type("author:ev bread")
        await s.press(*["left"] * len(" bread"), "ctrl+@")
        assert typed(s) == 'author:"Eva Lund" bread'
        assert "On bread" in s.seen()
