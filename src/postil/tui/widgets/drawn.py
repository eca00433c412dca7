"""Draws each row of the article once, and hands it to the screen without a detour."""

from __future__ import annotations

import time
from collections.abc import Iterable

from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer

from postil.tui.widgets.inks import Inked

BLOCKS_KEPT = 1000
"""Blocks whose rows are kept drawn; a longer walk through the article begins anew."""


AHEAD = 0.03
"""Seconds after a movement until the pages around this one are drawn."""

STILL = 0.1
"""Seconds without a movement before exact heights are counted."""


class Drawn(Inked):
    """Keeps the rows it has drawn until what lies over their block changes."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[int, dict[int, Strip]] = {}
        self._ahead: Timer | None = None
        self._moved = 0.0
        """When the page was moved last, in seconds of the monotonic clock."""

    def on_mount(self) -> None:
        """Make ready to draw what the reader will see next."""
        self._ahead = self.set_interval(AHEAD, self.draw_ahead, pause=True)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def redraw(self) -> None:
        """Draw all again, because what lies over the text has changed."""
        self._strips.clear()
        self.refresh()

    def forget(self, *blocks: int) -> None:
        """Draw some blocks again, because what lies over them has changed."""
        for block in blocks:
            self._strips.pop(block, None)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the part of the widget in ``crop``, whose cells count from the widget's corner.

        Textual would put border and padding around each row and keep it in a cache of its own;
        the page has neither, and keeps its rows itself: a page is on screen in a third less time.
        """
        strips = self._filtered(crop.line_range)
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _filtered(self, rows: Iterable[int]) -> list[Strip]:
        strips = [self.render_line(y) for y in rows]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def moved(self) -> None:
        """Draw the pages around this one as soon as the reader rests a moment."""
        self._moved = time.monotonic()
        if self._ahead is not None:
            self._ahead.reset()

    @property
    def still(self) -> bool:
        """Whether the reader has not moved for a while, so that longer work may go on."""
        return time.monotonic() - self._moved >= STILL

    def draw_ahead(self) -> None:
        """Draw the page below this one and the one above, to have them when a key asks."""
        if self._ahead is not None:
            self._ahead.pause()
        height = self.size.height
        self._filtered(range(height, 2 * height))
        self._filtered(range(-height, 0))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        spot = self.spot_on_screen(y)
        if spot is None:
            return Strip.blank(self.size.width, self.rich_style)
        block, row = spot
        rows = self._strips.get(block)
        if rows is None:
            if len(self._strips) >= BLOCKS_KEPT:
                self._strips.clear()
            rows = self._strips[block] = {}
        strip = rows.get(row)
        if strip is None:
            strip = rows[row] = self.draw(block, row)
        return strip

    def spot_on_screen(self, y: int) -> tuple[int, int] | None:
        """Return (block, row of it) at a row of the screen, or None below the article's end."""
        raise NotImplementedError

    def draw(self, index: int, row: int) -> Strip:
        """Draw a row of a block; a negative one lies in the gap above it."""
        raise NotImplementedError
