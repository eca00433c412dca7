"""Tables on a page: lines whose parts stand below one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.markers import leaders
from postil.document.formats.pdf.process.wire import Fragment
from postil.text.lazy_regex import lazily

_PAGE = lazily(r"^(?:\d{1,4}|[ivxlc]{1,8}|[A-Z]-?\d{1,3})$")
_ROWS = 3
"""Lines of a table at the least."""
_GAP = 1.1
"""Share of the size that lies between two cells."""
_BELOW = 4.0
"""Points by which the edges of cells below one another may differ."""
_ALIGNED = 0.6
"""Share of the cells that must stand below others."""
_FAR = 3.2
"""Sizes between two lines of a table at the most."""


def table_rows(lines: Sequence[Line], at: int) -> list[list[str]]:
    """Return the rows of the table that begins at a line, each its cells; none if none does."""
    end = at
    rows: list[list[Fragment]] = []
    while end < len(lines):
        if end > at and lines[end - 1].y - lines[end].y > _FAR * lines[end].size:
            break
        cells = _cells(lines[end])
        if len(cells) < 2 or leaders(lines[end].text):
            break
        rows.append(cells)
        end += 1
    if len(rows) < _ROWS or not _aligned(rows):
        return []
    edges = _columns(rows)
    return [_row(cells, edges) for cells in rows]


def contents(lines: Sequence[Line], at: int) -> list[tuple[str, str]]:
    """Return title and page of each line of a table of contents that begins here.

    Some of its lines have leaders; those of chapters may do without.
    """
    found: list[tuple[str, str]] = []
    for line in lines[at:]:
        parts = leaders(line.text)
        if parts is None and ends_in_page(line) and (found or _leads(lines[at + 1 : at + 4])):
            parts = " ".join(part.text for part in line.parts[:-1]), line.parts[-1].text
        if parts is None:
            break
        found.append(parts)
    return found


def ends_in_page(line: Line) -> bool:
    """Tell whether the number of a page stands apart at the end of a line."""
    return len(line.parts) > 1 and _PAGE.match(line.parts[-1].text) is not None


def _leads(lines: Sequence[Line]) -> bool:
    return any(leaders(line.text) for line in lines)


def _cells(line: Line) -> list[Fragment]:
    """Return the cells of a line: its parts, those with little between them as one."""
    cells = [line.parts[0]]
    for part in line.parts[1:]:
        last = cells[-1]
        if part.x0 - last.x1 > _GAP * part.size:
            cells.append(part)
        else:
            cells[-1] = last._replace(text=f"{last.text} {part.text}", x1=part.x1)
    return cells


def _aligned(rows: Sequence[Sequence[Fragment]]) -> bool:
    """Tell whether cells stand below cells, by one of their edges or by their middle."""
    kept = count = 0
    for row, after in pairwise(rows):
        for cell in after[1:]:
            count += 1
            kept += any(
                abs(one - other) <= _BELOW
                for above in row
                for one, other in zip(_marks(above), _marks(cell), strict=True)
            )
    return count > 0 and kept >= _ALIGNED * count


def _marks(cell: Fragment) -> tuple[float, float, float]:
    return cell.x0, cell.x1, (cell.x0 + cell.x1) / 2


def _columns(rows: Sequence[Sequence[Fragment]]) -> list[tuple[float, float]]:
    """Return where the columns lie: what cells cover, from left to right."""
    spans = sorted((cell.x0, cell.x1) for row in rows for cell in row)
    most = max(map(len, rows))
    found: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if found and x0 < found[-1][1] - 1:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found if len(found) >= most else []


def _row(cells: Sequence[Fragment], edges: Sequence[tuple[float, float]]) -> list[str]:
    """Return the words of each column; cells in their order where columns cannot be told."""
    if not edges:
        return [cell.text for cell in cells]
    row = [""] * len(edges)
    for cell in cells:
        place = max(
            range(len(edges)),
            key=lambda at: min(cell.x1, edges[at][1]) - max(cell.x0, edges[at][0]),
        )
        row[place] = f"{row[place]} {cell.text}".strip()
    return row
