"""However Postil is left, it ends as a command that has done its work, and keeps the place."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_the_shelf_ends_with_nought(harbour: Path, key: str) -> None:
    async with shelf(harbour.parent) as s:
        await s.press(key)
        assert s.app.return_value == 0
