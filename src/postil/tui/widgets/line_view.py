"""A view of lines that draws those in sight, and never has the screen laid out for their number."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Self

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from postil.tui.widgets.line_strip import strip_of
from postil.tui.widgets.page.strip_cache import filtered

KEPT = 1000
"""Lines that are kept as they were drawn."""


class LineScrollBar(ScrollBar):
    """Textual's scroll bar, drawn at once: it would take as long as the lines beside it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some cells; few of them differ, and each is made once."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        colours = bar.style if isinstance(bar.style, Style) else Style.parse(bar.style)
        drawn = bar.render_bar(
            size=self.size.height,
            window_size=bar.window_size,
            virtual_size=bar.virtual_size,
            position=bar.position,
            back_color=colours.bgcolor or Color.default(),
            bar_color=colours.color or Color.default(),
        )
        cells = drawn.segments[crop.y : crop.bottom]
        strips = {id(cell): Strip([Segment(cell.text, colours + cell.style)], 1) for cell in cells}
        return filtered(self, [strips[id(cell)] for cell in cells])


class LineView(ScrollView):
    """Lines that scroll; they are set as :class:`rich.text.Text`, in the style of the widget."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Textual lays the whole screen out for another height, on which no other widget depends."""

    def __init__(self) -> None:
        super().__init__()
        self._style: Style | None = None
        self.columns = 0
        """The cells of a line while it is drawn; Textual counts them anew each time."""
        self._strips: dict[Hashable, Strip] = {}

    @property
    def base(self) -> Style:
        """The style of the widget; Textual makes it anew of those of all that is around it."""
        style = self._style = self._style or self.rich_style
        return style

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = LineScrollBar(name="vertical")
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def set_height(self, lines: int) -> None:
        """Take note of how many lines there are; the scroll bar comes or goes."""
        self.virtual_size = size = Size(self.size.width, lines)
        self._scroll_update(size)

    def kept(self, drawn_as: Hashable, draw: Callable[[], Strip]) -> Strip:
        """Return a line as it was drawn before, or draw it."""
        if len(self._strips) > KEPT:
            self._strips.clear()
        if drawn_as not in self._strips:
            self._strips[drawn_as] = draw()
        return self._strips[drawn_as]

    def strip(self, drawn: Text, base: Style, begin: int = 0, end: int | None = None) -> Strip:
        """Return a line as wide as the view: a text, or a part of it without ends of lines."""
        return strip_of(drawn, base, self.columns, self.app.console.get_style, begin, end)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the part of the view in ``crop``, whose cells count from its corner.

        Textual would put border and padding around each line, keep it, and have its colours looked
        at one by one: where there is no border, a list is on screen in half the time.
        """
        self.columns = self.scrollable_content_region.width
        if self.styles.gutter:
            return super().render_lines(crop)
        strips = filtered(self, [self.render_line(y) for y in crop.line_range])
        if crop.column_span != (0, self.columns):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def refresh(self, *regions: Region, **how: bool) -> Self:
        """Draw what has changed of the view; or all, in the style that it has by now."""
        if not regions:
            self._style = None
            self._strips.clear()
        return super().refresh(*regions, **how)
