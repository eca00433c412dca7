"""Where in the article the screen is: rows and code points, kept in place through every change."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from rich.cells import cell_len

from postil.model.article import Article
from postil.model.span import Span
from postil.tui.startup.layout import GUTTER, cells_for_code, text_columns
from postil.tui.widgets.page.sideways import Sideways
from postil.typeset import Typeset

NARROWEST = 20
WIDEST = 160
"""Bounds of the measure, in cells."""

STILL = 0.1
"""Seconds without a movement before exact heights are counted."""

REFINE_AFTER = 0.05
"""Seconds after a change of the text or its width before the counting begins."""

REFINE_BLOCKS = 200
REFINE_PAUSE = 0.002
"""How many blocks are counted at a time, and the seconds between, so that keys stay quick."""

RowPosition = tuple[int, int]
"""A block and a row of it; a negative row lies in the gap above the block."""


class Canvas(Protocol):
    """What a viewport asks of the widget that it fills."""

    @property
    def room(self) -> tuple[int, int]:
        """The cells across and the rows down that there are for the text."""

    @property
    def top(self) -> int:
        """The virtual row at the top of the screen."""

    def show_rows(self, top: int) -> None:
        """Scroll so that this virtual row is at the top, and draw what has changed."""

    def redraw(self) -> None:
        """Draw all again."""

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> object:
        """Call back after some seconds."""


class Viewport:
    """The article set in lines, and the part of it that is on screen.

    Virtual rows are estimates until all heights are counted, so the position that holds is
    ``anchor``, a block and a row of it.
    """

    def __init__(self, canvas: Canvas, article: Article, measure: int) -> None:
        self._canvas = canvas
        self.article = article
        self.measure = measure
        """The widest that the reader wants the text, in cells."""
        self.typeset = Typeset(article.blocks, measure, cell_len)
        self.beside = (0, 0)
        """Cells left and right of the page that other parts of the screen have."""
        self.left = GUTTER
        """The first cell of the text."""
        self.anchor: RowPosition = (0, 0)
        """What is at the top of the screen."""
        self.refining = False
        """Whether heights are still being counted."""
        self._held = (self.anchor, 0)
        """An anchor, and the code point at the top that led there."""
        self._moved_at = 0.0
        """When the page was moved last, in seconds of the monotonic clock."""
        self.sideways = Sideways(self, canvas.redraw)

    # -- what is shown

    def take(self, article: Article, typeset: Typeset) -> None:
        """Take another text; ``stay`` shows it."""
        width, wide, unfolded = self.typeset.width, self.typeset.wide, self.typeset.unfolded
        if (typeset.width, typeset.wide, typeset.unfolded) != (width, wide, unfolded):
            typeset.resize(width, wide, unfolded=unfolded)
        self.article, self.typeset = article, typeset

    def stay(self) -> None:
        """Show what stands at the anchor, and count the heights of the text again."""
        self.place(*self.anchor)
        self._refine_later()

    def restart(self) -> int:
        """Go back to the beginning; return how many rows of a gap were shown at the top."""
        above = max(0, -self.anchor[1])
        self.anchor = (0, 0)
        self._held = (self.anchor, 0)
        return above

    # -- where things are

    @property
    def rows_on_screen(self) -> int:
        """How many rows of text fit."""
        return max(1, self._canvas.room[1])

    @property
    def top(self) -> int:
        """The virtual row at the top of the screen."""
        return self._canvas.top

    def position_at(self, row: int) -> RowPosition:
        """Return what stands at a virtual row, or at the nearest one that there is."""
        return self.typeset.at(max(0, min(row, self.typeset.height - 1)))

    def position_if_any(self, row: int) -> RowPosition | None:
        """Return what stands at a virtual row; None above the article or below its end."""
        if not self.article.blocks or not 0 <= row < self.typeset.height:
            return None
        return self.typeset.at(row)

    def position_of(self, offset: int) -> RowPosition:
        """Return where a code point is shown."""
        block = self.article.block_at(offset)
        within = min(offset - self.article.starts[block], len(self.article.blocks[block].text))
        return block, self.typeset.row_of(block, within)

    def top_offset(self) -> int:
        """Return the code point at the top of the screen, the same in every width."""
        anchor, offset = self._held
        if anchor == self.anchor or not self.article.blocks:
            return offset
        return self.row_start()

    def row_start(self) -> int:
        """Return the first code point of the row at the top of the screen."""
        if not self.article.blocks:
            return 0
        block, row = self.anchor
        rows = self.typeset.rows(block)
        return self.article.starts[block] + rows[min(max(row, 0), len(rows) - 1)].start

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.article.text[span.start : span.end]

    def row_on_screen(self, offset: int) -> int:
        """Return the row of the screen that shows a code point; it may lie outside the screen."""
        return self.typeset.y_of(*self.position_of(offset)) - self.top

    def in_sight(self, offset: int) -> bool:
        """Whether a code point is on screen."""
        return 0 <= self.row_on_screen(offset) < self.rows_on_screen

    def offset_under(self, x: int, y: int) -> int:
        """Return the code point nearest to a cell of the widget."""
        if not self.article.blocks:
            return 0
        (block, row), cell = self.position_at(self.top + y), x - self.left
        if row < 0:
            row, cell = 0, 0
        if cell >= self.typeset.rows(block)[row].indent:
            cell += self.sideways.shift_of(block)
        return self.article.starts[block] + self.typeset.offset_at(block, row, max(0, cell))

    def visible_blocks(self) -> tuple[int, int]:
        """Return the first and the last block of which something is on screen."""
        first, _ = self.position_at(self.top)
        last, row = self.position_at(self.top + self.rows_on_screen - 1)
        if row < 0 and last > first:
            last -= 1
        return first, last

    # -- moving

    @property
    def still(self) -> bool:
        """Whether the page has not moved for a while, so that longer work may go on."""
        return time.monotonic() - self._moved_at >= STILL

    def place(self, block: int, row: int, above: int = 0) -> None:
        """Bring a row to the top of the screen, or ``above`` rows below it."""
        if not self.article.blocks:
            return
        block, row = self._back(block, row, above)
        self.typeset.count_rows(block, self.rows_on_screen * 2 + max(row, 0))
        self._scroll(self.typeset.y_of(block, row))

    def place_offset(self, offset: int, above: int = 0) -> None:
        """Bring a code point's row to the top of the screen, or ``above`` rows below it."""
        if self.article.blocks:
            anchor = self.position_of(offset)
            self.place(*anchor, above)
            if self.anchor == anchor:
                self._held = (anchor, offset)

    def place_row(self, row: int) -> None:
        """Bring a virtual row to the top of the screen."""
        if self.article.blocks:
            self.place(*self.position_at(row))

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by rows; tell whether the page moved."""
        if not self.article.blocks:
            return False
        before = self.anchor
        if rows < 0:
            self.place(*self._back(*before, -rows))
        else:
            block, row = before
            self.typeset.count_rows(block, rows + self.rows_on_screen * 2 + max(row, 0))
            self._scroll(self.typeset.y_of(block, row) + rows)
        return self.anchor != before

    def reveal(self, offset: int, rows: int = 1, context: int = 0) -> None:
        """Scroll only as far as needed to show a code point and some rows from there on."""
        if not self.article.blocks:
            return
        self.typeset.count_rows(self.article.block_at(offset), rows + self.rows_on_screen)
        row, room = self.row_on_screen(offset), self.rows_on_screen
        rows = min(rows, room)
        if row < 0 or rows > room:
            self.place_offset(offset, context)
        elif row + rows > room:
            self.scroll_rows(min(row, row + rows - room + context))

    def lift(self, offset: int) -> None:
        """Bring a code point into the upper part of the page, above a dialog that comes."""
        if self.article.blocks and self.row_on_screen(offset) > self.rows_on_screen // 4:
            self.place_offset(offset, 1)

    def follow(self, row: int) -> None:
        """Take note that the widget has been scrolled to a virtual row, by whatever means."""
        anchor = self.position_at(row)
        if anchor != self.anchor:
            self.anchor = anchor
            if self.typeset.count_rows(anchor[0], self.rows_on_screen * 2):
                self._scroll(self.typeset.y_of(*anchor))

    def _back(self, block: int, row: int, rows: int) -> RowPosition:
        """Return the position a number of rows further up, counting exact rows only."""
        row -= rows
        while row < -self.typeset.gap(block) and block > 0:
            row += self.typeset.gap(block)
            block -= 1
            row += len(self.typeset.rows(block))
        return block, max(row, -self.typeset.gap(block))

    def _scroll(self, row: int) -> None:
        row = max(0, min(row, self.typeset.height - self.rows_on_screen))
        self._moved_at = time.monotonic()
        self.anchor = self.position_at(row)
        self._canvas.show_rows(row)

    # -- size

    def fit(self, *, unfolded: bool | None = None) -> None:
        """Fit the text to the widget's width and the reader's measure; its top stays in place.

        Lines of code and tables are whole or folded as they are, unless it is said.
        """
        room = self._canvas.room[0]
        if room <= 0:
            return
        self.left, width = text_columns(room, self.measure, self.beside)
        # One width after the other must not walk back to the start of ever longer rows.
        offset = self.top_offset()
        wide, typeset = cells_for_code(room, self.left), self.typeset
        whole = typeset.unfolded if unfolded is None else unfolded
        if (width, wide, whole) != (typeset.width, typeset.wide, typeset.unfolded):
            at_gap = self.anchor[1] < 0
            typeset.resize(width, wide, unfolded=whole)
            block, row = self.position_of(offset) if self.article.blocks else (0, 0)
            self.place(block, -self.typeset.gap(block) if at_gap and row == 0 else row)
        else:
            self.place(*self.anchor)
        self._held = (self.anchor, offset)
        self._refine_later()

    def _refine_later(self) -> None:
        if not self.refining:
            self.refining = True
            self._canvas.set_timer(REFINE_AFTER, self._refine)

    def _refine(self) -> None:
        """Count more blocks exactly, and at the end put the same words where they were."""
        if not self.still:
            self._canvas.set_timer(STILL / 2, self._refine)
            return
        if not self.typeset.refine(REFINE_BLOCKS):
            self._canvas.set_timer(REFINE_PAUSE, self._refine)
            return
        self.refining = False
        self.typeset.commit()
        if self.article.blocks:
            self._scroll(self.typeset.y_of(*self.anchor))
