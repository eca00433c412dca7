"""Writing notes beside the text; what is half written is never lost."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.span import Span
from tests.journeys.driving import LARGE, SMALL, places, reading
from tests.journeys.harbour import FIRST, SECOND


def drafts() -> list[str]:
    """Return the drafts on the disk."""
    return [path.read_text("utf-8") for path in places().state.glob("drafts/*.json")]


async def test_a_note_is_written_beside_the_text_and_edited_again(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("]", "}", "v", "a")
        assert s.dialog == "NoteEditor"
        assert "Boats lay in the ice" in s.seen()
        await s.type("Nine weeks is long.")
        await s.press("enter")
        await s.type("Compare 1947.")
        await s.press("ctrl+s")
        assert s.said == "Note saved."
        note = s.only()
        assert note.anchor.quote == FIRST
        assert note.body == "Nine weeks is long.\nCompare 1947."
        assert "Nine weeks is long." in s.seen(), "the margin shows it"
        await s.press("a")
        await s.type(" Or 1963.")
        await s.press("ctrl+s")
        assert s.only().id == note.id
        assert s.only().body.endswith("Compare 1947. Or 1963.")
        assert drafts() == []


async def test_esc_keeps_the_draft_says_so_and_a_brings_it_back(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Half a thou")
        await s.press("escape")
        assert s.said == "Draft kept; a opens it again."
        assert s.notes() == []
        assert s.chosen == FIRST, "the passage is still chosen"
        await s.press("a")
        assert "Half a thou" in s.seen()
        assert any("draft" in said for said in s.app.said[-1:])
        await s.type("ght")
        await s.press("ctrl+s")
        assert s.only().body == "Half a thought"
        assert drafts() == []


async def test_nothing_written_leaves_nothing(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a", "escape")
        assert s.said == ""
        assert drafts() == []
        assert s.notes() == []


async def test_a_draft_survives_a_crash(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Written before the lights went out")
        await s.until(drafts, "the draft on the disk")
        # The app goes without a word, as by kill -9: nothing is closed or saved.
    assert len(drafts()) == 1
    async with reading(harbour) as s:
        await s.find("nine weeks")
        await s.press("v", "a")
        assert "Written before the lights" in s.seen()
        await s.press("ctrl+s")
        assert s.only().body == "Written before the lights went out"


async def test_a_note_for_a_paragraph_needs_no_selection(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "a")
        await s.type("On the whole.")
        await s.press("ctrl+s")
        note = s.only()
        assert note.anchor.quote == s.page.article.blocks[s.page.current].text
        assert note.anchor.quote.startswith(FIRST)


async def test_hostile_words_in_a_note_stay_words(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("]", "}", "v", "a")
        await s.type("[b]not bold[/b] [@click=app.quit]x[/]")
        await s.press("ctrl+s")
        assert "[b]not bold[/b]" in s.seen()
        assert s.only().body == "[b]not bold[/b] [@click=app.quit]x[/]"


async def test_the_margin_is_gone_through_by_keys(harbour: Path) -> None:
    async with reading(harbour) as s:
        for words, body in (("nine weeks", "first"), ("eleven", "second"), ("museum", "third")):
            await s.choose(words)
            await s.press("a")
            await s.type(body)
            await s.press("ctrl+s", "escape")
        assert "● note" not in s.seen(), "the margin is folded away at 80 cells"
        await s.press("g", "m")
        assert s.reader.margin.has_focus
        first, second, third = (note.id for note in s.notes())
        assert s.page.marks.note_now == first
        assert "first" in s.seen()
        await s.press("j")
        assert s.page.marks.note_now == second
        assert "second" in s.seen()
        await s.press("j", "j", "j")
        assert s.page.marks.note_now == third
        await s.press("k")
        assert s.page.marks.note_now == second
        await s.press("enter")
        assert s.page.has_focus
        assert "eleven" in s.page.article.blocks[s.page.current].text
        assert not s.reader.margin.display
        await s.press("m")
        assert s.reader.margin.has_focus
        await s.press("m")
        assert s.page.has_focus
        assert not s.reader.margin.display
        await s.press("m", "d")
        assert len(s.notes()) == 2


async def test_margin_keys_act_on_the_note_there(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.choose("nine weeks")
        await s.press("1")
        await s.choose("eleven")
        await s.press("2", "escape", "g", "m", "j", "t")
        await s.type("depth")
        await s.press("enter", "enter")
        assert [note.tags for note in s.notes()] == [(), ("depth",)]


async def test_the_browser_of_all_notes_goes_to_the_passage(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.choose("museum")
        await s.press("a")
        await s.type("Which one?")
        await s.press("ctrl+s", "escape", "g")
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the browser")
        await s.settle()
        assert "Which one?" in s.seen()
        await s.press("enter")
        assert s.dialog == "ReaderScreen"
        assert s.page.marks.note_now == s.only().id
        assert "museum" in s.seen()
        await s.press("H")
        assert s.page.viewport.top_offset() == 0


async def test_a_note_of_another_article_is_gone_to(harbour: Path, linked: Path) -> None:
    home = local_state.open_home(places())
    other = opening.read(home, linked)
    at = other.article.text.index("paid in rye")
    annotating.annotate(home, other, Span(at, at + 11), body="Not in money?")
    async with reading(harbour) as s:
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the browser")
        await s.settle()
        assert "no notes in this article yet" in s.seen()
        await s.press("ctrl+l", "enter")
        await s.until(
            lambda: (
                s.dialog == "ReaderScreen" and s.reader.path is not None and s.reader.path == linked
            ),
            "the other article",
        )
        await s.until(lambda: s.page.marks.highlights, "its notes")
        assert "paid in rye" in s.seen()


async def test_what_another_postil_writes_is_shown_within_two_seconds(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        home = local_state.open_home(places())
        other = opening.read(home, harbour)
        at = other.article.text.index(SECOND)
        note = annotating.annotate(home, other, Span(at, at + len(SECOND)), body="From next door.")
        await s.until(lambda: s.page.marks.highlights, "the note of another")
        assert s.page.marks.highlights[0].note == note.id
        await s.settle()
        assert "From next door." in s.seen()
        annotating.delete(home, [note])
        await s.until(lambda: not s.page.marks.highlights, "the note to go")


async def test_the_editor_and_the_sheets_fit_a_small_terminal(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}", "v")
        for key in ("a", "t", "C", "s", "?"):
            await s.press(key)
            assert s.dialog != "ReaderScreen", key
            assert all(len(line) <= 80 for line in s.seen().splitlines())
            await s.press("escape")
            await s.until(lambda: s.dialog == "ReaderScreen", "the page")
            await s.settle()
            assert s.chosen == FIRST, key
