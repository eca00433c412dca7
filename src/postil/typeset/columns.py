"""Tables in columns that fit the page, each cell wrapped by words under itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from postil.model.article import Block
from postil.model.values import NamedTuple, dataclass
from postil.typeset.cells import FILL, CellLen, lay_out, narrow
from postil.typeset.frame import LEAST, Frame
from postil.typeset.rows import Row, Rows
from postil.typeset.wrap import wrap_cell

_GAP = 2
"""Blank cells between two columns."""

_LONGEST_WORD = 24
"""Cells of the longest word for which a column is kept wide; a longer one is cut."""

_IDEOGRAPHS = 8
"""Cells under which a column of Chinese or Japanese, which breaks anywhere, is not set."""

_WIDEST = 60
"""Cells of a column that has no need to be folded; one of sentences is folded there."""

_STEP = 2
"""Cells by which further cells are set in where they stand below the first."""


class _CellRow(NamedTuple):
    """Words of one cell on one screen row."""

    start: int
    """Code points within the block's text."""
    end: int
    at: int
    """The cell at which it begins, counted from the frame's indent."""


@dataclass(frozen=True, slots=True)
class TableRows(Rows):
    """The screen rows of a table, made when they are asked for.

    In the text cell follows cell, so offsets ascend down each cell and not across a row: rows of
    one line of the table hold parts of the same stretch of text.
    """

    text: str
    cell_rows: list[tuple[_CellRow, ...]]
    """What stands on each row, from left to right."""
    starts: list[int]
    """Where the cell_rows of all rows begin in the text, ascending."""
    rows: list[int]
    """The row of each of them."""
    frame: Frame
    cell_len: CellLen

    def __len__(self) -> int:
        return len(self.cell_rows)

    def holding(self, offset: int) -> int:
        """Return the index of the row that holds an offset; a hanging blank is in its row."""
        return self.rows[max(0, bisect_right(self.starts, offset) - 1)]

    def _row(self, at: int) -> Row:
        first, *others = self.cell_rows[at]
        indent = self.frame.indent
        done = first.at + _cells(self.text[first.start : first.end], self.cell_len)
        beside = []
        for cell_row in others:
            beside.append(
                Row(cell_row.start, cell_row.end, indent + cell_row.at, " " * (cell_row.at - done))
            )
            done = cell_row.at + _cells(self.text[cell_row.start : cell_row.end], self.cell_len)
        lead = self.frame.further
        return Row(first.start, first.end, indent + first.at, lead, tuple(beside))


def columns(block: Block, frame: Frame, room: int, cell_len: CellLen) -> TableRows:
    """Set the cells of a table side by side in ``room`` cells; one below the other if they must.

    Columns take the width of what they hold. Where the room is too little the widest shrink first,
    none below its longest word.
    """
    lines = list(_lines(block))
    widths = _widths(block.text, lines, room, cell_len)
    rows = TableRows(block.text, [], [], [], frame, cell_len)
    for line in lines:
        if widths:
            _set_beside(rows, line, widths)
        else:
            _set_below(rows, line, room)
    return rows


def widest_line(block: Block, cell_len: CellLen) -> int:
    """Return the cells that code or a table takes which is not folded.

    Of a table columns of sentences are not told from others: beyond some width each is folded.
    """
    if not block.cells:
        lines = block.text.split("\n")
        if block.text.isascii():
            return max(map(len, lines))
        return max(_cells(line, cell_len) for line in lines)
    widths: list[int] = []
    for line in _lines(block):
        for column, (start, end) in enumerate(line):
            if column == len(widths):
                widths.append(1)
            cells = _cells(block.text[start:end], cell_len)
            widths[column] = max(widths[column], min(cells, _WIDEST))
    return sum(widths) + _GAP * (len(widths) - 1)


def _lines(block: Block) -> Iterator[list[tuple[int, int]]]:
    """Yield the cells of each line of a table, where they begin and end in the text."""
    text, cells = block.text, block.cells
    start = at = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        behind = bisect_right(cells, end, at)
        cuts = (start, *cells[at:behind], end)
        line = []
        for first, last in pairwise(cuts):
            line.append((first, first + len(text[first:last].rstrip(" "))))
        yield line
        at = behind
        start = end + 1


