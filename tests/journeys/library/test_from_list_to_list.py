"""F4, F5 and F6 lead to notes, tags and sources from wherever the reader is, as letters do."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care.local_state import open_home
from postil.library.notes import tagging
from tests.journeys.driving import places, reading, shelf
from tests.journeys.harbour import ICE, annotate


@pytest.mark.parametrize(
    ("key", "name"), [("f4", "NotesScreen"), ("f5", "TagsScreen"), ("f6", "SourcesScreen")]
)
async def test_the_page_has_the_keys_that_lists_name(harbour: Path, key: str, name: str) -> None:
    async with reading(harbour) as s:
        await s.press(key)
        await s.opened(name)
        await s.press("escape")
        assert s.dialog == "ReaderScreen"


async def test_a_list_that_lies_below_is_gone_back_to(harbour: Path) -> None:
    annotate(harbour, ICE)
    async with shelf(harbour.parent) as s:
        await s.press("f4")
        await s.type("bread")
        await s.press("f5", "f6", "f4")
        assert s.dialog == "NotesScreen"
        assert "› bread" in s.seen()
        await s.press("f4", "escape")
        assert s.dialog == "Shelf", "no list lies there twice"


async def test_in_a_list_the_letters_of_the_page_lead_to_the_others(harbour: Path) -> None:
    tagging.define_tag(open_home(places()), "winter", "All of it")
    annotate(harbour, ICE)
    async with shelf(harbour.parent) as s:
        for key, name in (
            ("B", "NotesScreen"),
            ("#", "TagsScreen"),
            ("@", "SourcesScreen"),
            ("S", "SearchScreen"),
        ):
            await s.press("tab", key)
            await s.opened(name)
        await s.press("f4")
        assert s.dialog == "NotesScreen"
        await s.press("S")
        await s.opened("SearchScreen")
        await s.press("escape", "escape")
        assert s.dialog == "Shelf", "no list lies there twice"


async def test_a_list_that_somebody_waits_for_is_left_without_an_answer(harbour: Path) -> None:
    annotate(harbour, ICE)
    async with reading(harbour) as s:
        await s.press("tab", "t")
        await s.type("winter")
        await s.press("enter", "escape", "f5", "tab", "p")
        assert s.dialog == "SplitScreen"
        await s.press("f5")
        assert s.dialog == "TagsScreen"
        await s.press("p")
        assert s.dialog == "SplitScreen", "it can be asked for again"
