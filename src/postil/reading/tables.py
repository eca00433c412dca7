"""Sets the cells of a table in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_WIDEST = 60
"""Cells of the widest column that others are set by; what is longer juts out."""

GAP = "  "
"""Stands between two columns."""


def column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column in cells of the terminal."""
    widths: list[int] = []
    for row in rows:
        for column, text in enumerate(row):
            if column == len(widths):
                widths.append(0)
            widths[column] = max(widths[column], min(cell_width(text), _WIDEST))
    return widths


def padding(text: str, width: int) -> str:
    """Return the blanks that fill a text up to a column's width."""
    return " " * max(0, width - cell_width(text))


def cell_width(text: str) -> int:
    """Return the cells that a text takes: two for wide letters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )
