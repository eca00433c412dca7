"""The scroll bar as it is drawn, and as it is drawn along."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region

from postil.tui.theme import THEMES
from postil.tui.widgets.page.messages import RowsInView
from postil.tui.widgets.scrollbar import Scrollbar

CELLS = 10


class Showing(App[None]):
    """Shows a scroll bar of ten cells, and keeps what it reports."""

    CSS = f"Scrollbar {{ height: {CELLS}; }}"

    def __init__(self, *at: int) -> None:
        """Put a sign on some of the cells."""
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.scrollbar = Scrollbar(
            lambda cells: [("═" if cell in at else "", Style()) for cell in range(cells)]
        )
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.scrollbar

    @on(Scrollbar.Dragged)
    def drag(self, event: Scrollbar.Dragged) -> None:
        self.told.append(f"row {event.top}")

    @on(Scrollbar.Paged)
    def page(self, event: Scrollbar.Paged) -> None:
        self.told.append(f"page {event.direction:+}")


def drawn(bar: Scrollbar) -> str:
    """Return the cells from above: a full one as █, one that is filled from above in brackets."""
    cells = ""
    for strip in bar.render_lines(Region(0, 0, 1, CELLS)):
        (segment,) = strip
        cells += cell(segment)
    return cells


def cell(segment: Segment) -> str:
    reverse = bool(segment.style and segment.style.reverse)
    if not reverse:
        return segment.text
    return "█" if segment.text == " " else f"[{segment.text}]"


@pytest.mark.parametrize(
    ("view", "cells"),
    [
        (RowsInView(0, 10, 10), "          "),
        (RowsInView(0, 10, 20), "█████     "),
        (RowsInView(10, 10, 20), "     █████"),
        (RowsInView(5, 10, 20), "  ▄████[▄]  "),
        (RowsInView(0, 10, 1000), "█         "),
        (RowsInView(990, 10, 1000), "         █"),
        (RowsInView(55, 10, 1000), "▄[▄]        "),
        (RowsInView(500, 10, 1000), "    ▄[▄]    "),
        (RowsInView(14, 10, 1000), "▇[▇]        "),
        (RowsInView(97, 10, 1000), "▁[▁]        "),
    ],
)
async def test_the_thumb_is_drawn_to_an_eighth_of_a_cell(view: RowsInView, cells: str) -> None:
    app = Showing()
    async with app.run_test(size=(4, CELLS)):
        app.scrollbar.show(view)
        assert drawn(app.scrollbar) == cells


async def test_a_part_of_the_scroll_bar_is_drawn_as_it_stands_in_the_whole() -> None:
    app = Showing()
    async with app.run_test(size=(4, CELLS)):
        app.scrollbar.show(RowsInView(5, 10, 20))
        whole = app.scrollbar.render_lines(Region(0, 0, 1, CELLS))
        assert app.scrollbar.render_lines(Region(0, 2, 1, 6)) == whole[2:8]


@pytest.mark.parametrize(
    ("cell", "told"),
    [(0, ["page -1"]), (1, ["page -1"]), (2, []), (7, []), (8, ["page +1"]), (9, ["page +1"])],
)
async def test_a_click_beside_the_thumb_turns_a_page(cell: int, told: list[str]) -> None:
    """The thumb takes the lower half of cell 2 to the upper half of cell 7."""
    app = Showing()
    async with app.run_test(size=(4, CELLS)) as pilot:
        app.scrollbar.show(RowsInView(5, 10, 20))
        drawn(app.scrollbar)
        await pilot.click(app.scrollbar, offset=(0, cell))
        assert app.told == told


@pytest.mark.parametrize(
    ("cells", "row"), [(0, 50), (1, 70), (2, 90), (3, 100), (-1, 30), (-2, 10), (-3, 0), (-4, 0)]
)
async def test_the_article_follows_the_thumb_and_ends_where_it_does(cells: int, row: int) -> None:
    """Of ten cells the thumb takes five, so each of the others stands for a fifth of the rows."""
    app = Showing()
    async with app.run_test(size=(4, CELLS)) as pilot:
        app.scrollbar.show(RowsInView(50, 100, 200))
        drawn(app.scrollbar)
        await pilot.mouse_down(app.scrollbar, offset=(0, 4))
        await pilot.hover(app.scrollbar, offset=(0, 4 + cells))
        await pilot.mouse_up(app.scrollbar, offset=(0, 4 + cells))
        assert set(app.told) == {f"row {row}"}
        await pilot.hover(app.scrollbar, offset=(0, 7 if cells < 0 else 0))
        assert set(app.told) == {f"row {row}"}


async def test_a_sign_stands_before_the_thumb_and_is_gone_to_by_a_click() -> None:
    app = Showing(1, 6)
    async with app.run_test(size=(20, CELLS)) as pilot:
        app.scrollbar.show(RowsInView(0, 20, 100))
        app.scrollbar.recount()
        await pilot.pause()
        assert drawn(app.scrollbar) == "█[═]    ═   "
        for y in (6, 8, 1):
            await pilot.click(app.scrollbar, offset=(0, y))
        assert app.told == ["row 57", "page +1"], "the last one is on the thumb, which is taken"


async def test_signs_are_found_anew_when_the_article_grows_or_the_screen_does() -> None:
    app = Showing(3)
    async with app.run_test(size=(20, CELLS)) as pilot:
        app.scrollbar.show(RowsInView(0, 20, 40))
        await pilot.pause()
        assert drawn(app.scrollbar)[3:].startswith("[═]")
        app.scrollbar.show(RowsInView(0, 20, 200))
        await pilot.pause()
        assert "═" in drawn(app.scrollbar)
