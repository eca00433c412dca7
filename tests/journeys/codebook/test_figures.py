"""Figures of an article and of the library are a key away from wherever the reader is."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.tui.screens.figures import COUNTING, FiguresScreen
from tests.journeys.driving import LARGE, Session, reading, shelf


async def counted(s: Session) -> str:
    assert isinstance(s.app.screen, FiguresScreen), s.seen()
    await s.until(lambda: COUNTING not in s.seen(), "its figures")
    return s.seen()


async def test_the_figures_of_an_article_are_those_of_its_notes(library: Path) -> None:
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("%")
        seen = await counted(s)
        assert "Progress" in seen
        assert "people" in seen
        assert "trade/food" not in seen
        await s.press("l")
        assert "trade/food" in await counted(s)
        await s.press("l")
        assert "trade/food" not in await counted(s)
        await s.press("q")
        assert not isinstance(s.app.screen, FiguresScreen)


async def test_the_figures_of_the_library_are_shown_from_its_lists(library: Path) -> None:
    async with shelf(library) as s:
        await s.press("f7")
        seen = await counted(s)
        assert "trade/food" in seen
        assert "library" not in seen.splitlines()[-1]
        await s.press("G")
        assert "Notes over the outline" in s.seen()
        await s.press("l", "escape")
        assert not isinstance(s.app.screen, FiguresScreen)


@pytest.mark.parametrize("size", [(80, 24), LARGE])
async def test_lines_are_set_for_the_room_there_is(size: tuple[int, int], library: Path) -> None:
    async with reading(library / "harbour.txt", size) as s:
        await s.press("%")
        await counted(s)
        await s.press("G")
        lines = [line.rstrip() for line in s.seen().splitlines()]
        assert max(map(len, lines)) <= size[0]


async def test_a_library_of_which_nothing_is_known_is_told(tmp_path: Path) -> None:
    article = tmp_path / "empty.txt"
    article.write_text("One line that nobody has noted anything on.")
    async with reading(article) as s:
        await s.press("%")
        assert "known yet" in await counted(s) or "Progress" in s.seen()
