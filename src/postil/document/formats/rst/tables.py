"""Tables of docutils' tree: rows of cells, some of which reach over several rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes

from postil.document.formats.markup.block_writer import BlockWriter


def push_table(node: Any, out: BlockWriter, inside: Callable[[Any], None]) -> None:
    """Push a table; ``inside`` pushes what stands in a node."""
    out.start("table")
    for part in node.children:
        if isinstance(part, nodes.title):
            out.start("caption")
            inside(part)
            out.end("caption")
        elif isinstance(part, nodes.tgroup):
            for rows in part.children:
                if isinstance(rows, (nodes.thead, nodes.tbody)):
                    _push_rows(rows, out, inside)
    out.end("table")


def _push_rows(rows: Any, out: BlockWriter, inside: Callable[[Any], None]) -> None:
    taken: dict[int, int] = {}
    for row in rows.children:
        out.start("tr")
        column = 0
        for entry in row.children:
            column = _pass(taken, column, out)
            wide = 1 + int(entry.get("morecols", 0))
            for one in range(column, column + wide):
                taken[one] = int(entry.get("morerows", 0))
            out.start("td", {"colspan": str(wide)})
            inside(entry)
            out.end("td")
            column += wide
        _pass(taken, column, out)
        out.end("tr")


def _pass(taken: dict[int, int], column: int, out: BlockWriter) -> int:
    """Push empty cells where one of a row above reaches down; return the next free column."""
    while taken.get(column, 0) > 0:
        taken[column] -= 1
        out.start("td")
        out.end("td")
        column += 1
    return column
