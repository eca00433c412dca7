"""Whatever is asked of tags can be left, or answered with less than all, and is said in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care import local_state
from postil.library.notes import tagging
from postil.model.note import Colour
from tests.journeys.codebook.test_tags import ALL, listed, pointed, stored, tags, to
from tests.journeys.driving import places, reading


def colours() -> dict[str, Colour | None]:
    """Return the colours of the tags as another process reads them."""
    return {one.tag: one.colour for one in tagging.tags(local_state.open_home(places()))}


@pytest.mark.parametrize(
    ("key", "dialog"),
    [
        ("r", "AskLine"),
        ("e", "AskLine"),
        ("m", "PickTag"),
        ("v", "PickTag"),
        ("d", "ChooseOne"),
        ("p", "SplitScreen"),
    ],
)
async def test_a_question_that_is_left_changes_nothing(
    library: Path, key: str, dialog: str
) -> None:
    async with reading(library / "harbour.txt") as s:
        before = stored()
        await s.press("#")
        await to(s, "trade")
        await s.press(key)
        assert s.dialog == dialog
        await s.press("escape")
        assert pointed(s) == "trade"
        assert stored() == before
        assert s.app.said == []


async def test_confirmations_and_the_name_of_a_split_can_be_left(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        before = stored()
        await s.press("#")
        await to(s, "winter")
        await s.press("d")
        assert "Delete “winter”?" in s.seen()
        await s.press("escape", "x")
        await to(s, "work")
        await s.press("m")
        assert "Merge “winter” into “work”?" in s.seen()
        await s.press("escape")
        await to(s, "trade")
        await s.press("p")
        await s.type("bread")
        await s.press("enter")
        assert "get it in the place of “trade”." in s.seen()
        await s.press("escape")
        assert listed(s) == ALL
        assert stored() == before


async def test_a_tag_is_deleted_alone_or_without_being_above_another(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "trade")
        await s.press("d")
        assert "“trade” alone" in s.seen()
        assert "taken off 1 note" in s.seen()
        await s.type("alone")
        await s.press("enter")
        assert stored()["trade/food"] == 2, "what is below stays"
        assert "trade" not in stored()
        await to(s, "trade")
        await s.press("d")
        assert "with the 1 tag below it" in s.seen()
        assert "alone" not in s.seen(), "no note has it"
        await s.press("escape")
        await to(s, "winter")
        await s.press("d", "enter")
        assert "winter" not in stored()
        await s.press("u", "u")
        assert listed(s) == ALL
        assert stored()["trade"] == 1


async def test_a_tag_is_merged_by_typing_the_name_and_moved_to_the_top(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "winter")
        await s.press("m")
        assert "Merge “winter” into which tag?" in s.seen()
        await s.type("people")
        assert "merges “winter” into “people”" in s.seen()
        await s.press("enter")
        assert "winter" not in stored()
        assert stored()["people"] == 2
        assert pointed(s) == "people"
        await to(s, "weather/ice")
        await s.press("v")
        await s.type("to the top")
        assert "moves it to “ice”" in s.seen()
        await s.press("enter")
        assert pointed(s) == "ice"
        assert stored()["ice"] == 2
        await s.press("u", "u")
        assert listed(s) == ALL


async def test_a_tag_that_no_note_has_cannot_be_split(library: Path) -> None:
    tagging.define_tag(local_state.open_home(places()), "spare", "Kept for later")
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "spare")
        await s.press("p")
        assert s.said == "No note has this tag: there is nothing to split."
        assert tags(s).list.has_focus


async def test_each_figure_gives_its_colour_and_nought_takes_it_away(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "work")
        assert "  1-5 colours  " in s.seen()
        for number, colour in enumerate(Colour, 1):
            await s.press(str(number))
            assert colours()["work"] == colour
        await s.press("0")
        assert colours()["work"] is None
        assert s.said == "Taken away. u takes it back."
        await s.press("u")
        assert colours()["work"] == list(Colour)[-1]
        await s.press("ctrl+r")
        assert colours()["work"] is None


async def test_more_tags_than_can_be_named_are_counted(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#", "tab", "g")
        for tag in ALL:
            await to(s, tag)
            await s.press("x")
        await s.press("2")
        assert s.said.startswith("7 tags: ")
        assert set(colours().values()) == {list(Colour)[1]}


async def test_where_nothing_is_listed_the_verbs_ask_nothing(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await s.type("zeppelin")
        assert listed(s) == []
        before = stored()
        for verb in "rename", "define", "merge", "move", "delete":
            tags(s).action_change(verb)
            await s.settle()
            assert s.dialog == "TagsScreen", verb
        tags(s).action_colour(3)
        await s.settle()
        assert stored() == before
        assert colours()["work"] is None
        assert s.app.said == []


async def test_all_tags_are_deleted_and_come_back_by_one_step(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        before = stored()
        await s.press("#")
        for tag in ALL:
            await to(s, tag)
            await s.press("x")
        await s.press("d")
        assert "Delete 7 tags?" in s.seen()
        await s.press("enter")
        assert s.said.startswith("Deleted 7 tags; ")
        assert stored() == {}
        assert len(s.notes()) == 5, "the notes stay"
        assert tags(s).list.has_focus
        assert "There are no tags yet." in s.seen()
        await s.press("/", "tab", "u")
        assert tags(s).line.value == ""
        assert listed(s) == ALL
        assert stored() == before
