"""The article set in lines: what row shows which words, kept in place through every change."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from postil.model.article import Article
from postil.tui.startup.layout import GUTTER, text_columns
from postil.tui.widgets.drawn import STILL, Drawn
from postil.tui.widgets.paint import Layer, gutter, segments
from postil.tui.widgets.rail import View
from postil.typeset import Row, Typeset

NARROWEST = 20
WIDEST = 160
"""Bounds of the measure, in cells."""

REFINE_BLOCKS = 200
REFINE_PAUSE = 0.002
"""How many blocks are counted at a time, and the seconds between, so that keys stay quick."""


class Surface(Drawn, can_focus=True):
    """Draws an article lazily; its place in the text survives resizing, reloading and new notes."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    view: reactive[View] = reactive(View(), repaint=False)
    """Which rows are on screen; watch it to show it."""

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__()
        self.article = article
        self.measure = measure
        self.typeset = Typeset(article.blocks, measure, cell_len)
        self.current = 0
        """Index of the current paragraph's block."""
        self.lent = 0
        """Cells of the blank left of the text that another part of the screen has taken."""
        self._left = GUTTER
        self._refining = False
        self._anchor = (0, 0)
        self._held = (self._anchor, 0)
        """The anchor after the last fitting, and the code point that was kept in it."""
        self._tail_from = len(article.blocks)
        self._note_tail()

    # -- what is shown

    def show(self, article: Article, typeset: Typeset) -> None:
        """Put the finished article in place of its first screenful; the words on screen stay."""
        if typeset.width != self.typeset.width:
            typeset.resize(self.typeset.width)
        self.article, self.typeset = article, typeset
        self._note_tail()
        self.current = min(self.current, max(0, len(article.blocks) - 1))
        self.place(*self._anchor)
        self._refine_later()

    def _note_tail(self) -> None:
        tails = [section.first for section in self.article.sections if section.kind == "tail"]
        self._tail_from = min(tails, default=len(self.article.blocks))

    # -- where things are

    @property
    def rows_on_screen(self) -> int:
        """How many rows of text fit."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The virtual row at the top of the screen."""
        return int(self.scroll_offset.y)

    def spot_at(self, row: int) -> tuple[int, int]:
        """Return (block, row of it) at a virtual row; a negative row lies in the gap above it."""
        return self.typeset.at(max(0, min(row, self.typeset.height - 1)))

    def top_offset(self) -> int:
        """Return the code point at the top of the screen."""
        if not self.article.blocks:
            return 0
        block, row = self._anchor
        rows = self.typeset.rows(block)
        within = rows[min(max(row, 0), len(rows) - 1)].start
        return self.article.starts[block] + within

    def spot_of(self, offset: int) -> tuple[int, int]:
        """Return (block, row of it) that shows a code point."""
        block = self.article.block_at(offset)
        within = min(offset - self.article.starts[block], len(self.article.blocks[block].text))
        return block, self.typeset.row_of(block, within)

    def row_on_screen(self, offset: int) -> int:
        """Return the row of the screen that shows a code point; it may lie outside the screen."""
        return self.typeset.y_of(*self.spot_of(offset)) - self.top

    def offset_under(self, x: int, y: int) -> int:
        """Return the code point nearest to a cell of this widget."""
        if not self.article.blocks:
            return 0
        (block, row), cell = self.spot_at(self.top + y), x - self._left
        if row < 0:
            row, cell = 0, 0
        return self.article.starts[block] + self.typeset.offset_at(block, row, max(0, cell))

    # -- moving

    def place(self, block: int, row: int, above: int = 0) -> None:
        """Bring a row to the top of the screen, or ``above`` rows below it."""
        if not self.article.blocks:
            return
        height = self.rows_on_screen
        block, row = self._back(block, row, above)
        self.typeset.count_rows(block, height * 2 + max(row, 0))
        self._scroll(self.typeset.y_of(block, row))

    def place_offset(self, offset: int, above: int = 0) -> None:
        """Bring a code point's row to the top of the screen, or ``above`` rows below it."""
        if self.article.blocks:
            self.place(*self.spot_of(offset), above)

    def place_row(self, row: int) -> None:
        """Bring a virtual row to the top of the screen."""
        if self.article.blocks:
            self.place(*self.spot_at(row))

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by rows; tell whether the page moved."""
        if not self.article.blocks:
            return False
        before = self._anchor
        if rows < 0:
            self.place(*self._back(*before, -rows))
        else:
            block, row = before
            self.typeset.count_rows(block, rows + self.rows_on_screen * 2 + max(row, 0))
            self._scroll(self.typeset.y_of(block, row) + rows)
        return self._anchor != before

    def _back(self, block: int, row: int, rows: int) -> tuple[int, int]:
        """Return the spot a number of rows further up, counting exact rows only."""
        row -= rows
        while row < -self.typeset.gap(block) and block > 0:
            row += self.typeset.gap(block)
            block -= 1
            row += len(self.typeset.rows(block))
        return block, max(row, -self.typeset.gap(block))

    def _scroll(self, row: int) -> None:
        size = Size(self.scrollable_content_region.width, self.typeset.height)
        if size != self.virtual_size:
            # Only the rail depends on it, so the screen need not be laid out anew.
            self.set_reactive(Widget.virtual_size, size)
        row = max(0, min(row, self.typeset.height - self.rows_on_screen))
        self.moved()
        self._anchor = self.spot_at(row)
        if row != self.top:
            self.scroll_to(y=row, animate=False, force=True, immediate=True)
        else:
            self.refresh()
        self._tell_view()

    def _tell_view(self) -> None:
        self.view = View(self.top, self.rows_on_screen, self.typeset.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the mouse wheel too, which knows only virtual rows."""
        super().watch_scroll_y(old_value, new_value)
        if self.article.blocks and round(old_value) != round(new_value):
            anchor = self.spot_at(round(new_value))
            if anchor != self._anchor:
                self._anchor = anchor
                if self.typeset.count_rows(anchor[0], self.rows_on_screen * 2):
                    self._scroll(self.typeset.y_of(*anchor))
            self._tell_view()
            self.scrolled()

    def scrolled(self) -> None:
        """Take note that other words are on screen now."""

    # -- size

    def on_resize(self, event: events.Resize) -> None:
        """Set the text anew where the width has changed; the words at the top stay there."""
        self.fit()

    def fit(self) -> None:
        """Fit the text to the widget's width and the reader's measure."""
        room = self.scrollable_content_region.width
        if room <= 0:
            return
        left, width = text_columns(room + self.lent, self.measure)
        self._left = left - self.lent
        self._strips.clear()
        # One width after the other must not walk back to the start of ever longer rows.
        anchor, offset = self._held
        if anchor != self._anchor:
            offset = self.top_offset()
        if width != self.typeset.width:
            at_gap = self._anchor[1] < 0
            self.typeset.resize(width)
            block, row = self.spot_of(offset) if self.article.blocks else (0, 0)
            self.place(block, -self.typeset.gap(block) if at_gap and row == 0 else row)
        else:
            self.place(*self._anchor)
        self._held = (self._anchor, offset)
        self._refine_later()

    def _refine_later(self) -> None:
        if not self._refining:
            self._refining = True
            self.set_timer(0.05, self._refine)

    def _refine(self) -> None:
        """Count more blocks exactly, and at the end put the same words where they were."""
        if not self.still:
            self.set_timer(STILL / 2, self._refine)
            return
        if not self.typeset.refine(REFINE_BLOCKS):
            self.set_timer(REFINE_PAUSE, self._refine)
            return
        self._refining = False
        self.typeset.commit()
        if self.article.blocks:
            self._scroll(self.typeset.y_of(*self._anchor))

    # -- drawing

    def overlays(self, block: int) -> list[Layer]:
        """Return what lies over the text of a block, undermost first."""
        start = self.article.starts[block]
        return [
            Layer(start + inline.start, start + inline.end, self.inks.of_inline(inline.kind))
            for inline in self.article.blocks[block].inlines
        ]

    def signs(self, block: int, row: int) -> list[tuple[str, Style]]:
        """Return the signs of the notes that begin on a row."""
        return []

    def spot_on_screen(self, y: int) -> tuple[int, int] | None:
        """Return (block, row of it) at a row of the screen, or None below the article's end."""
        row = self.top + y
        if not self.article.blocks or not 0 <= row < self.typeset.height:
            return None
        return self.typeset.at(row)

    def draw(self, index: int, row: int) -> Strip:
        """Draw a row of a block; a negative one lies in the gap above it."""
        inks = self.inks
        base = inks.text
        width = self.size.width
        block, rows = self.article.blocks[index], self.typeset.rows(index)
        if not 0 <= row < len(rows):
            return Strip.blank(width, base)
        line = rows[row]
        style = inks.of_block(block, index >= self._tail_from)
        overlays = self.overlays(index)
        signs = self.signs(index, row)
        current = self.is_current(index)
        if not (overlays or signs or current or line.lead or line.beside):
            text = " " * (self._left + line.indent) + block.text[line.start : line.end]
            # One run a row where it will do: each costs the terminal some forty bytes more.
            return Strip([Segment(set_cell_size(text, width), style)], width)
        out = [Segment(" " * (self._left - GUTTER), base)]
        out += gutter(signs, current, inks, base)
        if line.indent:
            lead = line.lead + " " * (line.indent - cell_len(line.lead))
            out.append(Segment(lead, base + inks.quiet))
        out += self._text(index, line, style, overlays)
        for cell in line.beside:
            out.append(Segment(cell.lead, base))
            out += self._text(index, cell, style, overlays)
        return Strip(out).adjust_cell_length(width, base).simplify()

    def _text(self, index: int, row: Row, style: Style, overlays: Sequence[Layer]) -> list[Segment]:
        text, origin = self.article.blocks[index].text, self.article.starts[index]
        return segments(text, row.start, row.end, style, overlays, origin)

    def is_current(self, block: int) -> bool:
        """Whether a block is shown as the current paragraph."""
        return block == self.current
