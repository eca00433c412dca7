"""Draws each row of the article once, and hands it to the screen without a detour."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip

from postil.tui.widgets.inks import Inked

BLOCKS_KEPT = 1000
"""Blocks whose rows are kept drawn; a longer walk through the article begins anew."""


class Drawn(Inked):
    """Keeps the rows it has drawn until what lies over their block changes."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[int, dict[int, Strip]] = {}

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
        strips = [self.render_line(y) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

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
