"""Delimited values: rows of a table, a line each, with commas, semicolons or bars between cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Block, BlockKind

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


def sign_of(lines: Sequence[str]) -> str:
    """Return the sign between the cells of a table that begins with some lines, "" for none."""
    some = [line for line in lines[:_LOOKED_AT] if line.strip()]
    if len(some) < _FEWEST:
        return ""
    for sign in _SIGNS:
        count = sum(line.count(sign) for line in some)
        if count < 2 * len(some) - 1 and not (sign == ";" and count >= len(some)):
            continue
        blank = sum(line.count(f"{sign} ") for line in some)
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


def table_blocks(lines: Sequence[str], sign: str, *, cut: bool) -> Iterator[Block]:
    """Yield the rows as tables of a hundred; of lines that were ``cut``, those that are whole."""
    held: list[tuple[int, list[str]]] = []
    for numbered in _rows(lines, sign):
        if len(held) == AT_ONCE:
            yield _table(held)
            held = []
        held.append(numbered)
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
    cells = [[Cell(" ".join(cell.split()), ()) for cell in row] for _, row in rows]
    table = set_table(cells)
    return Block(BlockKind.TABLE, table.text, rows[0][0], breaks=table.breaks, cells=table.cells)
