"""The fields of a source, each with how it was read: beside it, or below where it is tight."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from postil.tui.dialogs.records.table import Record
from postil.tui.theme import THEMES

VALUES = {"author": "Ada Lind", "title": "", "page": "12"}
HOW = {"author": "before the verb", "page": "behind p."}


class Showing(App[None]):
    """Shows a record alone."""

    CSS = "Record { height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"

    def compose(self) -> ComposeResult:
        yield Record(VALUES, HOW)


def lines(app: App[None]) -> list[str]:
    record = app.query_one(Record)
    drawn = (record.render_line(y).text.rstrip() for y in range(record.size.height))
    return [line for line in drawn if line]


@pytest.mark.parametrize("width", [60, 120])
async def test_where_there_is_room_value_and_reason_share_it_evenly(width: int) -> None:
    app = Showing()
    async with app.run_test(size=(width, 10)):
        shown = lines(app)
        assert len(shown) == 2
        name = shown[0].index("Ada Lind")
        how = shown[0].index("before the verb")
        assert abs((how - name) - (width - how)) <= 2
        assert (shown[1].index("12"), shown[1].index("behind p.")) == (name, how)


async def test_where_it_is_tight_the_reason_stands_below_the_value() -> None:
    app = Showing()
    async with app.run_test(size=(59, 10)):
        shown = lines(app)
        assert [line.split(maxsplit=1)[-1] for line in shown[:1]] == ["Ada Lind"]
        assert shown[1].strip() == "before the verb"
        assert shown[1].index("before") == shown[0].index("Ada")
        assert len(shown) == 4
