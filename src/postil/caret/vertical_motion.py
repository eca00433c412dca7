"""Up and down by rows of the screen."""

from __future__ import annotations

from postil.caret.spots import Spot, filled, offset_of, spot_of
from postil.model.article import Article
from postil.typeset import Typeset


def screen_line(
    article: Article, typeset: Typeset, offset: int, count: int, wanted: int | None = None
) -> tuple[int, int]:
    """Go down ``count`` rows, or up where it is negative; return the offset and the wanted cell.

    The wanted cell is where the first of several such motions began: given to the next one, short
    rows and gaps between blocks do not change it. At the first and last row nothing moves.
    """
    spot = spot_of(article, offset)
    if spot is None:
        return 0, wanted or 0
    block = spot.block
    row = typeset.row_of(block, spot.at)
    cell = typeset.cell_of(block, row, spot.at) if wanted is None else wanted
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        following = _next_row(article, typeset, block, row, step)
        if following is None:
            break
        block, row = following
    return offset_of(article, Spot(block, typeset.offset_at(block, row, cell))), cell


def _next_row(
    article: Article, typeset: Typeset, block: int, row: int, step: int
) -> tuple[int, int] | None:
    if 0 <= row + step < _reachable(article, typeset, block):
        return block, row + step
    other = filled(article, block, step)
    if other is None:
        return None
    return other, (0 if step > 0 else _reachable(article, typeset, other) - 1)


def _reachable(article: Article, typeset: Typeset, block: int) -> int:
    """Return how many rows of a block have a character to stand on: an empty last one has none."""
    rows = typeset.rows(block)
    return len(rows) - (len(rows) > 1 and rows[-1].start >= len(article.blocks[block].text))
