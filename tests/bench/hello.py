"""The smallest Textual programs: what any reader in Textual costs before it does anything.

    python tests/bench/hello.py [modal]

``modal`` lays a dialog with one field over it.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Question(ModalScreen[None]):
    """A dialog with a field."""

    def compose(self) -> ComposeResult:
        """Put the field."""
        yield Input()


class Hello(App[None]):
    """Says one word."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Say it."""
        yield Static("FIRSTWORD hello")

    def on_mount(self) -> None:
        """Ask, where that is wanted."""
        if "modal" in sys.argv[1:]:
            self.push_screen(Question())


if __name__ == "__main__":
    Hello().run()
