"""However Postil is left, it ends as a command that has done its work, and keeps the place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from postil.library.notes import annotating
from postil.model.note import Colour, Note
from tests.journeys.driving import reading, shelf


@pytest.mark.parametrize("keys", [("ctrl+q",), ("q",), ("?", "ctrl+q")])
async def test_leaving_an_article_ends_with_nought_and_keeps_the_place(
    harbour: Path, keys: tuple[str, ...]
) -> None:
    """A script that opened it goes on; a dialog that is open does not hold the reader back."""
    async with reading(harbour) as s:
        await s.press("]", "]", "j")
        place = s.page.viewport.top_offset()
        assert place
        await s.press(*keys)
        assert s.app.return_value == 0
    async with reading(harbour) as s:
        assert s.page.viewport.top_offset() == place


@pytest.mark.parametrize("keys", [["tab", "q"], ["ctrl+q"]])
async def test_leaving_the_shelf_ends_with_nought(harbour: Path, keys: list[str]) -> None:
    async with shelf(harbour.parent) as s:
        await s.press(*keys)
        assert s.app.return_value == 0


async def test_quitting_in_the_middle_of_a_note_keeps_the_last_letter(harbour: Path) -> None:
    """It is not waited until the draft is kept by itself."""
    async with reading(harbour) as s:
        await s.press("}", "V", "a")
        s.burst(*"Half a thought", "ctrl+q")
        await s.settle()
        assert s.app.return_value == 0
    async with reading(harbour) as s:
        await s.until(lambda: "unfinished note is kept" in s.said, "that there is a draft")
        await s.press("V", "a")
        assert "Half a thought" in s.seen()


async def test_quitting_in_the_middle_of_a_correction_keeps_it(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("museum")
        await s.press("s", "e", "tab")
        await s.type("Overland")
        await s.press("ctrl+q")
        assert s.app.return_value == 0
    async with reading(harbour) as s:
        await s.find("museum")
        await s.press("s")
        assert "Overland" in s.seen()
        assert "left unfinished" in s.said
        await s.press("ctrl+s")
        assert "Source corrected" in s.said
    async with reading(harbour) as s:
        await s.find("museum")
        await s.press("s")
        assert "e corrects it" in s.seen(), "nothing is left unfinished"


async def test_quitting_stores_the_tags_and_waits_for_what_is_on_its_way(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(harbour) as s:
        await s.press("}", "V", "t")
        await s.type("night")
        await s.press("enter", "ctrl+q")
        assert s.app.return_value == 0
        assert s.only().tags == ("night",)
    store = annotating.annotate

    def slow(*arguments: Any, **options: Any) -> Note:
        time.sleep(0.2)
        return store(*arguments, **options)

    monkeypatch.setattr(annotating, "annotate", slow)
    async with reading(harbour) as s:
        await s.press("}", "}", "V")
        s.burst("2")
        await s.until(lambda: s.reader.parts.changes.waiting, "the change")
        await s.press("ctrl+q")
        assert s.app.return_value == 0
        assert [note.colour for note in s.notes()] == [Colour.YELLOW, Colour.GREEN]
