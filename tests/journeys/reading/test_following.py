"""The article is edited, replaced, deleted and brought back while it is open."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from postil import config
from postil.library.articles import following as library_following
from postil.library.articles import opening
from postil.library.articles.following import Following
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.library.shelf import marking
from postil.model.span import Span
from postil.tui.screens.reader.notes import drafts
from postil.tui.screens.reader.outside import lookout
from postil.tui.startup.loading_article import open_article
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import LARGE, SMALL, Session, Told, places, reading
from tests.journeys.harbour import FIRST, GONE, WORDS, annotate

MORE = "\n".join(f"Further words, line {number}, written later by another." for number in range(9))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the file often, so that no test waits for seconds."""
    monkeypatch.setattr(lookout, "LOOK_EVERY", 0.03)


def edited(text: str = HARBOUR) -> str:
    """Return the article with more before everything and fewer words in the middle."""
    more = text.replace("The First Winter\n", f"Before It\n\n{MORE}\n\nThe First Winter\n", 1)
    return more.replace(GONE, "The winter was short.")


async def renewed(s: Session, words: str) -> None:
    """Wait until the page shows a version that has these words."""
    await s.until(lambda: words in s.page.article.text, f"the version with “{words}”")
    await s.settle()


async def test_the_reader_stays_at_the_same_words(harbour: Path) -> None:
    annotate(harbour, FIRST, "How long?")
    annotate(harbour, WORDS, "Who says so?")
    async with reading(harbour, SMALL) as s:
        await s.press("]", "]", "}", "}", "j")
        top, current = s.top(), s.page.article.blocks[s.page.current].text
        assert current.startswith("Pilots measured")
        harbour.write_text(edited(), "utf-8")
        await renewed(s, "Further words, line 3")
        assert s.top() == top
        assert s.page.article.blocks[s.page.current].text == current
        assert s.said.startswith("harbour.txt has changed. 2 notes: 1 moved, 1 without a place.")
        assert "/7 The Second Winter" in s.status(), "the outline has one section more"
        assert "! 1 without a place" in s.status()
        assert "Pilots measured it every" in s.seen()
        (moved,) = s.page.marks.highlights
        assert s.page.viewport.words(moved.span) == FIRST


async def test_a_gap_at_the_top_of_the_page_stays(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "]")
        before = s.seen().splitlines()[1:8]
        harbour.write_text(edited().replace("Pilots", "Three pilots"), "utf-8")
        await renewed(s, "Three pilots")
        assert s.seen().splitlines()[1:5] == before[:4]


async def test_jumps_marks_and_matches_follow(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "]", "}", "M", "a", "M", "B", "G")
        await s.find("bread")
        await s.press("n")
        found = s.page.overlays.match_now
        assert found is not None
        words = s.page.article.text[found.start : found.start + 40]
        total = s.status().split("match ")[1].split()[0]
        harbour.write_text(edited(), "utf-8")
        await renewed(s, "Further words, line 3")
        now = s.page.overlays.match_now
        assert now is not None
        assert s.page.article.text[now.start : now.start + 40] == words
        assert s.status().split("match ")[1].split()[0] != total, "one match is gone"
        for mark in "aB":
            await s.press("g", "'", mark)
            assert s.page.article.blocks[s.page.current].text.startswith("The ice came again")
        await s.press("M", "a", "g", "'", "a")
        assert s.page.article.blocks[s.page.current].text.startswith("The ice came again")
        await s.press("H", "H")
        assert s.page.article.text[s.page.viewport.top_offset() :].strip()


async def test_a_selection_in_the_making_is_waited_for(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}", "v")
        assert s.chosen == FIRST
        harbour.write_text(edited(), "utf-8")
        await s.until(lambda: s.reader.parts.follower.version is not None, "the new version")
        assert s.chosen == FIRST
        assert "Further words" not in s.page.article.text
        await s.press("enter")
        await renewed(s, "Further words, line 3")
        note = s.only()
        assert note.anchor.quote == FIRST
        assert HARBOUR.replace("\n", " ").count(FIRST)
        (mark,) = s.page.marks.highlights
        assert s.page.viewport.words(mark.span) == FIRST, "made on the old text, shown in the new"
        assert s.page.selection is None