def _widths(
    text: str, lines: Sequence[Sequence[tuple[int, int]]], room: int, cell_len: CellLen
) -> list[int]:
    """Return the width of each column; none if they have no room beside each other."""
    count = max(map(len, lines))
    room -= _GAP * (count - 1)
    if room < count:
        return []
    widths = [1] * count
    for line in lines:
        for column, (start, end) in enumerate(line):
            if end - start > widths[column] or not text.isascii():
                widths[column] = max(widths[column], _cells(text[start:end], cell_len))
    if sum(widths) <= room:
        return widths
    least = [1] * count
    for line in lines:
        for column, (start, end) in enumerate(line):
            if least[column] < _LONGEST_WORD:
                least[column] = max(least[column], _longest_word(text[start:end], cell_len))
    if sum(least) > room:
        return []
    widths = [min(width, room) for width in widths]
    while sum(widths) > room:
        free = [column for column in range(count) if widths[column] > least[column]]
        widths[max(free, key=widths.__getitem__)] -= 1
    return widths


def _longest_word(text: str, cell_len: CellLen) -> int:
    """Return the cells that the longest word of a cell needs."""
    if narrow(text):
        return min(max(map(len, text.split(" "))), _LONGEST_WORD)
    grid = lay_out(text, cell_len)
    words = grid.cells.split(" ")
    if grid.ideographs:
        words = [word[:_IDEOGRAPHS] if FILL in word else word for word in words]
    return min(max(map(len, words)), _LONGEST_WORD)


def _cells(text: str, cell_len: CellLen) -> int:
    return len(text) if narrow(text) else len(lay_out(text, cell_len).cells)


def _set_beside(rows: TableRows, line: Sequence[tuple[int, int]], widths: Sequence[int]) -> None:
    """Append the rows of one line of the table, its cells side by side."""
    base = len(rows.cell_rows)
    made: list[list[_CellRow]] = [[]]
    at = 0
    for column, (start, end) in enumerate(line):
        room = widths[column] + _GAP
        behind = line[column + 1][0] if column + 1 < len(line) else end
        row = -1
        for first, last in _wrapped(rows, start, end, widths[column]):
            row += 1
            if row == len(made):
                made.append([])
            made[row].append(_CellRow(first, last, at))
            rows.starts.append(first)
            rows.rows.append(base + row)
        if row < 0:
            rows.starts.append(start)
            rows.rows.append(base)
        elif behind > end:
            # The blanks that fill the cell are drawn as far as they go, so that a caret in them
            # is seen, and a selection over two cells has no hole.
            cell_row = made[row][-1]
            free = room - _cells(rows.text[cell_row.start : end], rows.cell_len)
            made[row][-1] = cell_row._replace(end=min(behind, end + free))
        at += room
    _append(rows, made, line)


def _set_below(rows: TableRows, line: Sequence[tuple[int, int]], room: int) -> None:
    """Append the rows of one line of the table, each cell below the one before."""
    base = len(rows.cell_rows)
    made: list[list[_CellRow]] = []
    at = 0
    for start, end in line:
        for first, last in _wrapped(rows, start, end, room - at):
            rows.starts.append(first)
            rows.rows.append(base + len(made))
            made.append([_CellRow(first, last, at)])
        if start == end:
            rows.starts.append(start)
            rows.rows.append(base + max(0, len(made) - 1))
        at = max(0, min(_STEP, room - LEAST))
    _append(rows, made or [[]], line)


def _append(
    rows: TableRows, made: Sequence[Sequence[_CellRow]], line: Sequence[tuple[int, int]]
) -> None:
    """Append what was made of a line; a line of empty cells takes a row of its own."""
    if not made[0]:
        made = [[_CellRow(line[0][0], line[0][0], 0)]]
    rows.cell_rows.extend(map(tuple, made))


def _wrapped(rows: TableRows, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    if start == end:
        return
    text = rows.text[start:end]
    if len(text) <= width and text.isascii():
        yield start, end
        return
    for first, last in zip(*wrap_cell(text, width, rows.cell_len), strict=True):
        yield start + first, start + last
