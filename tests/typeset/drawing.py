"""Draws what is set as the page does, for reading in a test."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from postil.model.article import Block
from postil.typeset import Row, Typeset


def settled(blocks: Sequence[Block], width: int) -> Typeset:
    """Set blocks, every row of them counted."""
    typeset = Typeset(blocks, width, cell_len)
    typeset.count_rows(0, 10**6)
    return typeset


def drawn(text: str, row: Row) -> str:
    """Return a row as it is drawn, its indent included."""
    line = row.lead + " " * (row.indent - cell_len(row.lead)) + text[row.start : row.end]
    return line + "".join(cell.lead + text[cell.start : cell.end] for cell in row.beside)


def page(blocks: Sequence[Block], width: int) -> list[str]:
    """Return all lines of the blocks, without the blanks at their ends."""
    typeset = settled(blocks, width)
    lines = []
    for y in range(typeset.height):
        block, row = typeset.at(y)
        line = "" if row < 0 else drawn(blocks[block].text, typeset.rows(block)[row])
        lines.append(line.rstrip())
    return lines
