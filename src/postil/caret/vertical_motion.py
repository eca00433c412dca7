"""Vertical motion: up and down by rows of the screen."""

from __future__ import annotations

from postil.caret.positions import TextPosition, filled, offset_of, position_of
from postil.model.article import Article
from postil.model.values import NamedTuple
from postil.typeset import Typeset


class RowPosition(NamedTuple):
    """A row of a block, as it is typeset."""

    block: int
    row: int


def screen_line(
    article: Article, typeset: Typeset, offset: int, count: int, wanted: int | None = None
) -> tuple[int, int]:
    """Go down ``count`` rows, or up where it is negative; return the offset and the wanted cell.

    The wanted cell is where the first of several such motions began: given to the next one, short
    rows and gaps between blocks do not change it. At the first and last row nothing moves.
    """
    position = position_of(article, offset)
    if position is None:
        return 0, wanted or 0
    at = RowPosition(position.block, typeset.row_of(position.block, position.at))
    cell = typeset.cell_of(*at, position.at) if wanted is None else wanted
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        following = _next_row(article, typeset, at, step)
        if following is None:
            break
        at = following
    return offset_of(article, TextPosition(at.block, typeset.offset_at(*at, cell))), cell


def _next_row(article: Article, typeset: Typeset, at: RowPosition, step: int) -> RowPosition | None:
    if 0 <= at.row + step < _reachable(article, typeset, at.block):
        return RowPosition(at.block, at.row + step)
    other = filled(article, at.block, step)
    if other is None:
        return None
    return RowPosition(other, 0 if step > 0 else _reachable(article, typeset, other) - 1)


def _reachable(article: Article, typeset: Typeset, block: int) -> int:
    """Return how many rows of a block have a character to stand on: an empty last one has none."""
    rows = typeset.rows(block)
    return len(rows) - (len(rows) > 1 and rows[-1].start >= len(article.blocks[block].text))
