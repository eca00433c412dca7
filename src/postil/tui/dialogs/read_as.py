"""Asks in which encoding a file is to be read, and shows what comes out in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from postil.model.values import dataclass
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.frame.text_popup import Pane


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding, what it is called, and the lines that differ as they read in it."""

    key: str
    name: str
    lines: tuple[str, ...]
    current: bool = False
    """The article is read so now."""


class ReadAs(Dialog[str | None]):
    """Answers with the key of an encoding, or None."""

    SIDE = False
    TITLE_TEXT = "Read it as"

    DEFAULT_CSS = """
    ReadAs {
        & > .sheet { height: 80%; max-height: 30; }
        FilterList { height: 2fr; }
        Pane { height: 1fr; min-height: 4; margin-top: 1; }
        #lines { height: auto; }
    }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "reads it so"),
        ("list.previous list.next", "move"),
        ("dialog.leave", "leaves"),
    )

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Offer encodings, the likeliest first."""
        super().__init__()
        self._lines = {one.key: one.lines for one in readings}
        self._rows = [
            Row(
                one.key,
                (one.name, next(iter(one.lines), "")),
                sign="√" if one.current else "",
                more=one.key,
            )
            for one in readings
        ]
        columns = [Column(most=22), Column(share=1, muted=True, searched=False)]
        self._list = FilterList(columns, self._choose)
        self._shown = plain(id="lines")

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the list, and under it more of the text in the encoding that is pointed at."""
        yield self._list
        yield Pane(self._shown, can_focus=False)

    def fill(self) -> None:
        """Fill the list."""
        self._list.show(self._rows)

    @on(FilterList.Pointed)
    def show_lines(self, event: FilterList.Pointed) -> None:
        """Show the lines as they read in the encoding that is pointed at."""
        self._shown.update("\n".join(self._lines.get(event.row.key, ())) if event.row else "")

    def _choose(self, row: Row | None, _: str) -> None:
        if row:
            self.answer(row.key)
