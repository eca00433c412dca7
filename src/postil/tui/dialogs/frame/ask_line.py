"""Asks for one line of text, and says what will be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.saving import Saving, Store
from postil.tui.widgets.field import Line


class AskedField(Line):
    """The line; Enter takes what stands there."""

    DEFAULT_CSS = """
    AskedField, AskedField:focus { width: 1fr; background: $panel; }
    """

    async def action_submit(self) -> None:
        """Hand on what stands there."""
        screen = self.screen
        if isinstance(screen, AskLine):
            screen.take()


class AskLine(Dialog[str | None]):
    """Shows a line to change; answers with what was stored, None for nothing."""

    SIDE: ClassVar[bool] = False

    DEFAULT_CSS = """
    AskLine {
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
        does: str,
        store: Store[str | None],
        *,
        value: str = "",
        hint: str = "",
    ) -> None:
        """Begin with a ``value``; ``does`` says what Enter does, as in "renames it"."""
        super().__init__()
        self._title, self._detail, self._does = title, detail, does
        self._value = value
        self._line = AskedField(value, hint=hint)
        self.saving: Saving[str | None] = Saving(self, self.answer, store, Draft("", self._typed))

    def heading(self) -> str:
        """Return the question."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return what will be done, and the line."""
        yield plain(self._detail, classes="detail")
        with Horizontal():
            yield plain("›", classes="prompt")
            yield self._line
        yield self.saving.line

    def fill(self) -> None:
        """Put the cursor behind what stands there."""
        self._line.focus()
        self._line.cursor_position = len(self._value)

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does."""
        return (("field.enter", self._does), ("dialog.leave", "leaves it"))

    def _typed(self) -> str:
        typed = clean_line(self._line.value)
        return typed if typed != self._value else ""

    @work(exclusive=True, group="accept")
    async def take(self) -> None:
        """Store what is typed, and close; leave where nothing was changed."""
        typed = clean_line(self._line.value)
        if typed == self._value and typed:
            self.answer(None)
        else:
            await self.saving.save(typed)
