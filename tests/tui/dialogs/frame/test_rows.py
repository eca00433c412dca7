"""The columns of a list: how wide each is, and which give way in a narrow one."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from postil.tui.dialogs.frame.rows import Column, Row, RowList
from postil.tui.theme import THEMES

ROWS = [Row("a", ("Night shift", "routes", "3 notes")), Row("b", ("Day", "", "1 note"))]


class Showing(App[None]):
    """Shows two rows of three columns, the middle one where there is room."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.list = RowList([Column(share=1), Column(from_width=40), Column(right=True)])

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.measure(ROWS)
        self.list.show(ROWS, [], None)


def drawn(app: Showing) -> list[str]:
    return [app.list.render_line(y).text.rstrip() for y in range(3)]


async def test_a_column_in_the_middle_gives_way_and_the_last_one_stays() -> None:
    app = Showing()
    async with app.run_test(size=(39, 5)) as pilot:
        await pilot.pause()
        first, second, rest = drawn(app)
        assert first.split() == ["Night", "shift", "3", "notes"]
        assert second.split() == ["Day", "1", "note"]
        assert first.index("3 notes") + 1 == second.index("1 note"), "set to the right"
        assert rest == ""


async def test_where_there_is_room_every_column_stands_in_its_place() -> None:
    app = Showing()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        first, second, _ = drawn(app)
        assert first.split() == ["Night", "shift", "routes", "3", "notes"]
        assert second.split() == ["Day", "1", "note"]
        assert first.index("3 notes") + 1 == second.index("1 note")


@pytest.mark.parametrize("width", [39, 40, 80])
async def test_a_row_is_as_wide_as_the_list(width: int) -> None:
    app = Showing()
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.pause()
        assert {app.list.render_line(y).cell_length for y in range(3)} == {app.list.size.width}
