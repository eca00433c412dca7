"""Tab comes to a note, and the keys that copy, cite and trace take its passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.driving import LARGE, SMALL, reading

BREAD = "Some came twice a day."


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_passage_of_the_current_note_is_cited_copied_and_traced(
    harbour: Path, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as s:
        await s.choose(BREAD)
        await s.press("enter", "escape", "G", "tab")
        bottom = s.seen().splitlines()[-1]
        assert bottom.strip().startswith("c cite  y copy  s source  a edit  t tag")
        await s.press("y")
        assert s.clipboard == BREAD
        await s.press("c")
        assert s.clipboard.startswith(f"“{BREAD}”")
        assert "Lindqvist" in s.clipboard
        await s.press("C")
        await s.opened("CiteChooser")
        await s.press("escape", "s")
        await s.opened("SourceDialog")
        assert "Ada Lindqvist" in s.seen()
        await s.press("escape", "escape")
        assert s.seen().splitlines()[-1].strip().startswith("v select")


async def test_from_the_margin_too(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.choose(BREAD)
        await s.press("enter", "escape", "m", "c")
        assert s.clipboard.startswith(f"“{BREAD}”")
