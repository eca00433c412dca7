"""Direction of a paragraph, which its first letter tells: rows from right to left end at the right.

Letters stay in the order in which they are read; to show them from right to left is the
terminal's, as most that do so reverse them where they stand and leave blanks alone.
"""

from __future__ import annotations

from unicodedata import bidirectional

from postil.model.article import Block, BlockKind
from postil.text.graphemes import clusters
from postil.typeset.cells import CellLen, narrow

_LOOKED_AT = 200
"""Code points among which the first letter is looked for."""
_STRONG = {"L": False, "R": True, "AL": True}
"""Classes of the Unicode bidirectional algorithm that tell a direction (rules P2 and P3)."""


def ends_at_the_right(block: Block) -> bool:
    """Tell whether the rows of a block stand at the right: of words that run from there.

    What hangs from a marker stands at the left, where the marker is, and so do code and tables.
    """
    if (
        block.text.isascii()
        or block.marker
        or (block.level and block.kind is not BlockKind.HEADING)
    ):
        return False
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.VERSE):
        return False
    for sign in block.text[:_LOOKED_AT]:
        if (told := _STRONG.get(bidirectional(sign))) is not None:
            return told
    return False


def blanks_before(
    text: str, starts: list[int], ends: list[int], room: int, cell_len: CellLen
) -> list[int]:
    """Return the cells that each row leaves empty, of those that there is room for."""
    return [
        max(0, room - _cells(text[start:end], cell_len))
        for start, end in zip(starts, ends, strict=True)
    ]


def _cells(words: str, cell_len: CellLen) -> int:
    if narrow(words):
        return len(words)
    return sum(cell_len(words[start:end]) for start, end in clusters(words))
