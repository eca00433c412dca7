"""Tables as text, their cells in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from postil.model.article import Inline
from postil.model.values import dataclass

_WIDEST = 60
"""Cells of the widest column that others are set by; what is longer juts out."""

_GAP = "  "
"""Stands between two columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, and what is set apart in them."""

    text: str
    """Clean, without a line end."""
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The text of a table, with one line a row, and its offsets."""

    text: str
    inlines: tuple[Inline, ...]
    breaks: tuple[int, ...]
    """Where each line but the first begins."""
    cells: tuple[int, ...]
    """Where further cells of a line begin."""


def set_table(rows: Sequence[Sequence[Cell]]) -> Table:
    """Set rows as lines, their cells filled up to the widths of the columns.

    Rows at the end that have no words are none.
    """
    ends = [at for at, row in enumerate(rows, 1) if any(cell.text for cell in row)]
    rows = rows[: ends[-1] if ends else 0]
    widths = _column_widths(rows)
    parts: list[str] = []
    inlines: list[Inline] = []
    breaks: list[int] = []
    cells: list[int] = []
    length = 0
    for row in rows:
        if parts:
            parts.append("\n")
            length += 1
            breaks.append(length)
        last = max((at for at, cell in enumerate(row) if cell.text), default=-1)
        for column, cell in enumerate(row[: last + 1]):
            if column:
                cells.append(length)
            inlines += [_moved(inline, length) for inline in cell.inlines]
            filled = cell.text
            if column < last:
                filled += " " * max(0, widths[column] - _width(cell.text)) + _GAP
            parts.append(filled)
            length += len(filled)
    return Table("".join(parts), tuple(inlines), tuple(breaks), tuple(cells))


def _column_widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the width of each column in cells of the terminal."""
    widths: list[int] = []
    for row in rows:
        for column, cell in enumerate(row):
            if column == len(widths):
                widths.append(0)
            widths[column] = max(widths[column], min(_width(cell.text), _WIDEST))
    return widths


def _moved(inline: Inline, by: int) -> Inline:
    return Inline(inline.start + by, inline.end + by, inline.kind, inline.target)


def _width(text: str) -> int:
    """Return the cells that a text takes: two for wide letters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )
