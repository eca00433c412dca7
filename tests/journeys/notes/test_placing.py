"""Notes follow an article that was edited; those that lost their words are put back."""

from __future__ import annotations

from pathlib import Path

from postil.library.care import local_state
from postil.model.note import Colour
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import LARGE, SMALL, places, reading
from tests.journeys.harbour import GONE, WORDS, annotate


def lose(path: Path) -> None:
    """Take the words of a note out of the article, and write more before everything."""
    text = path.read_text("utf-8").replace(GONE, "The winter was short.")
    path.write_text(text.replace("An account of", "A long and careful account of"), "utf-8")


async def test_what_became_of_the_notes_is_told_once_for_each_version(harbour: Path) -> None:
    annotate(harbour, "Boats lay in the ice for nine weeks.", "How long?")
    annotate(harbour, WORDS, "Who says so?")
    lose(harbour)
    async with reading(harbour) as s:
        assert "This article has changed. 2 notes: 1 moved, 1 without a place." in s.said
        assert "! 1 without a place" in s.status()
        await s.press("q")
    async with reading(harbour) as s:
        assert s.said == ""
        assert "! 1 without a place" in s.status()


async def test_a_note_that_lost_its_words_is_put_back_by_keys(harbour: Path) -> None:
    annotate(harbour, "Boats lay in the ice for nine weeks.", "How long?")
    lost = annotate(harbour, WORDS, "Who says so?")
    lose(harbour)
    async with reading(harbour, SMALL) as s:
        await s.press("tab")
        assert s.page.marks.note_now != lost
        await s.press("tab")
        assert s.page.marks.note_now == lost
        assert "! Without a place: “Nobody sold bread that" in s.seen()
        assert "P put back" in s.seen()
        await s.press("P")
        assert s.page.selection is not None
        assert "Choose the words for the note on “Nobody sold" in s.seen()
        assert "thinner and grey" in s.seen(), "the page shows where the words stood"
        while s.chosen != "The winter was short.":
            await s.press(")")
        await s.press("enter")
        assert s.said == "Note placed; u takes it back."
        assert s.page.marks.note_now == lost
        assert s.page.selection is None
        note = next(one for one in s.notes() if one.id == lost)
        assert (note.anchor.quote, note.body) == ("The winter was short.", "Who says so?")
        assert {one.note.id: one.placement.state for one in s.reader.parts.notes.placed}[
            lost
        ] == "same"
        assert "without a place" not in s.status()
        await s.press("u")
        assert s.status().startswith("! Without a place")
        assert "P put back" in s.seen(), "the keys that work are those of such a note again"
        await s.press("ctrl+r")
        assert "without a place" not in s.status()
        assert "P put back" not in s.seen()


async def test_esc_leaves_off_placing_and_the_note_is_as_it_was(harbour: Path) -> None:
    lost = annotate(harbour, WORDS)
    before = local_state.open_home(places()).notes()[lost]
    lose(harbour)
    async with reading(harbour) as s:
        await s.press("tab", "enter")
        assert s.page.selection is not None, "Enter puts back as well"
        await s.press("escape")
        assert s.page.selection is None
        assert s.page.marks.note_now == lost
        await s.press("P")
        await s.find("winter was short")
        assert s.page.selection is not None or "Choose the words" in s.seen()
        await s.press("escape")
        assert "Choose the words" not in s.seen()
        await s.press("escape", "escape", "v", "enter")
        assert len(s.notes()) == 2, "Enter marks again"
        assert local_state.open_home(places()).notes()[lost] == before


async def test_a_note_without_a_place_is_deleted_and_brought_back(harbour: Path) -> None:
    lost = annotate(harbour, WORDS)
    lose(harbour)
    async with reading(harbour) as s:
        await s.press("tab", "d")
        assert s.notes() == []
        assert "without a place" not in s.status()
        await s.press("u")
        assert s.only().id == lost
        assert "! 1 without a place" in s.status()


