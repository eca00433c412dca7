"""Tables of Org: rows of cells between bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.lazy_regex import lazily

_RULE = lazily(r"\|[-+: ]*-[-+:| ]*")
_COOKIE = lazily(r"(?:<[lrc]?\d*>)?")
_MARKS = ("/", "!", "^", "_", "$")
"""What the first cell of a row holds that is for the calculator."""


def push_table(
    lines: Sequence[str], caption: str, out: BlockWriter, push: Callable[[str], None]
) -> None:
    """Push the lines of a table; ``push`` pushes the words of a cell."""
    rows = [cells for line in lines if (cells := _cells(line.strip()))]
    out.start("table")
    if caption:
        out.start("caption")
        push(caption)
        out.end("caption")
    for cells in rows:
        out.start("tr")
        for cell in cells:
            out.start("td")
            push(cell)
            out.end("td")
        out.end("tr")
    out.end("table")


def _cells(line: str) -> list[str]:
    """Return the cells of a line, none for a rule or a line that only sets widths."""
    if _RULE.fullmatch(line):
        return []
    cells = [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]
    if cells[0] in _MARKS or all(_COOKIE.fullmatch(cell) for cell in cells):
        return []
    return [cell.replace("\\vert{}", "|").replace("\\vert", "|") for cell in cells]
