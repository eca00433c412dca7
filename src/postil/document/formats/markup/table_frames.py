"""Tables that stand open: their cells are gathered, then set in columns or taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Block, BlockKind, Inline
from postil.model.values import dataclass, field

_LONGEST_CELL = 400
"""Code points of the longest cell that still makes a table and no layout."""
_MOST_BLOCKS = 4
"""Paragraphs or items in one cell, beyond which it is a column of text."""
_COLUMNS_OF_TEXT = 2
"""Paragraphs or items in a cell on the average, from which on all of them are columns of text."""
_WIDEST = 200
"""Columns that a cell may span."""
_MOST_COLUMNS = 1000
"""Columns of a row beyond which each cell is one, however many it spans."""


@dataclass(slots=True)
class TableFrame:
    """One table that stands open."""

    layout: bool = False
    """The document says that the table only arranges things."""
    marker: str = ""
    """Of the item that begins with the table."""
    caption: list[Block] = field(default_factory=list)
    rows: list[list[list[Block]]] = field(default_factory=list)
    nested: bool = False
    """Another table stands in it."""

    def row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def cell(self, span: str | None = None) -> list[Block]:
        """Begin a cell that spans so many columns; return what its blocks are appended to."""
        if not self.rows:
            self.rows.append([])
        blocks: list[Block] = []
        self.rows[-1].append(blocks)
        wide = int(span) if span and span.isdecimal() and len(span) < 4 else 1
        wide = min(wide, _WIDEST, _MOST_COLUMNS - len(self.rows[-1]))
        self.rows[-1].extend([] for _ in range(wide - 1))
        return blocks

    def blocks(self, quoted: int, line: int, level: int) -> list[Block]:
        """Return the table as one block; what only arranges things as the blocks within it."""
        rows = [row for row in self.rows if any(row)]
        if not rows:
            return self.caption
        if self._arranges(rows):
            return [*self.caption, *(block for row in rows for cell in row for block in cell)]
        table = set_table([[_cell(blocks) for blocks in row] for row in rows])
        block = Block(
            BlockKind.TABLE,
            table.text,
            line,
            level,
            quoted=quoted,
            inlines=table.inlines,
            breaks=table.breaks,
            cells=table.cells,
        )
        return [*self.caption, block]

    def _arranges(self, rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
        """Tell whether the table is there for the look of a page."""
        if self.layout or max(map(len, rows)) == 1:
            return True
        cells = [cell for row in rows for cell in row]
        filled = [cell for cell in cells if cell]
        if len(rows) == 1 and max(map(len, filled)) > 1:
            return True
        if sum(map(len, filled)) >= _COLUMNS_OF_TEXT * len(filled):
            return True
        if any(block.kind is BlockKind.HEADING for cell in cells for block in cell):
            return True
        return self.nested or any(
            len(cell) > _MOST_BLOCKS or sum(len(block.text) for block in cell) > _LONGEST_CELL
            for cell in cells
        )


def _cell(blocks: Sequence[Block]) -> Cell:
    """Return the words of a cell on one line; its paragraphs are parted by a blank."""
    if len(blocks) == 1 and "\n" not in blocks[0].text:
        return Cell(blocks[0].text, blocks[0].inlines)
    words = ""
    inlines: list[Inline] = []
    for block in blocks:
        words += " " if words else ""
        inlines += [
            Inline(one.start + len(words), one.end + len(words), one.kind, one.target)
            for one in block.inlines
        ]
        words += block.text.replace("\n", " ")
    return Cell(words, tuple(inlines))
