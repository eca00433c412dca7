"""The rows of the page that are drawn already, and those that are drawn while the reader rests."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

BLOCKS_KEPT = 1000
"""Blocks whose rows are kept drawn; a longer walk through the article begins anew."""

AHEAD = 0.03
"""Seconds after a movement until the pages around this one are drawn."""


class StripCache:
    """Draws each row of a block once."""

    def __init__(self, draw: Callable[[int, int], Strip]) -> None:
        self._draw = draw
        self._strips: dict[int, dict[int, Strip]] = {}
        self._columns: tuple[int, ...] = ()

    def row(self, block: int, row: int) -> Strip:
        """Return a row of a block; a negative one lies in the gap above it."""
        rows = self._strips.get(block)
        if rows is None:
            if len(self._strips) >= BLOCKS_KEPT:
                self._strips.clear()
            rows = self._strips[block] = {}
        strip = rows.get(row)
        if strip is None:
            strip = rows[row] = self._draw(block, row)
        return strip

    def fit(self, *columns: int) -> None:
        """Draw all again if these widths, in cells, are not those that it was drawn for."""
        if columns != self._columns:
            self._columns = columns
            self._strips.clear()

    def clear(self) -> None:
        """Draw all again when it is asked for."""
        self._strips.clear()

    def forget(self, *blocks: int) -> None:
        """Draw the rows of some blocks again when they are asked for."""
        for block in blocks:
            self._strips.pop(block, None)


class DrawnAhead:
    """Draws the pages around the one on screen, as soon as the reader rests a moment."""

    def __init__(self, widget: Widget, lines: Callable[[range], object]) -> None:
        self._widget = widget
        self._lines = lines
        self._timer: Timer | None = None

    def start(self) -> None:
        """Be ready, from when the widget is mounted."""
        self._timer = self._widget.set_interval(AHEAD, self.draw, pause=True)

    def moved(self) -> None:
        """Wait anew for the reader to rest."""
        if self._timer is not None:
            self._timer.reset()

    def draw(self) -> None:
        """Draw the page below this one and the one above, to have them when a key asks."""
        if self._timer is not None:
            self._timer.pause()
        height = self._widget.size.height
        self._lines(range(height, 2 * height))
        self._lines(range(-height, 0))


def filtered(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """Return strips of a widget as its terminal can show them, some without colours.

    The filter that turns the sixteen colours of a terminal into true ones would make a copy of
    nearly every strip; of those that it would leave as they are it gets none to see.
    """
    background = widget.background_colors[1]
    for line_filter in widget.get_line_filters():
        if isinstance(line_filter, ANSIToTruecolor):
            strips = [
                strip
                if all(_is_true(style) for _, style, _ in strip)
                else strip.apply_filter(line_filter, background)
                for strip in strips
            ]
        else:
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return strips


@lru_cache(4096)
def _is_true(style: Style | None) -> bool:
    """Tell whether a style has true colours alone; what is dim takes another one."""
    if style is None:
        return True
    colours = style.color, style.bgcolor
    return not style.dim and all(one is None or one.triplet is not None for one in colours)
