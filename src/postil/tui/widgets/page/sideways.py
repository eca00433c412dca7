"""Sideways: code and tables that are wider than the page, shown unfolded from some cell on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from postil.model.article import Article
    from postil.typeset import Typeset

STEP = 16
"""Cells by which a key shifts them."""


class Turned(Protocol):
    """What is asked of the page when it shows more or less at its sides."""

    article: Article
    typeset: Typeset

    def visible_blocks(self) -> tuple[int, int]:
        """Return the first and the last block of which something is on screen."""

    def fit(self, *, unfolded: bool | None = None) -> None:
        """Set code and tables with their lines whole, or folded; the words at the top stay."""


class Sideways:
    """Shifts the lines of code and tables together, each block no further than its own end.

    As long as nobody asks for it lines that have no room are folded, so that all is in sight.
    """

    def __init__(self, page: Turned, redraw: Callable[[], None]) -> None:
        self._page = page
        self._redraw = redraw
        self._shift = 0

    def slide(self, steps: int) -> bool:
        """Show what stands further right by some steps, or left; tell whether anything moved.

        The first step to the right unfolds lines, and one to the left of their beginning folds
        them again.
        """
        page = self._page
        if not page.typeset.unfolded:
            if steps < 0 or not self._widest_in_sight():
                return False
            self._shift = (steps - 1) * STEP
            return self._unfold(unfolded=True)
        most = self._widest_in_sight()
        before = min(self._shift, most)
        if before + steps * STEP < 0 and before == 0:
            self._shift = 0
            return self._unfold(unfolded=False)
        self._shift = max(0, min(before + steps * STEP, most))
        self._redraw()
        return self._shift != before

    def shift_of(self, block: int) -> int:
        """Return the cells at the beginning of a block's rows that are not shown."""
        if not self._shift:
            return 0
        return min(self._shift, self._page.typeset.beyond(block))

    def follow(self, offset: int) -> None:
        """Shift so that a code point of the text is in sight, if it is not."""
        page = self._page
        if not page.typeset.unfolded or not page.article.blocks:
            return
        block = page.article.block_at(offset)
        if not (most := page.typeset.beyond(block)):
            return
        within = min(offset - page.article.starts[block], len(page.article.blocks[block].text))
        row = page.typeset.row_of(block, within)
        indent = page.typeset.rows(block)[row].indent
        cell = page.typeset.cell_of(block, row, within)
        shift = min(self._shift, most)
        if not indent + shift < cell < page.typeset.wide + shift - 1 and (shift or cell != indent):
            middle = cell - (indent + page.typeset.wide) // 2
            self._shift = max(0, min(-(-middle // STEP) * STEP, most))
            self._redraw()

    def _unfold(self, *, unfolded: bool) -> bool:
        self._page.fit(unfolded=unfolded)
        self._redraw()
        return True

    def _widest_in_sight(self) -> int:
        """Return by how many cells the widest of the blocks on screen is wider than the page."""
        page = self._page
        if not page.article.blocks:
            return 0
        first, last = page.visible_blocks()
        return max(page.typeset.beyond(block) for block in range(first, last + 1))
