"""Asks which text stays of a note that was written in several places, and shows each whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row


@dataclass(frozen=True, slots=True)
class Text:
    """One text that may stay."""

    said: str
    """When and where it was written."""
    body: str


class ResolveConflict(Dialog[str | None]):
    """Answers with the text that stays, or None where nothing is settled."""

    DEFAULT_CSS = """
    ResolveConflict {
        FilterList { height: 5; }
        .whole {
            height: 1fr;
            scrollbar-size-vertical: 1;
            & > Static { height: auto; }
        }
    }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "this text stays"),
        ("list.previous list.next", "see the others"),
        ("dialog.leave", "settles nothing"),
    )

    def __init__(self, texts: Sequence[Text]) -> None:
        super().__init__()
        self._texts = {str(number): text for number, text in enumerate(texts)}
        self._list = FilterList([Column(share=3), Column(share=2, muted=True)], self._choose)
        self._whole = plain("", classes="text")

    def heading(self) -> str:
        """Return the question."""
        return "This note was written in two places. Which text stays?"

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return when and where each was written, and the whole of the one pointed at."""
        yield self._list
        yield VerticalScroll(self._whole, classes="whole")

    def fill(self) -> None:
        """Fill the list."""
        rows = [Row(key, (text.said, clean_line(text.body))) for key, text in self._texts.items()]
        self._list.show(rows)

    @on(FilterList.Pointed)
    def show_whole(self, event: FilterList.Pointed) -> None:
        """Show the text that is pointed at."""
        found = self._texts[event.row.key].body if event.row else ""
        self._whole.update(found or "No text at all.")

    def _choose(self, row: Row | None, _: str) -> None:
        if row:
            self.answer(self._texts[row.key].body)
