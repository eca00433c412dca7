"""Asks for the password of a locked document; nothing of what is typed is shown or kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from postil.errors import NeedsPassword
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.messages import sentence
from postil.tui.widgets.field import Line

if TYPE_CHECKING:
    from textual.app import App


class PasswordField(Line):
    """The line; Enter takes what stands there."""

    DEFAULT_CSS = """
    PasswordField, PasswordField:focus { width: 1fr; background: $panel; }
    """

    async def action_submit(self) -> None:
        """Hand on what stands there."""
        screen = self.screen
        if isinstance(screen, AskPassword):
            screen.answer(self.value or None)


class AskPassword(Dialog[str | None]):
    """Asks for a password; answers with it, None where there is none."""

    SIDE: ClassVar[bool] = False

    DEFAULT_CSS = """
    AskPassword {
        & > .sheet { height: auto; min-height: 0; max-height: 12; }
        .detail { height: auto; max-height: 4; color: $text-muted; }
        Horizontal { height: 1; margin-top: 1; }
        .prompt { width: 2; color: $accent; text-style: bold; }
    }
    """

    def __init__(self, locked: NeedsPassword) -> None:
        """Ask for the password of what is ``locked``."""
        super().__init__()
        self._locked = locked
        self._line = PasswordField()
        self._line.password = True

    def heading(self) -> str:
        """Return what is locked."""
        return f"Password of {self._locked.what}"

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return why it is asked for, and the line."""
        why = sentence(self._locked.why)
        yield plain(
            f"{why} It is kept nowhere, and asked for again the next time.", classes="detail"
        )
        with Horizontal():
            yield plain("›", classes="prompt")
            yield self._line

    def fill(self) -> None:
        """Let the reader type."""
        self._line.focus()

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does."""
        return (("field.enter", "opens it"), ("dialog.leave", "leaves it locked"))


def ask(app: App[int], locked: NeedsPassword, opens: Callable[[str], object]) -> None:
    """Ask for a password over what is shown; what ``opens`` by it takes what was typed."""

    def answered(password: str | None) -> None:
        if password:
            opens(password)

    app.push_screen(AskPassword(locked), answered)
