"""Asks for the password of a locked document; nothing of what is typed is shown or kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from postil.errors import NeedsPassword
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.dialogs.frame.one_line import OneLine
from postil.tui.messages import sentence

if TYPE_CHECKING:
    from textual.app import App


class AskPassword(OneLine):
    """Asks for a password; answers with it, None where there is none."""

    def __init__(self, locked: NeedsPassword) -> None:
        """Ask for the password of what is ``locked``."""
        why = sentence(locked.why)
        super().__init__(
            f"Password of {locked.what}",
            f"{why} What you type is kept nowhere, and is asked for again the next time.",
            self._take,
        )
        self.line.password = True

    def _take(self) -> None:
        """Hand on what was typed."""
        self.answer(self.line.value or None)

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does."""
        return (("field.enter", "opens it"), ("dialog.leave", "leaves it locked"))


def ask(app: App[int], locked: NeedsPassword, opens: Callable[[str], object]) -> None:
    """Ask for a password over what is shown; what ``opens`` by it takes what was typed."""

    def answered(password: str | None) -> None:
        if password:
            opens(password)

    app.push_screen(AskPassword(locked), answered)
