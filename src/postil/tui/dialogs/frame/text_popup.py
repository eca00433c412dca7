"""Shows a text in place, such as a footnote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain


class Pane(VerticalScroll):
    """A text that may be longer than the sheet."""

    DEFAULT_CSS = """
    Pane {
        height: 1fr;
        margin-top: 1;
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "rows(1)", "Down", id="show.down", tooltip="One line on"),
        Binding("k,up", "rows(-1)", "Up", id="show.up", tooltip="One line back"),
        Binding("space,pagedown", "page(1)", "Page on", id="show.page-down", tooltip="A page on"),
        Binding("b,pageup", "page(-1)", "Page back", id="show.page-up", tooltip="A page back"),
        Binding("g,home", "edge(0)", "Beginning", id="show.home", tooltip="To the beginning"),
        Binding("G,end", "edge(1)", "End", id="show.end", tooltip="To the end"),
    ]

    def action_rows(self, by: int) -> None:
        """Scroll so many rows further down."""
        self.scroll_relative(y=by, animate=False, immediate=True)

    def action_page(self, by: int) -> None:
        """Scroll so many pages further down, one row of each being seen twice."""
        self.action_rows(by * max(1, self.size.height - 1))

    def action_edge(self, end: int) -> None:
        """Scroll to the beginning, or to the end."""
        self.scroll_to(y=end * self.max_scroll_y, animate=False, immediate=True)


class TextPopup(Dialog[None]):
    """A title and a text to scroll through."""

    DEFAULT_CSS = """
    TextPopup {
        &.-narrow > .sheet { height: auto; min-height: 0; max-height: 17; }
        &.-narrow Pane { height: auto; max-height: 12; }
    }
    """

    TYPING = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q,enter", "leave", "Close", id="show.close", show=False, tooltip="Back to the page"
        ),
    ]

    def __init__(self, title: str, body: str) -> None:
        super().__init__()
        self._title = title
        self._pane = Pane(plain(body))

    def heading(self) -> str:
        """Return the title."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the text."""
        yield self._pane

    def hints(self) -> Sequence[Hint]:
        """Name the keys for scrolling only where there is something to scroll."""
        if self._pane.max_scroll_y:
            return (("show.down show.up", "scroll"), ("dialog.leave", "closes"))
        return (("dialog.leave", "closes"),)
