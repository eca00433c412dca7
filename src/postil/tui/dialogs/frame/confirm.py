"""Asks a question that is answered with yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain


class Confirm(Dialog[bool]):
    """Shows in full what is about to be done; answers True only for a yes."""

    SIDE = False
    TYPING = False

    DEFAULT_CSS = """
    Confirm {
        & > .sheet { height: auto; min-height: 0; max-height: 17; }
        .detail {
            height: auto;
            max-height: 12;
            margin-top: 1;
            & > Static { height: auto; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "agree", "Yes", id="confirm.yes", show=False, tooltip="Do it"),
        Binding("n", "leave", "No", id="confirm.no", show=False, tooltip="Do nothing"),
    ]

    def __init__(self, question: str, detail: str, yes: str, no: str = "leaves") -> None:
        """Ask; ``yes`` and ``no`` say what the keys do, as in "opens it in the browser"."""
        super().__init__()
        self._question = question
        self._detail = detail
        self._yes = yes
        self._no = no

    def heading(self) -> str:
        """Return the question."""
        return self._question

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return what the question is about, whole."""
        with VerticalScroll(classes="detail"):
            yield plain(self._detail)

    def hints(self) -> Sequence[Hint]:
        """Return what yes and no do."""
        return (("confirm.yes", self._yes), ("dialog.leave", self._no))

    def action_agree(self) -> None:
        """Answer yes."""
        self.answer(True)

    def action_leave(self) -> None:
        """Answer no."""
        self.answer(False)
