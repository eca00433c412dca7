"""Delimited values: rows of a table, a line each, with commas, semicolons or bars between cells.

What a file's suffix calls such is a table however its rows are: some have more cells than others,
and some stand above the table and say where it is from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_text
from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Block, BlockKind
from postil.text.clean import clean_line
from postil.text.progress import Progress

_SIGNS = ",;|"
_LOOKED_AT = 60
"""Rows of the head by which it is told."""
_FEWEST = 3
"""Rows of a table, the line of titles among them; two lines of prose may have as many commas."""
_ALIKE = 0.9
"""Share of the rows that have as many cells as most have."""
_TIGHT = 0.8
"""Share of the signs that no blank follows, as one does in prose."""
_LONGEST = 60
"""Code points of a cell, on average, beyond which the cells are sentences."""
AT_ONCE = 100
"""Rows of one block."""


def read(text: str, head: str, progress: Progress | None = None) -> Draft:  # noqa: ARG001
    """Read a file that its suffix calls a table."""
    lines = _lines(text)
    return Draft(list(_named(lines, _likeliest(_lines(head)), cut=False)), None, from_text("", ()))


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - no need to look ahead
    """Read the rows that the head holds, a hundred at a time."""
    lines = _lines(head)
    return Draft(list(_named(lines, _likeliest(lines), cut=True)), None, from_text("", ()))


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")


def _likeliest(lines: Sequence[str]) -> str:
    """Return the sign between cells by which most rows have as many, and more than one."""

    def alike(sign: str) -> tuple[int, int]:
        sizes = Counter(len(row) for _, row in _rows(lines[:_LOOKED_AT], sign))
        return max(((times, size) for size, times in sizes.items() if size > 1), default=(0, 0))

    return max("\t,;|", key=alike)


def _named(lines: Sequence[str], sign: str, *, cut: bool) -> Iterator[Block]:
    """Yield what stands above a table, a line each, and its rows."""
    above = 0
    for line in lines[:_LOOKED_AT]:
        if sign in line:
            break
        above += 1
    if above == min(len(lines), _LOOKED_AT):
        above = 0
    for number, line in enumerate(lines[:above], 1):
        if words := clean_line(line):
            yield Block(BlockKind.PARAGRAPH, words, number)
    yield from table_blocks(lines[above:], sign, cut=cut, first=above + 1)


def sign_of(lines: Sequence[str]) -> str:
    """Return the sign between the cells of a table that begins with some lines, "" for none."""
    some = [line for line in lines[:_LOOKED_AT] if line.strip()]
    if len(some) < _FEWEST:
        return ""
    together = "\n".join(some)
    for sign in _SIGNS:
        count = together.count(sign)
        if count < 2 * len(some) - 1 and not (sign == ";" and count >= len(some)):
            continue
        blank = together.count(f"{sign} ")
        if blank > (1 - _TIGHT) * count:
            continue
        rows = [row for _, row in _rows(some, sign)]
        (size, alike), *_ = Counter(map(len, rows)).most_common(1)
        cells = [cell for row in rows for cell in row]
        if size < 2 or alike < max(_FEWEST, _ALIKE * len(rows)):
            continue
        if len(rows[0]) == size and sum(map(len, cells)) <= _LONGEST * len(cells):
            return sign
    return ""


def table_blocks(lines: Sequence[str], sign: str, *, cut: bool, first: int = 1) -> Iterator[Block]:
    """Yield the rows as tables of a hundred; of lines that were ``cut``, those that are whole.

    The lines begin with the ``first`` of the file.
    """
    held: list[tuple[int, list[str]]] = []
    for number, row in _rows(lines, sign):
        if len(held) == AT_ONCE:
            yield _table(held)
            held = []
        held.append((first - 1 + number, row))
    if held and not cut:
        yield _table(held)


def _rows(lines: Sequence[str], sign: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins, from 1; blank lines are none."""
    import csv  # hardly any text is a table

    reader = csv.reader((f"{line}\n" for line in lines), delimiter=sign)
    first = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            row = [lines[min(first, len(lines)) - 1]]
        if row is None:
            return
        if row:
            yield first, row
        first = reader.line_num + 1


def _table(rows: Sequence[tuple[int, list[str]]]) -> Block:
    cells = [[Cell(clean_line(cell), ()) for cell in row] for _, row in rows]
    table = set_table(cells)
    return Block(BlockKind.TABLE, table.text, rows[0][0], breaks=table.breaks, cells=table.cells)
