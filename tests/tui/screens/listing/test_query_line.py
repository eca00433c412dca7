"""A query is coloured as long as that costs nothing: all of it is looked at for each letter."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual.app import App, ComposeResult

from postil.tui.screens.listing.query_line import COLOURED, QueryLine


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield QueryLine("ask", lambda: None, lambda _: None, tuple)


@pytest.mark.parametrize(("length", "coloured"), [(COLOURED, True), (COLOURED + 1, False)])
async def test_what_is_very_long_is_not_coloured(length: int, coloured: bool) -> None:
    app = Host()
    async with app.run_test():
        line = app.query_one(QueryLine)
        text = Text("tag:ice ".ljust(length, "x"))
        assert line.highlighter is not None
        line.highlighter.highlight(text)
        assert bool(text.spans) is coloured
