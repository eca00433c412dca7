"""H leads back to the article that was left for a hit or a note, to the very place."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.span import Span
from tests.journeys.driving import Session, places, reading, shelf


@pytest.fixture
def noted(linked: Path) -> Path:
    """Return an article with a note on it."""
    home = local_state.open_home(places())
    opened = opening.read(home, linked)
    at = opened.article.length // 2
    annotating.annotate(home, opened, Span(at, at + 20), body="About ferries alone.")
    return linked


async def there(s: Session, path: Path) -> None:
    """Wait until an article is open."""
    await s.until(lambda: s.dialog == "ReaderScreen" and s.reader.path == path, path.name)
    await s.until(lambda: s.reader.stage.open_article is not None, "the article")
    await s.settle()


async def test_from_a_note_of_another_article_back_and_forth(harbour: Path, noted: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]")
        left = s.top()
        await s.press("B", "ctrl+l")
        await s.until(lambda: "ferries alone" in s.seen(), "the notes")
        await s.type("ferries alone")
        await s.press("enter")
        await there(s, noted)
        await s.press("H")
        await there(s, harbour)
        assert s.top() == left
        await s.press("L")
        await there(s, noted)
        await s.press("H")
        await there(s, harbour)
        await s.press("H", "H")
        assert s.page.viewport.top_offset() == 0, "the jumps within the article go on from there"


async def test_from_a_hit_of_another_article_back(harbour: Path, noted: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]")
        left = s.top()
        await s.press("S")
        await s.type("note:ferries")
        await s.until(lambda: "alone" in s.seen(), "the hit")
        await s.press("enter")
        await there(s, noted)
        await s.press("H")
        await there(s, harbour)
        assert s.top() == left


async def test_from_the_shelf_there_is_nowhere_to_go_back_to_but_the_shelf(noted: Path) -> None:
    async with shelf(noted.parent) as s:
        await s.press("enter")
        await there(s, noted)
        await s.press("H")
        assert s.said == "No jump to go back to."
        await s.press("q")
        assert s.dialog == "Shelf"


async def test_an_article_that_cannot_be_opened_is_not_gone_to_and_leaves_no_trace(
    harbour: Path, noted: Path
) -> None:
    async with reading(harbour) as s:
        screen = s.reader
        s.reader.parts.leaving.go(noted.with_name("gone.md"), None)
        await s.settle()
        assert "gone.md" in s.said
        await s.press("H")
        assert s.reader is screen
