"""The pane with every form of a citation is looked at, and never typed into."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

from postil.tui.dialogs.frame.forms import FormsPane
from postil.tui.theme import THEMES


class Showing(App[None]):
    """Shows a field and the pane below it."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"

    def compose(self) -> ComposeResult:
        yield Input()
        yield FormsPane()


async def test_the_tab_key_passes_the_forms_by() -> None:
    """The field keeps the keys: the reader goes on typing while the forms change."""
    app = Showing()
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        field.focus()
        await pilot.press("tab")
        assert app.focused is field
        assert not app.query_one(FormsPane).focusable
