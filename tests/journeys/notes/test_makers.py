"""Readers who share a home see whose note is whose, and are asked before another's is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care import local_state
from postil.model.note import Colour, Note
from postil.model.values import replace
from tests.journeys.driving import LARGE, SMALL, Session, places, reading
from tests.journeys.harbour import FIRST, SECOND
from tests.journeys.harbour import annotate as written_here
from tests.journeys.notes.test_machines import annotate


def from_ann(tmp_path: Path, path: Path, words: str, body: str) -> Note:
    """Let Ann write a note on a machine of hers, in the home that is shared."""
    own = tmp_path / "ann"
    home = local_state.open_home(
        replace(places(), state=own / "state", cache=own / "cache"), "Ann Reed"
    )
    return annotate(home, path, words, body)


async def to_note(s: Session) -> None:
    await s.press("escape", "tab")
    assert s.page.marks.note_now


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_margin_and_the_list_say_who_else_made_a_note(
    size: tuple[int, int], harbour: Path, tmp_path: Path
) -> None:
    written_here(harbour, FIRST, body="My own.")
    from_ann(tmp_path, harbour, SECOND, "Hers.")
    async with reading(harbour, size) as s:
        await s.press("m")
        assert s.seen().count("by Ann Reed") == 1
        await s.press("escape", "B")
        await s.opened("NotesScreen")
        await s.until(lambda: "by Ann Reed" in s.seen(), "the maker")
        await s.type("by:ann")
        await s.until(lambda: "My own." not in s.seen(), "only hers")
        assert "Hers." in s.seen()


@pytest.mark.parametrize("keys", [("a",), ("t",), ("P",), ("3", "enter"), ("d",)])
async def test_a_key_of_the_page_asks_before_it_changes_anothers_note(
    keys: tuple[str, ...], harbour: Path, tmp_path: Path
) -> None:
    from_ann(tmp_path, harbour, SECOND, "Hers.")
    async with reading(harbour) as s:
        before = s.only()
        await to_note(s)
        await s.press(*keys)
        await s.opened("Confirm")
        assert "Ann Reed made this note." in s.seen()
        await s.press("n")
        assert s.dialog == "ReaderScreen"
        assert s.only() == before
        await to_note(s)
        await s.press(*keys)
        await s.opened("Confirm")
        await s.press("y")
        if keys == ("d",):
            assert s.notes() == []
            await s.press("u")
            assert s.only().body == "Hers."
        elif keys == ("3", "enter"):
            assert s.only().colour is Colour.BLUE
        elif keys == ("a",):
            await s.opened("NoteEditor")
            await s.type(" And mine.")
            await s.press("ctrl+s")
            assert s.only().body == "Hers. And mine."
            assert s.only().maker == "Ann Reed"
            await s.press("3", "enter")
            assert s.only().colour is Colour.BLUE, "who has agreed is not asked twice"


async def test_in_the_list_one_question_names_the_maker_and_how_many(
    harbour: Path, tmp_path: Path
) -> None:
    written_here(harbour, FIRST, body="My own.")
    from_ann(tmp_path, harbour, SECOND, "Hers.")
    async with reading(harbour) as s:
        await s.press("B")
        await s.opened("NotesScreen")
        await s.press("tab", "x", "x", "d")
        await s.opened("Confirm")
        assert "1 of these 2 notes was made by Ann Reed. Delete them?" in s.seen()
        await s.press("n")
        assert len(s.notes()) == 2
        await s.press("3")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: {one.colour for one in s.notes()} == {Colour.BLUE}, "blue")
        await s.press("u")
        await s.until(lambda: Colour.BLUE not in {one.colour for one in s.notes()}, "as before")


async def test_a_tag_on_anothers_note_is_renamed_when_that_is_agreed(
    harbour: Path, tmp_path: Path
) -> None:
    from_ann(tmp_path, harbour, SECOND, "Hers.")
    async with reading(harbour) as s:
        await to_note(s)
        await s.press("t")
        await s.opened("Confirm")
        await s.press("y")
        await s.opened("TagPicker")
        await s.type("ice")
        await s.press("enter", "enter")
        assert s.only().tags == ("ice",)
