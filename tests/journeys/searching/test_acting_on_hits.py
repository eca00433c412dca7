"""Hits are ticked, tagged, marked, copied and cited in the list, as passages are on the page."""

from __future__ import annotations

from pathlib import Path

from postil.model.note import Colour
from tests.journeys.driving import Session, reading
from tests.journeys.searching.test_searching import found, search
from tests.journeys.searching.test_tagging_hits import tagged


async def listed(s: Session, typed: str) -> None:
    """Search, and go into the list."""
    await s.press("S")
    await s.type(typed)
    await s.press("tab")


async def test_ticked_hits_are_tagged_together_and_undone_as_one(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await listed(s, "bread")
        await s.press("x", "x", "t")
        await s.opened("TagPicker")
        await s.type("food")
        await s.press("enter", "escape")
        assert [tags for _, tags in tagged()] == [("food",)] * 2
        assert "#food on 2 passages" in s.said
        assert search(s).line.value == "bread"
        assert len(search(s).list.ticked) == 2, "what was ticked stays so"
        await s.press("u")
        assert tagged() == []


async def test_a_number_marks_the_sentence_and_d_deletes_only_notes(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await listed(s, "bread")
        await s.press("3")
        (note,) = s.notes()
        assert note.colour is list(Colour)[2]
        assert "bread" in note.anchor.quote.casefold()
        assert note.anchor.quote.endswith(".")
        await s.press("d")
        assert len(s.notes()) == 1
        assert "place in a text" in s.said
        await s.press("/", "ctrl+u")
        await s.type("in:notes bread")
        await s.press("tab", "d")
        assert s.notes() == []


async def test_a_hit_is_cited_and_its_words_are_copied(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await listed(s, "ice neither")
        name, _ = found(s)[search(s).list.pointed]
        assert name == "quay.md"
        await s.press("y")
        assert s.clipboard == "When the ice came there was neither bread nor pay."
        await s.press("c")
        assert "neither bread nor pay" in s.clipboard
        assert "Work on the Quay" in s.clipboard
        await s.press("s")
        assert s.dialog != "SearchScreen"
        await s.press("escape")
        search(s)


async def test_many_hits_are_cited_together(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await listed(s, "bread")
        await s.press("*", "c")
        assert "Work on the Quay" in s.clipboard
        assert "What Pilots Knew" in s.clipboard
        await s.press("C")
        await s.opened("CiteChooser")
        await s.type("bibtex")
        await s.press("enter")
        assert s.clipboard.count("@") >= 2
        ids = [line for line in s.clipboard.splitlines() if line.startswith("@")]
        assert len(ids) == len(set(ids))
