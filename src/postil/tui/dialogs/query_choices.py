"""A small list of how a query may go on, below the line in which it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row

if TYPE_CHECKING:
    from postil.library.shelf.completing import QueryChoice

WIDTH = 64
"""Cells of the list."""

HEIGHT = 14
"""Rows of it at most."""


class QueryChoices(Dialog[str | None]):
    """A small list below the query line; answers with what is to be put in."""

    SIDE: ClassVar[bool] = False

    DEFAULT_CSS = f"""
    QueryChoices {{
        background: transparent;
        & > .sheet, &.-low > .sheet {{
            dock: none;
            width: {WIDTH};
            max-width: 100%;
            height: auto;
            min-height: 0;
            max-height: {HEIGHT};
            border-top: none;
            background: $panel;
        }}
        .title {{ display: none; }}
        FilterList, RowList {{ height: auto; }}
        RowList {{ max-height: {HEIGHT - 4}; }}
        &.-wide FilterList > Horizontal {{ margin-top: 0; }}
    }}
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "takes it"),
        ("list.previous list.next", "move"),
        ("dialog.leave", "leaves"),
    )

    def __init__(self, choices: Sequence[QueryChoice], at: tuple[int, int]) -> None:
        """Stand with the left upper corner in a cell of the screen, if there is room."""
        super().__init__()
        self._choices = choices
        self._at = at
        self._list = FilterList(
            [Column(share=2), Column(share=3, muted=True, searched=False)],
            self._choose,
            hint="type to filter",
        )

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        yield self._list

    def fill(self) -> None:
        """List what may be put in, below the line that asks."""
        rows = [Row(str(n), (one.text, one.said)) for n, one in enumerate(self._choices)]
        self._list.show(rows)
        x, y = self._at
        sheet = self._list.parent
        if isinstance(sheet, Widget):
            width, height = self.app.size
            left = max(0, min(x, width - WIDTH))
            sheet.styles.offset = (left, max(0, min(y, height - HEIGHT)))

    def _choose(self, row: Row | None, _: str) -> None:
        if row is not None:
            self.answer(self._choices[int(row.key)].text)
