"""Passages side by side are walked through by page, by column and with the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.tui.screens.notes import browser, columns
from postil.tui.screens.notes.compare import CompareScreen
from postil.tui.screens.notes.compare_view import CompareView
from tests.journeys.driving import LARGE, Session, places, reading
from tests.journeys.harbour import FIRST, ICE, SECOND, THIRD, annotate


async def compare(s: Session) -> CompareView:
    """Compare the notes of the article, and return the view of their passages."""
    await s.press("B")
    await s.opened("NotesScreen")
    await s.press("tab", "=")
    await s.opened("CompareScreen")
    return s.app.screen.query_one(CompareView)


def cell(s: Session, view: CompareView, words: str) -> tuple[int, int]:
    """Return where in the view some words begin."""
    for y, line in enumerate(s.seen().split("\n")):
        if words in line:
            return line.index(words) - view.region.x, y - view.region.y
    raise AssertionError(f"{words} is not seen:\n{s.seen()}")


async def test_passages_are_pointed_at_by_page_and_from_end_to_end(harbour: Path) -> None:
    ids = [annotate(harbour, one, "Why? " * 60) for one in (FIRST, SECOND, THIRD)]
    async with reading(harbour, (80, 14)) as s:
        view = await compare(s)
        assert view.note == ids[0]
        await s.press("pagedown")
        assert view.note == ids[1], "a page is about as long as a passage with its note"
        assert view.scroll_y > 0, "it is scrolled to"
        await s.press("end", "pagedown")
        assert view.note == ids[2], "there is none below the last"
        await s.press("pageup")
        assert view.note == ids[1]
        await s.press("home", "pageup", "k")
        assert view.note == ids[0], "there is none above the first"
        assert round(view.scroll_y) == 0
        await s.press("l")
        assert view.note == ids[0], "there is no column beside"


async def test_a_click_points_at_a_passage_and_another_goes_to_it(harbour: Path) -> None:
    first, third, ice = (annotate(harbour, one) for one in (FIRST, THIRD, ICE))
    async with reading(harbour, LARGE) as s:
        view = await compare(s)
        assert view.note == first
        await s.pilot.click(view, offset=cell(s, view, "Nobody sold bread"))
        await s.settle()
        assert view.note == ice
        await s.press("h")
        assert view.note == first
        await s.pilot.click(view, offset=cell(s, view, "Some came twice"))
        await s.settle()
        assert view.note == third
        await s.pilot.click(view, offset=(3, view.size.height - 1))
        await s.settle()
        assert view.note == third, "there is no passage below"
        assert s.dialog == "CompareScreen"
        await s.pilot.click(view, offset=cell(s, view, "Some came twice"))
        await s.settle()
        assert s.dialog == "ReaderScreen"
        assert s.page.marks.note_now == third


async def test_where_there_are_no_passages_no_key_leads_anywhere(harbour: Path) -> None:
    home = local_state.open_home(places())
    annotating.annotate(home, opening.read(home, harbour), None, body="All of it.")
    async with reading(harbour) as s:
        view = await compare(s)
        assert "there is no passage to compare" in " ".join(s.seen().split())
        await s.press("pagedown", "end", "home", "l", "j", "enter")
        await s.pilot.click(view, offset=(2, 2))
        await s.settle()
        assert s.dialog == "CompareScreen"
        assert view.note == ""
        await s.press("q")
        assert s.dialog == "NotesScreen"


async def test_more_passages_than_are_compared_are_counted_and_each_is_looked_up(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "MOST_COMPARED", 21)
    ids = [annotate(harbour, FIRST, f"Thought {number}.") for number in range(22)]
    async with reading(harbour) as s:
        view = await compare(s)
        await s.until(lambda: view.canvas is not None and len(view.canvas.passages) == 21)
        assert "Compare all: the first 21 passages of 22, 1 source" in s.seen()
        assert view.canvas is not None
        assert {one.note for one in view.canvas.passages} < set(ids)


async def test_columns_set_for_fewer_passages_never_replace_those_for_more(harbour: Path) -> None:
    for number in range(21):
        annotate(harbour, FIRST, f"Thought {number}.")
    async with reading(harbour) as s:
        view = await compare(s)
        await s.until(lambda: view.canvas is not None and len(view.canvas.passages) == 21)
        screen = s.app.screen
        assert isinstance(screen, CompareScreen)
        width = view.scrollable_content_region.width
        late = columns.set_in_columns([], width, view.inks(), str)
        screen.post_message(screen.Set([], width, late))
        await s.settle()
        assert view.canvas is not None
        assert len(view.canvas.passages) == 21
