"""Frame of a block, what stands around its text: indent, marker, bars and the gap above it."""

from __future__ import annotations

from collections.abc import Sequence

from postil.model.article import Block, BlockKind, InlineKind
from postil.model.values import dataclass
from postil.typeset.cells import CellLen

BAR = "▎ "
"""Drawn on every row of a quotation, once a level, and of an aside."""

NESTING = 2
"""Cells by which each further level of a list is indented."""

INSET = 2
"""Cells by which code, tables and verse are indented."""

_LOOKED_AT = 1000
"""Lines of code by which it is told whether it has room for being set in."""

GOES_ON = "↳ "
"""Drawn before what goes on of a line of code that is longer than a row."""

LEAST = 8
"""Cells that are left to the text before an indent takes any."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The indent of a block and what is drawn in it."""

    indent: int
    first: str
    """The lead of the first row."""
    further: str
    """The lead of every other row."""
    sign: str = ""
    """Drawn at the end of the indent where a line of code goes on that had no room for all."""


def frame_of(blocks: Sequence[Block], index: int, width: int, cell_len: CellLen) -> Frame:
    """Return the indent of a block; it shrinks before the text gets fewer than 8 cells."""
    block = blocks[index]
    kind = block.kind
    plain = kind is BlockKind.HEADING or (kind is BlockKind.PARAGRAPH and not block.level)
    barred = block.quoted + (block.aside != "")
    if plain and not barred and not block.marker:
        return Frame(0, "", "")
    bars = BAR * barred
    first = bars
    indent = len(bars)
    if kind in (BlockKind.LIST_ITEM, BlockKind.FOOTNOTE) or (block.level and not plain):
        nesting = NESTING * max(0, block.level - 1) if kind is not BlockKind.FOOTNOTE else 0
        first += " " * nesting + block.marker
        indent += nesting + cell_len(_hanging_marker(blocks, index)) + 1
    elif block.marker:
        first += block.marker
        indent += cell_len(block.marker) + 1
    elif kind.lined:
        indent += INSET if kind is BlockKind.VERSE else _inset(block, width - indent)
    indent = min(indent, max(0, width - LEAST))
    sign = GOES_ON if block.kind in (BlockKind.CODE, BlockKind.TABLE) else ""
    return Frame(indent, _crop(first, indent, cell_len), _crop(bars, indent, cell_len), sign)


def _inset(block: Block, room: int) -> int:
    """Return how far code or a table is set in: not at all rather than folded."""
    if block.cells or len(block.text) <= room - INSET:
        return INSET
    longest = max(map(len, block.text.split("\n", _LOOKED_AT)[:_LOOKED_AT]))
    return INSET if longest > room else min(INSET, room - longest)


def gap_above(before: Block | None, block: Block) -> int:
    """Return the blank rows between two blocks; the first block of an article has none."""
    if before is None:
        return 0
    if block.kind is BlockKind.HEADING:
        return 2 if block.level <= 2 else 1
    if block.aside and block.aside == before.aside and _is_label(before):
        return 0
    if (
        block.kind is BlockKind.LIST_ITEM
        and before.kind is BlockKind.LIST_ITEM
        and (block.quoted, block.aside) == (before.quoted, before.aside)
        and block.line - before.line <= len(before.breaks) + 1
    ):
        return 0
    return 1


def _is_label(block: Block) -> bool:
    """Tell whether a block of an aside is in bold from end to end, as what it is called is."""
    first = block.inlines[0] if block.inlines else None
    return first is not None and (first.kind, first.start, first.end) == (
        InlineKind.STRONG,
        0,
        len(block.text),
    )


def _hanging_marker(blocks: Sequence[Block], index: int) -> str:
    """Return the marker that a block hangs from: an item's further paragraphs have none."""
    block = blocks[index]
    for at in range(index, max(-1, index - 8), -1):
        found = blocks[at]
        if found.level != block.level or found.kind is BlockKind.HEADING:
            break
        if found.marker:
            return found.marker
    return "•"


def _crop(lead: str, cells: int, cell_len: CellLen) -> str:
    while lead and cell_len(lead) > cells:
        lead = lead[:-1]
    return lead
