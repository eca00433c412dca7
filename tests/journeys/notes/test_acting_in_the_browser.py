"""Keys of the notes browser where there is little or nothing for them to act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.span import Span
from postil.tui.screens.notes.note_rows import NoteRowList
from tests.journeys.driving import LARGE, Session, places, reading
from tests.journeys.harbour import FIRST, SECOND, annotate
from tests.journeys.notes.test_machines import annotate as written
from tests.journeys.notes.test_machines import come_apart, machine


async def browse(s: Session) -> NoteRowList:
    """Open the browser with the focus on its list, and return that."""
    await s.press("B")
    await s.opened("NotesScreen")
    await s.press("tab")
    return s.app.screen.query_one(NoteRowList)


async def test_notes_deleted_meanwhile_leave_a_list_in_which_no_key_acts(harbour: Path) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour) as s:
        rows = await browse(s)
        annotating.delete(s.app.open_home(), s.notes())
        await s.press("3")
        assert s.said == "These notes have been deleted meanwhile."
        assert rows.rows == []
        rows.focus()
        for key in ("4", "d", "t", "a", "y", "c", "s"):
            s.app.said.clear()
            await s.press(key)
            assert s.said == "There is no note here.", key
        await s.press("ctrl+b", "=")
        assert s.dialog == "NotesScreen"
        assert s.clipboard == ""


async def test_a_change_that_changes_nothing_says_so_and_is_no_step(harbour: Path) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("2", "2")
        assert s.said == "It was so already."
        now = s.only().colour
        await s.press("u")
        assert s.only().colour != now, "one step takes the one change back"
        await s.press("ctrl+r")
        assert s.only().colour == now
        await s.press("ctrl+r")
        assert s.said == "Redo: no change was taken back last."
        await s.press("u", "u")
        assert s.notes() == []


async def test_tags_of_several_notes_are_told_as_they_are_written(harbour: Path) -> None:
    annotate(harbour, FIRST)
    annotate(harbour, SECOND)
    async with reading(harbour) as s:
        await browse(s)
        assert "1-5 colour" in s.seen()
        await s.press("asterisk", "t")
        await s.opened("TagPicker")
        assert "2 notes: \u201c" in s.seen()
        await s.type("winter")
        await s.press("enter", "escape")
        await s.until(lambda: s.said == "2 notes tagged winter; u takes it back.", s.said)
        await s.press("t", "down", "enter", "up")
        await s.type("bread")
        await s.press("enter", "escape")
        said = "2 notes tagged bread, no longer winter; u takes it back."
        await s.until(lambda: s.said == said, s.said)
        assert {note.tags for note in s.notes()} == {("bread",)}
        await s.press("d")
        await s.opened("Confirm")
        named = [line for line in s.seen().splitlines() if line.strip()[:1] == "·"]
        assert len(named) == 2
        assert any(line.rstrip().endswith("\u2026") for line in named), "on one line each"


async def test_a_source_is_corrected_from_the_list_and_a_draft_of_it_is_dropped(
    harbour: Path,
) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("s")
        await s.opened("SourceDialog")
        await s.press("e", "ctrl+u")
        await s.type("Ada Lind")
        await s.press("ctrl+s")
        assert s.said == "Source corrected; u takes it back."
        assert s.dialog == "NotesScreen"
        await s.press("s")
        await s.opened("SourceDialog")
        assert "Ada Lind" in s.seen()
        assert "your correction" in s.seen()
        await s.press("escape", "u", "s")
        await s.opened("SourceDialog")
        assert "Ada Lindqvist" in s.seen()
        assert "your correction" not in s.seen()


async def test_a_note_on_the_whole_article_has_no_source_and_is_known_by_its_words(
    harbour: Path,
) -> None:
    home = local_state.open_home(places())
    annotating.annotate(home, opening.read(home, harbour), None, body="All of it.")
    for words in (FIRST, SECOND):
        annotate(harbour, words)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("g", "s")
        assert s.dialog == "NotesScreen"
        assert "whole article" in s.said
        await s.press("*", "d")
        await s.opened("Confirm")
        assert "· All of it." in s.seen()
        await s.press("n", "c")
        assert FIRST[:-1] in s.clipboard
        assert "All of it." not in s.clipboard


async def test_more_notes_than_are_named_are_counted_when_they_are_deleted(harbour: Path) -> None:
    home = local_state.open_home(places())
    opened = opening.read(home, harbour)
    for number in range(11):
        annotating.annotate(home, opened, None, body=f"Number {number}.")
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("*", "d")
        await s.opened("Confirm")
        assert "and 2 notes more" in s.seen()
        await s.press("y")
        assert s.notes() == []
        assert s.said == "11 notes deleted; u takes it back."


async def test_a_way_to_cite_that_is_preferred_in_the_list_is_that_of_c_there(
    harbour: Path,
) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("C")
        await s.opened("CiteChooser")
        await s.type("bibtex")
        await s.press("enter")
        await s.until(lambda: s.clipboard.lstrip().startswith("@"), "the entry")
        assert "from now on" not in s.said
        await s.press("C")
        await s.opened("CiteChooser")
        await s.type("mhra")
        await s.press("tab", "ctrl+s")
        await s.until(lambda: "c copies the note in MHRA from now on." in s.said, "the choice")
        preferred = s.clipboard
        assert preferred.startswith("Ada Lindqvist, ")
        await s.press("y")
        await s.until(lambda: s.clipboard == FIRST, "the words")
        await s.press("c")
        await s.until(lambda: s.clipboard == preferred, "the note in the style")


async def test_a_tag_that_was_typed_only_is_told_of(harbour: Path) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("t")
        await s.opened("TagPicker")
        await s.type("winter")
        await s.press("escape")
        assert s.dialog == "NotesScreen"
        assert s.said == "“winter” was typed, not put on: in the list Enter does that."
        assert s.only().tags == ()


async def test_a_note_that_says_two_things_is_not_written_over_in_the_list(
    harbour: Path, tmp_path: Path
) -> None:
    note = written(local_state.open_home(places()), harbour, FIRST, "First.")
    far = machine(tmp_path, "far")
    assert far.notes()[note.id].body == "First."
    async with reading(harbour, LARGE) as s:
        await come_apart(s, far, note)
        await browse(s)
        await s.press("a")
        assert s.dialog == "NotesScreen"
        assert s.said.startswith("It says two things, written in two places")
        assert s.only().also


async def test_a_correction_is_given_up_by_escape_and_kept_through_a_crash(harbour: Path) -> None:
    annotate(harbour, FIRST)
    home = local_state.open_home(places())
    opened = opening.read(home, harbour)
    at = opened.article.text.index(FIRST)
    span = Span(at, at + len(FIRST))
    left = local_state.correction
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("s")
        await s.opened("SourceDialog")
        await s.press("e", "ctrl+u")
        whole = "Ada Lind"
        await s.type(whole)
        await s.until(
            lambda: whole in str(left(local_state.open_home(places()), opened, span)), "the draft"
        )
        kept = left(local_state.open_home(places()), opened, span)
        await s.press("escape", "escape")
        await s.until(lambda: not left(local_state.open_home(places()), opened, span), "no draft")
    local_state.keep_correction(local_state.open_home(places()), opened, span, kept)
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("s")
        await s.opened("SourceDialog")
        assert s.said == "This is the correction that was left unfinished."
        await s.until(lambda: f"{whole} " in s.seen(), "the correction")


async def test_enter_typed_ahead_goes_to_the_note_and_rings_where_there_is_none(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(harbour, FIRST)
    second = annotate(harbour, SECOND)
    rung: list[bool] = []
    async with reading(harbour) as s:
        monkeypatch.setattr(s.app, "bell", lambda: rung.append(True))
        await s.press("B")
        await s.type("zeppelin")
        await s.press("enter")
        assert rung == [True]
        assert s.dialog == "NotesScreen"
        await s.press("ctrl+u")
        s.burst(*"ferrymen", "enter")
        await s.until(lambda: s.dialog == "ReaderScreen", "the page")
        await s.settle()
        assert s.page.marks.note_now == second
        assert rung == [True]


async def test_a_draft_left_in_the_list_is_opened_and_saved_there(harbour: Path) -> None:
    annotate(harbour, FIRST, "Who says so?")
    async with reading(harbour) as s:
        await browse(s)
        await s.press("a")
        await s.opened("NoteEditor")
        await s.type(" half a")
        await s.press("escape", "a")
        await s.opened("NoteEditor")
        assert s.said == "This is the draft that was left unfinished."
        await s.type(" thought")
        await s.press("ctrl+s")
        assert s.only().body == "Who says so? half a thought"
        s.app.said.clear()
        await s.press("a")
        await s.opened("NoteEditor")
        await s.press("escape")
        assert s.app.said == [], "there is no draft any more, and none is left"
        assert s.dialog == "NotesScreen"
