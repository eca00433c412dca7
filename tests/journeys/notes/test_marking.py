"""Marking and tagging passages, and looking for what came of it on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil import config
from postil.model.note import Colour
from postil.tui.screens.reader.parts import Parts
from postil.tui.startup.loading_article import open_article
from tests.journeys.driving import LARGE, SMALL, Told, reading
from tests.journeys.harbour import FIRST, SECOND


@pytest.mark.parametrize(("key", "colour"), list(zip("12345", Colour, strict=True)))
async def test_a_digit_marks_what_is_chosen_in_that_colour(
    harbour: Path, key: str, colour: Colour
) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", key)
        note = s.only()
        assert (note.anchor.quote, note.colour, note.body) == (FIRST, colour, "")
        assert s.chosen == ""
        assert s.page.marks.note_now == note.id


async def test_enter_marks_with_the_last_colour_even_after_a_restart(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "4")
        await s.press("escape", "v", ")", "enter")
        assert [note.colour for note in s.notes()] == [Colour.PINK, Colour.PINK]
    async with reading(harbour) as s:
        await s.find("eleven")
        await s.press("v", "enter")
        assert s.notes()[-1].colour is Colour.PINK


async def test_a_count_before_enter_marks_the_paragraph(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "3")
        assert "Enter marks in colour" in s.seen()
        await s.press("enter")
        note = s.only()
        assert note.colour is Colour.BLUE
        assert note.anchor.quote == s.page.article.blocks[s.page.current].text


async def test_marking_the_same_words_again_recolours_the_note(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "1", "escape", "v", "2")
        assert s.only().colour is Colour.GREEN
        await s.press("5", "enter")
        assert s.only().colour is Colour.ORANGE
        await s.press("5", "enter")
        assert s.said.startswith("Already marked orange")
        assert s.only().colour is Colour.ORANGE


async def test_notes_may_overlap_and_all_are_seen(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("]", "}", "V", "1")
        await s.choose("nine weeks. The ferrymen")
        await s.press("2")
        await s.choose("ferrymen sold bread")
        await s.press("3")
        shown = s.seen()
        assert "●+" in shown, "more than two in the gutter are summed up"
        for sign in "●◊▲":
            assert f"{sign} highlight" in shown, "the margin shows each"
        first, second, third = (note.id for note in s.notes())
        await s.press("escape", "tab")
        assert s.page.marks.note_now == first
        await s.press("tab")
        assert s.page.marks.note_now == second
        await s.press("2", "tab")
        assert s.page.marks.note_now == first
        await s.press("shift+tab")
        assert s.page.marks.note_now == third
        await s.click("The ferrymen")
        assert s.page.marks.note_now == second
        await s.click("bread")
        assert s.page.marks.note_now == third
        await s.click("Some came")
        assert s.page.marks.note_now == first


async def test_with_no_note_tab_says_how_to_make_one(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("tab")
        assert s.said.startswith("No notes in this article yet")
        await s.press("d")
        assert s.said.startswith("No note here to delete")


async def test_tags_are_made_found_by_a_few_letters_and_taken_off(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "t")
        assert s.dialog == "TagPicker"
        await s.type("trade routes")
        await s.press("enter")
        await s.type("ice")
        await s.press("enter", "enter")
        assert s.dialog == "ReaderScreen"
        assert s.only().tags == ("trade routes", "ice")
        await s.press("escape", "v", ")", "t")
        await s.type("trou")
        await s.press("enter", "enter")
        first, second = s.notes()
        assert second.anchor.quote == SECOND
        assert second.tags == ("trade routes",)
        await s.press("t")
        await s.type("trade")
        await s.press("enter", "enter")
        assert s.notes()[1].tags == ()
        assert s.said == "Tags taken off; u takes it back."
        await s.press("t")
        await s.type("put on")
        await s.press("enter", "escape")
        assert s.notes()[1].tags == ("put on",), "Esc gives nothing up"
        assert s.said == "Tagged put on; u takes it back."
        await s.press("u", "t")
        await s.type("only typed")
        await s.press("escape")
        assert s.notes()[1].tags == ()
        assert s.said == "“only typed” was typed, not put on: in the list Enter does that."
        assert s.notes()[0].id == first.id


async def test_the_same_tags_go_on_again(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("T")
        assert s.said.startswith("No tags were used yet")
        await s.press("]", "}", "v", "t")
        await s.type("weather")
        await s.press("enter", "enter", "escape")
        await s.press("v", ")", "T")
        assert [note.tags for note in s.notes()] == [("weather",), ("weather",)]
    async with reading(harbour) as s:
        await s.find("eleven")
        await s.press("v", "T")
        assert s.notes()[-1].tags == ("weather",)


async def test_keys_act_on_the_only_note_of_the_paragraph_and_ask_among_several(
    harbour: Path,
) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "1", "escape")
        await s.press("t")
        await s.type("one")
        await s.press("enter", "enter", "escape")
        assert s.only().tags == ("one",)
        await s.press("v", ")", "1", "escape", "d")
        assert s.dialog == "ChooseOne"
        await s.press("down", "enter")
        assert [note.anchor.quote for note in s.notes()] == [FIRST]
        await s.press("d")
        assert s.notes() == []


async def test_a_note_is_deleted_and_brought_back_even_after_a_restart(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "2", "d")
        assert s.notes() == []
        assert "u brings it back" in s.said
        assert not s.page.marks.highlights
        await s.press("u")
        assert s.only().colour is Colour.GREEN
        assert len(s.page.marks.highlights) == 1
        await s.press("ctrl+r")
        assert s.notes() == []
    async with reading(harbour) as s:
        await s.press("u")
        assert s.only().anchor.quote == FIRST
        assert s.said.startswith("Undone: deletion of the ")
        await s.press("u")
        assert s.notes() == []
        await s.press("u")
        assert s.said == "Undo: no change is left to take back."
        await s.press("ctrl+r", "ctrl+r")
        assert s.notes() == []
        await s.press("ctrl+r")
        assert s.said == "Redo: no change was taken back last."


async def test_every_change_is_taken_back_in_its_turn(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "1")
        await s.press("3", "enter")
        await s.press("t")
        await s.type("ice")
        await s.press("enter", "enter")
        await s.press("a")
        await s.type("Compare.")
        await s.press("ctrl+s")
        note = s.only()
        assert (note.colour, note.tags, note.body) == (Colour.BLUE, ("ice",), "Compare.")
        await s.press("u")
        assert (s.only().tags, s.only().body) == (("ice",), "")
        await s.press("u")
        assert (s.only().colour, s.only().tags) == (Colour.BLUE, ())
        await s.press("u")
        assert s.only().colour is Colour.YELLOW
        await s.press("u")
        assert s.notes() == []
        await s.press("ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r")
        again = s.only()
        assert (again.id, again.colour, again.tags, again.body) == (
            note.id,
            note.colour,
            note.tags,
            note.body,
        )


async def test_a_key_that_comes_before_anything_is_begun_does_no_harm(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Parts, "begin", lambda self: None)
    settings = config.load(os.environ)
    opened = open_article(settings, harbour, None)
    app = Told(settings, lambda app: app.reader(opened))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("}", "3", "enter", "u", "tab", "d")
        await pilot.pause()
        assert app.is_running
        app.exit()
    assert app.return_code == 0
