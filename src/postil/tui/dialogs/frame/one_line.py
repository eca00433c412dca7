"""Frame of a dialog that asks for one line: what it is about, and the line that Enter takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from postil.tui.dialogs.frame.dialog import Dialog, plain
from postil.tui.widgets.field import Line


class AskedField(Line):
    """The line; Enter takes what stands there."""

    taken: Callable[[], object] | None = None
    """What Enter does."""

    DEFAULT_CSS = """
    AskedField, AskedField:focus { width: 1fr; background: $panel; }
    """

    async def action_submit(self) -> None:
        """Hand on what stands there."""
        if self.taken is not None:
            self.taken()


class OneLine(Dialog[str | None]):
    """Shows a line to type in; those made on it say what becomes of it."""

    SIDE: ClassVar[bool] = False

    DEFAULT_CSS = """
    OneLine {
        & > .sheet { height: auto; min-height: 0; max-height: 14; }
        .detail { height: auto; max-height: 4; color: $text-muted; }
        Horizontal { height: 1; margin-top: 1; }
        .prompt { width: 2; color: $accent; text-style: bold; }
    }
    """

    def __init__(
        self,
        title: str,
        detail: str,
        take: Callable[[], object],
        *,
        value: str = "",
        hint: str = "",
    ) -> None:
        """Begin with a ``value``; Enter calls ``take``."""
        super().__init__()
        self._title, self._detail = title, detail
        self.line = AskedField(value, hint=hint)
        self.line.taken = take
        self.below: tuple[Widget, ...] = ()
        """What stands below the line."""

    def heading(self) -> str:
        """Return the question."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return what it is about, and the line."""
        yield plain(self._detail, classes="detail")
        with Horizontal():
            yield plain("›", classes="prompt")
            yield self.line
        yield from self.below

    def fill(self) -> None:
        """Put the cursor behind what stands there."""
        self.line.focus()
        self.line.cursor_position = len(self.line.value)
