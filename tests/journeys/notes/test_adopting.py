"""A new version of an article comes as another file, and takes over the notes when asked."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.articles import HARBOUR
from tests.journeys.driving import SMALL, reading
from tests.journeys.harbour import FIRST, WORDS, annotate


def new_version(harbour: Path) -> Path:
    """Lay an edited copy of the article into another folder."""
    folder = harbour.parent / "second edition"
    folder.mkdir()
    copy = folder / harbour.name
    copy.write_text(HARBOUR.replace("An account of", "A long account of"), "utf-8")
    return copy


async def test_the_notes_of_an_earlier_version_are_offered_and_taken_over(harbour: Path) -> None:
    annotate(harbour, FIRST, "How long?")
    annotate(harbour, WORDS)
    copy = new_version(harbour)
    async with reading(copy, SMALL) as s:
        await s.until(lambda: "Is this a new version of" in s.said, "the offer")
        assert s.page.marks.highlights == ()
        await s.press("A")
        await s.until(lambda: s.dialog == "Confirm", "the question")
        await s.settle()
        assert "That one has 2 notes." in s.seen()
        assert "of its words stand here" in s.seen()
        await s.press("n")
        assert s.page.marks.highlights == ()
        await s.press("A")
        await s.until(lambda: s.dialog == "Confirm", "the question")
        await s.press("y")
        await s.until(lambda: len(s.page.marks.highlights) == 2, "the notes")
        assert "u takes that back" in s.said
        await s.press("u")
        await s.until(lambda: s.page.marks.highlights == (), "the notes to go")
        assert len(s.notes()) == 2
        await s.press("ctrl+r")
        await s.until(lambda: len(s.page.marks.highlights) == 2, "the notes again")
        await s.press("q")
    async with reading(copy, SMALL) as s:
        assert len(s.page.marks.highlights) == 2
        assert "new version of" not in " ".join(s.app.said)


async def test_where_there_is_nothing_to_take_over_that_is_said(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("A")
        await s.until(lambda: "No other article of this title" in s.said, "the sentence")


async def test_a_renamed_article_is_told_of(harbour: Path) -> None:
    annotate(harbour, FIRST, "How long?")
    other = harbour.rename(harbour.with_name("ice.txt"))
    async with reading(other, SMALL) as s:
        assert s.said == "This was harbour.txt before. 1 note: as it was."
        await s.press("q")
    other.write_text(HARBOUR.replace("An account of", "A long account of"), "utf-8")
    last = other.rename(harbour.with_name("frost.txt"))
    async with reading(last, SMALL) as s:
        assert s.said == "This was ice.txt before, and has changed. 1 note: moved."
        await s.press("q")
    async with reading(last, SMALL) as s:
        assert s.said == ""
        assert len(s.page.marks.highlights) == 1
