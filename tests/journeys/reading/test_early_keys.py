"""Keys before the app is loaded lead where the same keys would lead in the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.position import ReadingPosition
from postil.tui.screens.early_reader import Turning
from postil.tui.startup import first_page
from postil.tui.startup.first_page import PaintedPage
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import Session, reading

SIZE = (100, 16)
PAINTED = ("", "", "")
BOLD = "\x1b[1m"
SEQUENCES = {
    " ": ["space"],
    " b": ["space", "b"],
    "jjj": ["j", "j", "j"],
    "j" * 9 + "k": [*"jjjjjjjjj", "k"],
    "\x04\x04\x15": ["ctrl+d", "ctrl+d", "ctrl+u"],
    "\x1b[6~\x1b[6~\x1b[5~\x1b[B\x1bOB\x1b[A": [*"  ", "pageup", "down", "down", "up"],
    " " * 40: [*" " * 40],
    "k": ["k"],
    "\x1bOA": ["up"],
}
"""What a terminal sends, and the keys that this stands for."""


def rows(drawn: str) -> list[str]:
    """Return the words of painted rows, from the top."""
    page = drawn.removeprefix("\x1b[2;1H").removesuffix("\x1b[0m").replace(BOLD, "")
    return [row.removesuffix("\x1b[K\x1b[22m").strip() for row in page.split("\r\n")]


def shown(session: Session) -> list[str]:
    """Return the words on the page, from the top, without the signs beside them."""
    page = session.page
    left = page.region.x + page.viewport.left
    lines = session.seen().split("\n")[page.region.y : page.region.bottom]
    return [line[left : left + page.viewport.typeset.width].strip() for line in lines]


@pytest.mark.parametrize("typed", SEQUENCES, ids=ascii)
async def test_the_painted_page_is_turned_as_the_page_of_the_app(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR * 3, "utf-8")
    drawn: list[str] = []
    monkeypatch.setattr(first_page, "_write", drawn.append)
    async with reading(path, SIZE) as session:
        page = session.page
        turning = Turning(
            PaintedPage(page.article, page.viewport.measure, SIZE, PAINTED), ReadingPosition(0)
        )
        turning.press(typed.encode())
        await session.press(*SEQUENCES[typed])
        assert turning.viewport.anchor == page.viewport.anchor
        assert turning.paragraph.here() == page.paragraph.here()
        if drawn:
            assert rows(drawn[-1]) == shown(session)
        else:
            assert page.viewport.anchor == (0, 0)
