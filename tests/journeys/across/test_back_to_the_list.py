"""From an opened hit q leads to the hits, and then to where the reader came from."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from postil.library.catalogue import knowing
from postil.tui.screens.listing.frame import ListScreen
from tests.journeys.driving import Session, places, reading, shelf
from tests.journeys.harbour import ICE, annotate

FERRIES = """# Ferries

Bread was carried over.

The boats came once a day, and there was bread in each of them.
"""


@pytest.fixture
def known(harbour: Path) -> Path:
    """Return a second article beside the first; both are known."""
    path = harbour.with_name("ferries.md")
    path.write_text(FERRIES, "utf-8")
    knowing.add(places(), [harbour.parent])
    return path


def listing(s: Session) -> ListScreen[object]:
    screen = s.app.screen
    assert isinstance(screen, ListScreen), s.seen()
    return screen


def hit(s: Session, number: int) -> bool:
    return f"hit {number}/" in s.status()


async def there(s: Session, path: Path) -> None:
    """Wait until an article is open."""
    await s.until(lambda: s.dialog == "ReaderScreen" and s.reader.path == path, path.name)
    await s.until(lambda: s.reader.stage.open_article is not None, "the article")
    await s.settle()


async def test_from_the_shelf_over_the_hits_and_back(known: Path, harbour: Path) -> None:
    async with shelf(known.parent) as s:
        await s.press("ctrl+f")
        await s.type("bread title:ferries")
        await s.press("enter")
        await there(s, known)
        assert "hit 1/2" in s.status()
        assert "n next match" in s.seen()
        await s.press("n", "q")
        assert s.dialog == "SearchScreen"
        assert listing(s).line.value == "bread title:ferries"
        assert listing(s).list.has_focus, "so that q does not go into the query"
        assert listing(s).list.pointed == 1, "where the reader has walked to"
        await s.press("k", "enter")
        await there(s, known)
        assert "hit 1/2" in s.status()
        await s.press("q", "q")
        assert s.dialog == "Shelf"


async def test_from_an_article_over_the_hits_of_another_and_back(
    known: Path, harbour: Path
) -> None:
    async with shelf(known.parent) as s:
        await s.type("harbour")
        await s.press("enter")
        await there(s, harbour)
        await s.press("]")
        left = s.top()
        await s.press("S")
        await s.type("bread title:ferries")
        await s.press("enter")
        await there(s, known)
        await s.press("q")
        assert s.dialog == "SearchScreen"
        await s.press("q")
        await there(s, harbour)
        assert s.top() == left
        await s.press("q")
        assert s.dialog == "Shelf"


async def test_a_hit_in_the_article_that_was_open_is_no_other_place(
    known: Path, harbour: Path
) -> None:
    async with shelf(known.parent) as s:
        await s.type("ferries")
        await s.press("enter")
        await there(s, known)
        await s.press("S")
        await s.type("bread title:ferries")
        await s.press("enter", "q")
        assert s.dialog == "Shelf"


async def test_from_a_note_and_from_a_passage_of_a_source(known: Path, harbour: Path) -> None:
    annotate(harbour, ICE, "Rationing?")
    async with reading(known) as s:
        await s.press("B", "ctrl+l")
        await s.press("enter")
        await there(s, harbour)
        await s.press("q")
        assert s.dialog == "NotesScreen"
        await s.press("q")
        await there(s, known)
        await s.press("@", "ctrl+l")
        await s.type("lindqvist")
        await s.press("enter")
        assert s.dialog == "PassagesScreen"
        await s.press("enter")
        await there(s, harbour)
        await s.press("q")
        assert s.dialog == "PassagesScreen"
        await s.press("q")
        assert s.dialog == "SourcesScreen"
        await s.press("escape")
        await there(s, known)


async def test_a_jump_is_no_hit_and_q_leaves_what_it_has_opened(known: Path, harbour: Path) -> None:
    async with shelf(known.parent) as s:
        await s.type("harbour")
        await s.press("enter")
        await there(s, harbour)
        await s.press("S")
        await s.type("bread title:ferries")
        await s.press("enter")
        await there(s, known)
        await s.press("H")
        await there(s, harbour)
        await s.press("q")
        assert s.dialog == "Shelf"


async def test_a_jump_back_to_a_hit_in_another_article_leads_to_the_hits_as_well(
    known: Path, harbour: Path
) -> None:
    async with shelf(known.parent) as s:
        await s.press("ctrl+f")
        await s.type("bread OR ice")
        await s.press("enter")
        await s.until(lambda: s.dialog == "ReaderScreen" and "hit 1/" in s.status(), "the hit")
        first = s.reader.path
        met = 1
        while s.reader.path == first:
            await s.press("n")
            met += 1
            await s.until(partial(hit, s, met), "the next hit")
        await s.press("H")
        await s.until(lambda: s.dialog == "ReaderScreen" and s.reader.path == first, "the first")
        await s.until(lambda: f"hit {met - 1}/" in s.status(), "the hit that was left")
        await s.press("n")
        await s.until(lambda: f"hit {met}/" in s.status(), "the walk goes on from there")
        await s.press("H")
        await s.until(lambda: s.dialog == "ReaderScreen" and s.reader.path == first, "the first")
        await s.settle()
        await s.press("q")
        assert s.dialog == "SearchScreen"
        await s.press("q")
        assert s.dialog == "Shelf"


async def test_the_count_of_hits_follows_jumps_back_and_forth(known: Path, harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("S")
        await s.type("bread")
        await s.press("enter")
        await s.until(lambda: "hit 1/" in s.status(), "the hit")
        first = s.page.overlays.match_now
        await s.press("n")
        assert "hit 2/" in s.status()
        second = s.page.overlays.match_now
        await s.press("H")
        assert "hit 1/" in s.status()
        assert s.page.overlays.match_now == first
        await s.press("L")
        assert "hit 2/" in s.status()
        assert s.page.overlays.match_now == second
        await s.press("H", "n")
        assert "hit 2/" in s.status(), "the walk goes on from there"
        await s.press("H", "H")
        assert "hit" not in s.status(), "where the reader was before the search"
