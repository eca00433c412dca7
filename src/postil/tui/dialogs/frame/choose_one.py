"""Asks which one of several is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.widget import Widget

from postil.model.values import dataclass
from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row

SHORT = 20
"""Cells of names that need no more room, which what is said of them has then."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be meant."""

    key: str
    label: str
    detail: str = ""


class ChooseOne(Dialog[str | None]):
    """Names things to choose from; answers with the key of one, or None."""

    DEFAULT_CSS = """
    ChooseOne.-narrow {
        & > .sheet { height: auto; min-height: 0; }
        FilterList { height: auto; }
        RowList { height: auto; max-height: 10; }
        &.-low RowList { max-height: 5; }
    }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "chooses"),
        ("list.previous list.next", "move"),
        ("dialog.leave", "leaves"),
    )

    def __init__(self, title: str, rows: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        told = any(row.detail for row in rows)
        self._rows = [
            Row(row.key, (row.label, row.detail) if told else (row.label,)) for row in rows
        ]
        short = all(cell_len(row.label) <= SHORT for row in rows)
        label = Column(most=SHORT) if short else Column(share=3)
        said = [Column(share=2, muted=True)] if told else []
        self._list = FilterList([label, *said], self._choose)

    def heading(self) -> str:
        """Return the question."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the list."""
        yield self._list

    def fill(self) -> None:
        """Fill the list."""
        self._list.show(self._rows)

    def _choose(self, row: Row | None, _: str) -> None:
        if row:
            self.answer(row.key)
