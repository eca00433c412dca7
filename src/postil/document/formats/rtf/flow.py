"""Flow of RTF: paragraphs as they are ended, and the tables that they stand in."""

from __future__ import annotations

from postil.document.formats.office.paragraphs import Item, Paragraph, Piece, Step
from postil.model.values import dataclass, field

MOST_NESTED = 20
"""Tables within tables that are told apart."""
_MOST_CELLS = 1000
"""Cells of a row that are kept apart."""


WordStyle = tuple[tuple[str, ...], str, float]
"""Marks, link and size of words."""


@dataclass(slots=True)
class _Table:
    rows: list[list[tuple[list[Item], int]]] = field(default_factory=list)
    """Cells with how many columns each spans."""
    cells: list[list[Item]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    """Of the cell that is open."""


class Flow:
    """Paragraphs of the body, of a note or of a text box."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.marker = ""
        self.floating: list[Item] = []
        """What stands beside the paragraph that is open, as text boxes do."""
        self.merged: list[str] = []
        """Of each cell that the row has: ``first`` and ``next`` of those that are made one."""
        self._tables: list[_Table] = []
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        """Of one style, which are still to be made a piece."""
        self._style: WordStyle = ((), "", 0.0)

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the paragraph that is open."""
        return not self._words and not self._pieces

    @property
    def pieces(self) -> list[Piece]:
        """Return the pieces of the paragraph that is open, to be appended to."""
        if self._words:
            self._pieces.append(Piece("text", "".join(self._words), *self._style))
            self._words.clear()
        return self._pieces

    def add(self, words: str, style: WordStyle) -> bool:
        """Append words to the paragraph that is open; tell whether they begin a piece."""
        begins = style != self._style
        if begins:
            self._pieces = self.pieces
            self._style = style
        self._words.append(words)
        return begins

    def take(self) -> list[Piece]:
        """Return the pieces, and begin another paragraph."""
        taken, self._pieces = self.pieces, []
        return taken

    def put(self, one: Paragraph, nesting: int) -> None:
        """Append a paragraph to what stands in so many tables."""
        self._reach(min(nesting, MOST_NESTED))
        items = self._tables[-1].items if self._tables else self.items
        if one.pieces or one.ruled:
            items.append(one)
        items += self.floating
        self.floating = []

    def end_cell(self, nesting: int) -> None:
        """End a cell of the table at this depth, from 1."""
        self._reach(min(nesting, MOST_NESTED))
        table = self._tables[-1]
        if len(table.cells) < _MOST_CELLS:
            table.cells.append(table.items)
            table.items = []

    def end_row(self, nesting: int) -> None:
        """End a row of the table at this depth, from 1."""
        self._reach(min(nesting, MOST_NESTED))
        table = self._tables[-1]
        if table.items:
            self.end_cell(nesting)
        row: list[tuple[list[Item], int]] = []
        for at, cell in enumerate(table.cells):
            if row and self.merged[at : at + 1] == ["next"]:
                row[-1] = (row[-1][0] + cell, row[-1][1] + 1)
            else:
                row.append((cell, 1))
        if row:
            table.rows.append(row)
        table.cells = []

    def close(self) -> list[Item]:
        """End the tables that stand open; return all items."""
        self._reach(0)
        self.items += self.floating
        self.floating = []
        return self.items

    def _reach(self, nesting: int) -> None:
        while len(self._tables) < nesting:
            self._tables.append(_Table())
        while len(self._tables) > nesting:
            table = self._tables.pop()
            items = self._tables[-1].items if self._tables else self.items
            if table.items:
                table.cells.append(table.items)
            if table.cells:
                table.rows.append([(cell, 1) for cell in table.cells])
            items += _steps(table)


def _steps(table: _Table) -> list[Item]:
    """Return a table as items."""
    if not table.rows:
        return []
    steps: list[Item] = [Step("table", True)]
    for row in table.rows:
        steps.append(Step("tr", True))
        for cell, span in row:
            steps.append(Step("td", True, {"colspan": str(span)} if span > 1 else {}))
            steps += cell
            steps.append(Step("td", False))
        steps.append(Step("tr", False))
    steps.append(Step("table", False))
    return steps
