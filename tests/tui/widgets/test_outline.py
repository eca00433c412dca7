"""The list of sections says where there is none to show."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from postil.tui.theme import THEMES
from postil.tui.widgets.outline import SectionList


class Showing(App[None]):
    """Shows an empty list of sections."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.list = SectionList()

    def compose(self) -> ComposeResult:
        yield self.list


@pytest.mark.parametrize(
    ("cursor", "said"), [(0, " no section matches"), (-1, "")], ids=["filtering", "at rest"]
)
async def test_a_filter_that_nothing_matches_says_so_in_the_first_row(
    cursor: int, said: str
) -> None:
    app = Showing()
    async with app.run_test(size=(30, 4)):
        app.list.cursor = cursor
        rows = [app.list.render_line(y) for y in range(4)]
        assert [row.text.rstrip() for row in rows] == [said, "", "", ""]
        assert {row.cell_length for row in rows} == {app.list.size.width}