async def test_no_other_words_are_copied_for_a_note_without_a_place(harbour: Path) -> None:
    annotate(harbour, WORDS)
    lose(harbour)
    async with reading(harbour) as s:
        await s.press("tab")
        for key, what in (("c", "cited"), ("y", "copied"), ("C", "cited")):
            await s.press(key)
            assert s.said == f"This note has no place here, so nothing is {what}; P puts it back."
            assert s.clipboard == ""
            assert s.dialog == "ReaderScreen"
        await s.press("v", "y")
        await s.until(lambda: s.clipboard, "the words")


async def test_the_margin_shows_below_the_text_what_has_no_place(harbour: Path) -> None:
    annotate(harbour, "Bread is still sold from the decks", "Still?")
    annotate(harbour, WORDS, "Who says so?")
    lose(harbour)
    async with reading(harbour, LARGE) as s:
        assert "! 1 note without a place" in s.seen(), "the last row of the margin"
        assert "Who says so?" not in s.seen()
        await s.press("G")
        await s.until(lambda: "Who says so?" in s.seen(), "the end of the margin")
        assert "“Nobody sold bread that year" in s.seen()
        assert "from paragraph 1 of “The" in s.seen()
        assert s.seen().index("Still?") < s.seen().index("Who says so?")
        await s.press("g", "m", "j")
        await s.until(lambda: "thinner and grey." in s.seen(), "what stood around the words")
        await s.press("enter")
        assert s.page.has_focus
        assert s.status().startswith("! Without a place")


async def test_changed_words_are_marked_and_can_be_accepted(harbour: Path) -> None:
    ident = annotate(harbour, "Boats lay in the ice for nine weeks.", "How long?")
    text = harbour.read_text("utf-8")
    harbour.write_text(text.replace("in the ice for nine weeks", "in the ice for ten weeks"))
    async with reading(harbour, LARGE) as s:
        (placed,) = s.reader.parts.notes.placed
        assert placed.placement.state == "changed"
        assert "1 note: on changed words" in s.said
        assert "≠ words changed" in s.seen()
        await s.press("tab")
        assert "≠ Its words have changed; they were “Boats lay" in s.seen()
        assert "they were “Boats lay in the" in s.seen()
        await s.press("P")
        assert s.chosen == "Boats lay in the ice for ten weeks."
        await s.press("enter")
        (placed,) = s.reader.parts.notes.placed
        assert (placed.note.id, placed.placement.state) == (ident, "same")
        assert s.only().anchor.quote == "Boats lay in the ice for ten weeks."
        assert "≠" not in s.seen()
        await s.press("u")
        assert s.only().anchor.quote == "Boats lay in the ice for nine weeks."
        assert "≠ words changed" in s.seen()


async def test_a_placed_note_can_be_put_on_other_words(harbour: Path) -> None:
    ident = annotate(harbour, "Boats lay in the ice for nine weeks.", colour=Colour.PINK)
    async with reading(harbour) as s:
        await s.press("tab", "P", "x", "w", "3")
        assert s.only().id == ident
        assert s.only().anchor.quote == "lay in the ice for nine weeks."
        assert s.only().colour == Colour.PINK, "a digit does not recolour what is placed"


async def test_the_browser_shows_what_stood_around_and_goes_to_the_note(harbour: Path) -> None:
    lost = annotate(harbour, WORDS, "Who says so?")
    lose(harbour)
    async with reading(harbour) as s:
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the browser")
        await s.settle()
        assert "! orphan" in s.seen()
        assert "It stood in paragraph 1 of “The Second Winter”" in s.seen()
        await s.press("enter")
        assert s.page.marks.note_now == lost
        assert s.status().startswith("! Without a place")


async def test_placing_needs_a_note_and_words(harbour: Path) -> None:
    lost = annotate(harbour, WORDS)
    async with reading(harbour) as s:
        await s.press("P")
        assert s.said == "No note here to place: Tab goes to the next one."
        await s.press("tab", "P")
        assert s.chosen.replace("\n", " ") == WORDS
        s.page.selecting.choose(None)
        await s.press("enter")
        assert s.said.startswith("Choose the words first")
        assert s.only().id == lost


def test_the_article_is_as_the_journeys_expect() -> None:
    assert GONE in HARBOUR
