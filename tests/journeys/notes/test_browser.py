"""The notes browser: filtered, sorted, acted on, compared, and gone from to the passage."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.screens.notes.compare_view import CompareView
from postil.tui.screens.notes.note_rows import NoteRowList
from tests.journeys.driving import LARGE, Session, places, reading, shelf
from tests.journeys.harbour import FIRST, ICE, SECOND, THIRD


def note(path: Path, words: str, *tags: str, body: str = "") -> str:
    """Write a note with tags from the outside, and return its id."""
    home = local_state.open_home(places())
    opened = opening.read(home, path)
    at = opened.article.text.index(words)
    span = Span(at, at + len(words))
    return annotating.annotate(home, opened, span, body=body, tags=tags).id


async def browse(s: Session) -> NoteRowList:
    """Open the browser, and return its list."""
    await s.press("B")
    await s.opened("NotesScreen")
    return s.app.screen.query_one(NoteRowList)


def words(s: Session) -> list[str]:
    """Return the first words of each note that is listed."""
    by_id = {one.id: one for one in s.notes()}
    rows = s.app.screen.query_one(NoteRowList).rows
    return [by_id[ident].anchor.quote.split()[0] for ident in rows]


async def test_a_note_is_edited_tagged_and_cited_from_the_list(harbour: Path) -> None:
    note(harbour, FIRST, body="Who says so?")
    async with reading(harbour) as s:
        await browse(s)
        await s.press("tab", "a")
        await s.opened("NoteEditor")
        await s.type(" Lindqvist does.")
        await s.press("ctrl+s")
        assert s.only().body == "Who says so? Lindqvist does."
        assert "Lindqvist does." in s.seen()
        await s.press("t")
        await s.opened("TagPicker")
        await s.type("ice")
        await s.press("enter", "escape")
        assert s.only().tags == ("ice",)
        assert "#ice" in s.seen()
        await s.press("c")
        await s.until(lambda: "Boats lay in the ice" in s.clipboard, "the citation")
        assert "Lindqvist" in s.clipboard
        await s.press("y")
        await s.until(lambda: s.clipboard == FIRST, "the words")
        await s.press("escape")
        assert s.reader.parts.notes.placed[0].note.tags == ("ice",), "the page knows at once"


async def test_a_draft_that_is_left_in_the_list_is_kept(harbour: Path) -> None:
    note(harbour, FIRST)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("tab", "a")
        await s.opened("NoteEditor")
        await s.type("half a")
        await s.press("escape")
        assert s.said == "Draft kept; a opens it again."
        assert s.only().body == ""
        await s.press("escape", "tab", "a")
        await s.opened("NoteEditor")
        assert "half a" in s.seen(), "the page opens the same draft"
        await s.type(" thought")
        await s.press("ctrl+s")
        assert s.only().body == "half a thought"


async def test_ticked_notes_are_recoloured_and_that_is_one_step(harbour: Path) -> None:
    for one in (FIRST, SECOND, THIRD, ICE):
        note(harbour, one)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("tab", "x", "j", "x")
        assert "2 ticked of 4 notes" in s.seen()
        await s.press("4")
        colours = [one.colour for one in s.notes()]
        assert colours == [Colour.PINK, Colour.YELLOW, Colour.PINK, Colour.YELLOW]
        assert s.said == "2 notes made pink; u takes it back."
        await s.press("u")
        assert {one.colour for one in s.notes()} == {Colour.YELLOW}
        await s.press("ctrl+r", "*", "*", "*", "d")
        await s.opened("Confirm")
        assert "Delete 4 notes?" in s.seen()
        await s.press("n")
        assert len(s.notes()) == 4
        await s.press("d")
        await s.opened("Confirm")
        await s.press("y")
        assert s.notes() == []
        assert "no notes in this article yet" in s.seen()


async def test_tags_of_several_notes_are_put_on_and_taken_off_in_one_step(harbour: Path) -> None:
    note(harbour, FIRST, "ice", "winter")
    note(harbour, ICE, "ice")
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.press("tab", "*", "t")
        await s.opened("TagPicker")
        assert "On all: ice; on some: winter" in s.seen()
        await s.type("winter")
        await s.press("enter")
        await s.type("ice")
        await s.press("enter", "escape")
        assert [one.tags for one in s.notes()] == [("winter",), ("winter",)]
        await s.press("u")
        assert [one.tags for one in s.notes()] == [("ice", "winter"), ("ice",)]


async def test_a_query_filters_and_a_mistake_is_shown_where_it_is(harbour: Path) -> None:
    note(harbour, FIRST, "ice", body="the lighthouse")
    note(harbour, SECOND, "bread")
    note(harbour, ICE, "bread/none")
    async with reading(harbour) as s:
        await browse(s)
        await s.type("tag:bread")
        assert words(s) == ["The", "Nobody"]
        await s.type(" -boat")
        assert words(s) == ["The"]
        await s.press(*["backspace"] * len("tag:bread -boat"))
        await s.type("lighthouse")
        assert words(s) == ["Boats", "Nobody"], "in the note, or in its passage"
        await s.press(*["backspace"] * len("lighthouse"))
        await s.type("source:lindqvist")
        assert words(s) == ["Boats", "The"]
        await s.type(" colour:mauve ")
        assert "colour: cannot be “mauve”" in s.seen()
        await s.press("escape", "B")
        assert "colour:mauve" in s.seen(), "what was typed is there again"
        await s.press(*["backspace"] * len(" colour:mauve "))
        await s.type(" nowhere")
        assert "No note here has" in s.seen()


async def test_notes_are_listed_in_other_orders(harbour: Path, linked: Path) -> None:
    note(harbour, ICE, "winter")
    note(harbour, FIRST, "bread")
    note(linked, "paid in rye", "all")
    async with reading(harbour) as s:
        await browse(s)
        assert words(s) == ["Boats", "Nobody"]
        await s.press("ctrl+l")
        assert words(s) == ["paid", "Boats", "Nobody"], "what was noted last comes first"
        await s.press("tab", "o")
        assert words(s) == ["paid", "Boats", "Nobody"]
        assert "3 notes, newest first" in s.seen()
        await s.press("o")
        assert "#all" in s.seen()
        assert words(s) == ["paid", "Boats", "Nobody"]
        await s.press("o")
        assert "by source" in s.seen()
        assert words(s) == ["Boats", "Nobody", "paid"], "Lindqvist, Brandt, own words"
        await s.press("o")
        assert "by article" in s.seen()
        await s.press("O")
        assert "by article, reversed" in s.seen()
        await s.press("o", "B")
        assert words(s) == ["Boats", "Nobody"]
        await s.press("O")
        assert words(s) == ["Nobody", "Boats"]
        await s.press("B")
        assert words(s) == ["paid", "Boats", "Nobody"], "each scope has a direction of its own"
        await s.press("B", "O")
        assert words(s) == ["Boats", "Nobody"]


async def test_keys_that_come_before_another_order_is_drawn_mean_its_rows(
    harbour: Path, linked: Path
) -> None:
    note(harbour, ICE, "winter")
    note(harbour, FIRST, "bread")
    note(linked, "paid in rye", "all")
    async with reading(harbour) as s:
        rows = await browse(s)
        await s.press("ctrl+l", "tab", "o", "o")
        assert words(s) == ["paid", "Boats", "Nobody"]
        s.burst("o", "g", "x", "x")
        await s.settle()
        assert words(s) == ["Boats", "Nobody", "paid"]
        assert rows.ticked == set(rows.rows[:2])


async def test_without_tags_it_is_said_of_how_many_notes(harbour: Path) -> None:
    note(harbour, ICE)
    note(harbour, FIRST)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("tab", "t")
        assert "No tags on this passage" in s.seen()
        await s.press("escape", "*", "t")
        assert "No tags on these 2 notes" in s.seen()


async def test_a_jump_from_the_list_leads_back_across_articles(harbour: Path, linked: Path) -> None:
    note(linked, "paid in rye")
    far = note(harbour, ICE)
    async with reading(linked) as s:
        await browse(s)
        await s.press("ctrl+l")
        assert words(s) == ["Nobody", "paid"], "the note pointed at stays so"
        await s.press("up", "enter")
        await s.until(lambda: s.reader.path == harbour, "the other article")
        await s.until(lambda: s.page.marks.note_now == far, "the note")
        assert "note 1/2" in s.status()
        await s.press("n")
        await s.until(lambda: s.reader.path == linked, "the next note")
        await s.press("H")
        await s.until(lambda: s.reader.path == harbour, "the way back")
        await s.press("H")
        await s.until(lambda: s.reader.path == linked, "where it began")


async def test_the_passages_of_a_tag_are_compared_by_source(harbour: Path) -> None:
    for one in (FIRST, SECOND, ICE):
        note(harbour, one, "bread", body="See *this*.")
    note(harbour, THIRD)
    async with reading(harbour, LARGE) as s:
        await browse(s)
        await s.type("tag:bread")
        await s.press("tab", "=")
        await s.opened("CompareScreen")
        assert "Compare “tag:bread”: 3 passages, 2 sources" in s.seen()
        assert "Ada Lindqvist, Harbour Gazette, 3 Feb 1998  (2)" in s.seen()
        assert "Teo Brandt, Lake Review, Jun 2014" in s.seen()
        head = next(line for line in s.seen().split("\n") if "Ada Lindqvist" in line)
        assert "Teo Brandt" in head, "side by side"
        await s.press("l")
        view = s.app.screen.query_one(CompareView)
        assert view.note == next(one.id for one in s.notes() if one.anchor.quote == ICE)
        await s.resize(80, 24)
        head = next(line for line in s.seen().split("\n") if "Ada Lindqvist" in line)
        assert "Teo Brandt" not in head, "one below the other"
        await s.press("escape")
        assert s.dialog == "NotesScreen"
        await s.press("=")
        await s.opened("CompareScreen")
        await s.press("G", "enter")
        assert s.dialog == "ReaderScreen"
        assert s.page.marks.note_now == view.note


async def test_notes_on_whole_articles_and_lost_ones_say_what_they_are(harbour: Path) -> None:
    home = local_state.open_home(places())
    whole = annotating.annotate(home, opening.read(home, harbour), None, body="All of it.")
    async with reading(harbour) as s:
        await browse(s)
        assert "on the whole article" in s.seen()
        await s.press("tab", "c")
        assert "no passage to copy" in s.said
        await s.press("enter")
        assert s.dialog == "ReaderScreen"
        assert s.page.marks.note_now == whole.id


async def test_an_article_that_is_gone_keeps_its_notes(harbour: Path, linked: Path) -> None:
    note(linked, "paid in rye")
    linked.unlink()
    async with reading(harbour) as s:
        await browse(s)
        await s.press("ctrl+l", "enter")
        assert s.dialog == "NotesScreen"
        assert s.said.endswith("any more; the note itself is kept.")
        await s.press("tab", "y")
        await s.until(lambda: s.clipboard == "paid in rye", "the words")


async def test_what_another_postil_writes_comes_into_the_list(harbour: Path) -> None:
    note(harbour, FIRST)
    async with reading(harbour) as s:
        rows = await browse(s)
        assert len(rows.rows) == 1
        note(harbour, SECOND)
        await s.until(lambda: len(rows.rows) == 2, "the note of another")


async def test_the_source_of_a_note_is_shown_and_the_bibliography_of_all(harbour: Path) -> None:
    note(harbour, FIRST)
    async with reading(harbour) as s:
        await browse(s)
        await s.press("tab", "s")
        await s.opened("SourceDialog")
        assert "Harbour Gazette" in s.seen()
        await s.press("escape", "C")
        await s.opened("CiteChooser")
        assert "Cite this passage" in s.seen()
        await s.press("escape", "ctrl+b")
        await s.until(lambda: "Bibliography of 1 note" in s.seen(), "the chooser")


async def test_the_library_is_browsed_from_the_shelf(harbour: Path) -> None:
    note(harbour, FIRST, body="Who says so?")
    async with shelf(harbour.parent) as s:
        await s.until(lambda: "1 note" in s.seen(), "the shelf")
        await s.press("f4")
        await s.opened("NotesScreen")
        assert "Notes of the library" in s.seen()
        assert "Who says so?" in s.seen()
        await s.press("enter")
        await s.until(lambda: s.dialog == "ReaderScreen", "the article")
        await s.until(lambda: s.page.marks.note_now == s.only().id, "the note")
        await s.press("q")
        assert s.dialog == "NotesScreen"
        await s.press("q")
        assert s.dialog == "Shelf"