async def test_what_is_being_written_lands_on_the_right_words(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Half a thou")
        harbour.write_text(edited(), "utf-8")
        await s.type("ght")
        assert "Half a thought" in s.seen()
        await s.press("ctrl+s")
        await renewed(s, "Further words, line 3")
        note = s.only()
        assert (note.body, note.anchor.quote) == ("Half a thought", FIRST)
        await s.until(lambda: s.page.marks.highlights, "the note")
        assert s.page.viewport.words(s.page.marks.highlights[0].span) == FIRST


async def test_a_draft_that_was_left_follows_its_words(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Half a thou")
        await s.press("escape", "escape")
        harbour.write_text(edited(), "utf-8")
        await renewed(s, "Further words, line 3")
        await s.find("nine weeks")
        await s.press("v", "a")
        assert "Half a thou" in s.seen()
        await s.type("ght")
        await s.press("ctrl+s")
        assert s.only().body == "Half a thought"


async def test_a_file_may_be_deleted_and_come_back(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}")
        text = harbour.read_bytes()
        stat = harbour.stat()
        harbour.unlink()
        await s.until(lambda: "is gone" in s.said, "the sentence")
        told = len(s.app.said)
        await s.press("v", "a")
        await s.type("On what is not there.")
        await s.press("ctrl+s")
        assert s.only().anchor.quote == FIRST
        await s.find("museum")
        await s.press("c")
        await s.until(lambda: "museum" in s.clipboard or s.clipboard, "the citation")
        assert sum("is gone" in said for said in s.app.said[told:]) == 0, "it is told once"
        harbour.write_bytes(text.replace(b"nine weeks", b"nine long weeks"))
        await renewed(s, "nine long weeks")
        assert "harbour.txt has changed. 1 note: on changed words." in s.said
        assert stat.st_size != harbour.stat().st_size


async def test_an_editor_that_replaces_the_file_is_followed(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        for turn in ("first", "second", "third"):
            beside = harbour.with_name(".harbour.txt.swp")
            beside.write_text(HARBOUR.replace("The pier", f"In the {turn} year the pier"), "utf-8")
            beside.replace(harbour)
            await renewed(s, f"In the {turn} year the pier")
        assert not any("gone" in said for said in s.app.said)


async def test_a_half_written_file_is_no_error(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        with harbour.open("w", encoding="utf-8") as file:
            for piece in range(0, len(HARBOUR), 400):
                file.write(HARBOUR[piece : piece + 400])
                file.flush()
                os.fsync(file.fileno())
                await s.pilot.pause(0.01)
            file.write("\nAnd so it ended.\n")
        await renewed(s, "And so it ended.")
        assert s.page.article.blocks[0].text == "How the Harbour Froze"


async def test_a_file_that_cannot_be_read_any_more_leaves_the_text_open(harbour: Path) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour, SMALL) as s:
        harbour.write_bytes(bytes(range(256)) * 20)
        await s.until(lambda: "stays open" in s.said, "the sentence")
        assert "binary" in s.said
        assert "How the Harbour Froze" in s.seen()
        harbour.write_text("", "utf-8")
        await s.until(lambda: "not one letter" in s.said, "the sentence")
        harbour.write_text("Something else.\n\nIt has nothing to do with ice.\n", "utf-8")
        await renewed(s, "Something else.")
        assert "holds another article now" in s.said
        assert s.page.marks.highlights == ()
        assert len(s.notes()) == 1
        harbour.write_text(HARBOUR, "utf-8")
        await renewed(s, "How the Harbour Froze")
        await s.until(lambda: s.page.marks.highlights, "the note")


async def test_a_shorter_text_is_shown_from_where_the_reader_was(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("G")
        harbour.write_text(HARBOUR.split("What Came of It")[0], "utf-8")
        await s.until(lambda: "What Came of It" not in s.page.article.text, "the shorter text")
        await s.settle()
        assert "Pilots measured it" in s.seen()
        await s.press("j", "k", "}", "{", "g", "G", "n", "H")
        assert s.app.is_running


async def test_a_dialog_about_some_words_is_left_alone(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("]", "}", "v", "t")
        harbour.write_text(edited(), "utf-8")
        assert s.dialog == "TagPicker"
        await s.type("ice")
        await s.press("enter", "enter")
        await renewed(s, "Further words, line 3")
        assert "1 note: moved" in s.said
        assert (s.only().tags, s.only().anchor.quote) == (("ice",), FIRST)


async def test_the_new_text_is_there_when_the_help_is_left(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("?")
        harbour.write_text(edited(), "utf-8")
        await s.press("escape")
        await renewed(s, "Further words, line 3")
        await s.press("j")
        assert s.page.has_focus


async def test_a_touched_file_is_no_news(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        said = len(s.app.said)
        os.utime(harbour, (1, 1))
        await s.pilot.pause(0.3)
        await s.settle()
        assert len(s.app.said) == said
        assert s.reader.parts.follower.version is None


async def test_two_terminals_show_each_others_notes_in_a_text_that_changes(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        home = local_state.open_home(places())
        harbour.write_text(edited(), "utf-8")
        other = opening.read(home, harbour)
        at = other.article.text.index("lent to a museum")
        annotating.annotate(home, other, Span(at, at + 16), body="From next door.")
        await renewed(s, "Further words, line 3")
        await s.until(lambda: s.page.marks.highlights, "the note of another")
        assert s.page.viewport.words(s.page.marks.highlights[0].span) == "lent to a museum"
        await s.find("nine weeks")
        await s.press("v", "1")
        theirs = annotating.of(home, opening.read(home, harbour))
        assert len(theirs) == 1
        home.refresh()
        both = annotating.of(home, opening.read(home, harbour))
        assert [one.placement.state for one in both] == ["same", "same"]


async def test_an_edited_article_opens_at_the_words_where_reading_stopped(harbour: Path) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour, SMALL) as s:
        await s.press("]", "]", "}", "}", "j")
        top = s.top()
        await s.press("q")
    harbour.write_text(edited(), "utf-8")
    async with reading(harbour, SMALL) as s:
        assert s.top() == top
        assert s.page.article.blocks[s.page.current].text.startswith("Pilots measured")
        assert "This article has changed" in s.said


async def test_a_reader_who_has_gone_on_is_not_taken_back(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(harbour, FIRST)
    async with reading(harbour, SMALL) as s:
        await s.press("]", "]", "}", "}", "j", "q")
    harbour.write_text(edited(), "utf-8")
    go = Event()
    since_last = library_following.since_last

    def late(*given: Any) -> Following | None:
        assert go.wait(10)
        return since_last(*given)

    monkeypatch.setattr(library_following, "since_last", late)
    settings = config.load(os.environ)
    app = Told(settings, lambda app: app.reader(open_article(settings, harbour)))
    async with app.run_test(size=SMALL) as pilot:
        s = Session(app, pilot)
        await s.until(lambda: s.reader.stage.open_article is not None, "the article")
        await pilot.press("g")
        await s.until(lambda: s.page.top == 0, "the beginning")
        go.set()
        await s.settle()
        assert s.page.top == 0


async def test_a_mark_that_is_set_while_the_text_changes_does_no_harm(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()
    set_mark = marking.set_mark

    def late(*given: Any) -> None:
        assert go.wait(10)
        set_mark(*given)

    monkeypatch.setattr(marking, "set_mark", late)
    async with reading(harbour, SMALL) as s:
        for key in ("M", "a"):
            await s.pilot.press(key)
        harbour.write_text(edited(), "utf-8")
        await s.until(lambda: "Further words, line 3" in s.page.article.text, "the new version")
        go.set()
        await s.until(lambda: "Mark a set" in s.said, "the mark")
        await s.settle()
        assert s.reader.stage.open_article is not None
        assert s.reader.stage.open_article.article.text == s.page.article.text
        await s.press("]", "}", "v", "1")
        assert len(s.page.marks.highlights) == 1


async def test_an_open_find_bar_does_not_keep_the_new_text_waiting_for_ever(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("/")
        await s.type("bread")
        harbour.write_text(edited(), "utf-8")
        await s.until(lambda: s.reader.parts.follower.version is not None, "the new version")
        await s.press("enter")
        await renewed(s, "Further words, line 3")
        assert "match 1/" in s.status()


async def test_a_text_that_is_written_anew_little_by_little_keeps_its_notes(harbour: Path) -> None:
    annotate(harbour, FIRST)
    paragraphs = HARBOUR.split("\n\n")
    async with reading(harbour, SMALL) as s:
        for at in range(len(paragraphs) - 1, -1, -1):
            if FIRST[:20] not in paragraphs[at]:
                paragraphs[at] = f"Paragraph {at} was written anew, from first to last."
            if at % 4 == 0:
                harbour.write_text("\n\n".join(paragraphs), "utf-8")
                await renewed(s, f"Paragraph {at} was" if at != 4 else "Paragraph 5 was")
        assert len(s.page.marks.highlights) == 1
        await s.press("q")
    async with reading(harbour, SMALL) as s:
        assert len(s.page.marks.highlights) == 1


async def test_a_note_that_was_not_finished_is_found_in_an_edited_article(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "TOLD_FIRST", 0.1)
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Half a thought")
        await s.press("escape")
        assert "Draft kept" in s.said
        await s.press("q")
    text = harbour.read_text("utf-8")
    harbour.write_text(text.replace("An account of", "A long account of"), "utf-8")
    async with reading(harbour) as s:
        await s.until(lambda: "unfinished note" in s.said, "word of the draft")
        assert "Boats lay in the ice" in s.said
        await s.press("g", "]", "}", "a")
        assert s.dialog == "NoteEditor"
        assert "Half a thought" in s.seen()
        await s.press("ctrl+s")
        assert s.only().body == "Half a thought"
        assert s.only().anchor.quote == "Boats lay in the ice for nine weeks."
