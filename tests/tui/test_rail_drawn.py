"""The rail as it is drawn, and as it is drawn along."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region

from postil.tui.theme import THEMES
from postil.tui.widgets.rail import Rail, View

CELLS = 10


class Showing(App[None]):
    """Shows a rail of ten cells, and keeps what it reports."""

    CSS = f"Rail {{ height: {CELLS}; }}"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.rail = Rail()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.rail

    @on(Rail.Dragged)
    def drag(self, event: Rail.Dragged) -> None:
        self.told.append(f"row {event.top}")

    @on(Rail.Paged)
    def page(self, event: Rail.Paged) -> None:
        self.told.append(f"page {event.direction:+}")


def drawn(rail: Rail) -> str:
    """Return the cells from above: a full one as █, one that is filled from above in brackets."""
    cells = ""
    for strip in rail.render_lines(Region(0, 0, 1, CELLS)):
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
        (View(0, 10, 10), "          "),
        (View(0, 10, 20), "█████     "),
        (View(10, 10, 20), "     █████"),
        (View(5, 10, 20), "  ▄████[▄]  "),
        (View(0, 10, 1000), "█         "),
        (View(990, 10, 1000), "         █"),
        (View(55, 10, 1000), "▄[▄]        "),
        (View(500, 10, 1000), "    ▄[▄]    "),
        (View(14, 10, 1000), "▇[▇]        "),
        (View(97, 10, 1000), "▁[▁]        "),
    ],
)
async def test_the_thumb_is_drawn_to_an_eighth_of_a_cell(view: View, cells: str) -> None:
    app = Showing()
    async with app.run_test(size=(4, CELLS)):
        app.rail.show(view)
        assert drawn(app.rail) == cells


async def test_a_part_of_the_rail_is_drawn_as_it_stands_in_the_whole() -> None:
    app = Showing()
    async with app.run_test(size=(4, CELLS)):
        app.rail.show(View(5, 10, 20))
        whole = app.rail.render_lines(Region(0, 0, 1, CELLS))
        assert app.rail.render_lines(Region(0, 2, 1, 6)) == whole[2:8]


@pytest.mark.parametrize(
    ("cell", "told"),
    [(0, ["page -1"]), (1, ["page -1"]), (2, []), (7, []), (8, ["page +1"]), (9, ["page +1"])],
)
async def test_a_click_beside_the_thumb_turns_a_page(cell: int, told: list[str]) -> None:
    """The thumb takes the lower half of cell 2 to the upper half of cell 7."""
    app = Showing()
    async with app.run_test(size=(4, CELLS)) as pilot:
        app.rail.show(View(5, 10, 20))
        drawn(app.rail)
        await pilot.click(app.rail, offset=(0, cell))
        assert app.told == told


@pytest.mark.parametrize(
    ("cells", "row"), [(0, 50), (1, 70), (2, 90), (3, 100), (-1, 30), (-2, 10), (-3, 0), (-4, 0)]
)
async def test_the_article_follows_the_thumb_and_ends_where_it_does(cells: int, row: int) -> None:
    """Of ten cells the thumb takes five, so each of the others stands for a fifth of the rows."""
    app = Showing()
    async with app.run_test(size=(4, CELLS)) as pilot:
        app.rail.show(View(50, 100, 200))
        drawn(app.rail)
        await pilot.mouse_down(app.rail, offset=(0, 4))
        await pilot.hover(app.rail, offset=(0, 4 + cells))
        await pilot.mouse_up(app.rail, offset=(0, 4 + cells))
        assert set(app.told) == {f"row {row}"}
        await pilot.hover(app.rail, offset=(0, 7 if cells < 0 else 0))
        assert set(app.told) == {f"row {row}"}
