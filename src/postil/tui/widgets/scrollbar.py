"""The scroll bar of the page: where in the article the screen is, for the eye and the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from postil.model.values import dataclass
from postil.tui.widgets.page.messages import RowsInView
from postil.tui.widgets.page.strip_cache import filtered

EIGHTHS = " ▁▂▃▄▅▆▇"
"""A cell filled from below, by eighths."""


RailSign = tuple[str, Style]
"""A sign that stands at some height of the article, "" for none, and its ink."""

ABOVE = 3
"""Rows that stay in sight above the height of a sign that was clicked on."""

NOTHING: RailSign = ("", Style())


def thumb(view: RowsInView, cells: int) -> tuple[int, int] | None:
    """Return where the thumb begins and ends, in eighths of a cell, on a bar of ``cells``.

    None where all is on screen.
    """
    if view.height <= view.rows:
        return None
    length = max(8, cells * 8 * view.rows // view.height)
    free = cells * 8 - length
    start = min(free, free * view.top // (view.height - view.rows))
    return start, start + length


class Scrollbar(Widget):
    """A scroll bar that is drawn in a tenth of the time that Textual's takes, on every key."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scrollbar--thumb", "scrollbar--held"}

    DEFAULT_CSS = """
    Scrollbar {
        width: 1;
        height: 1fr;
        background: $scrollbar-background;
        &> .scrollbar--thumb { color: $scrollbar; }
        &:hover > .scrollbar--thumb { color: $scrollbar-hover; }
        &> .scrollbar--held { color: $scrollbar-active; }
    }
    """

    @dataclass
    class Dragged(Message):
        """The reader has drawn the thumb to where a row is the first one shown, or a sign is."""

        top: int

    @dataclass
    class Paged(Message):
        """The reader has clicked above (-1) or below (1) the thumb."""

        direction: int

    def __init__(self, rail: Callable[[int], Sequence[RailSign]] = lambda _: ()) -> None:
        """``rail`` tells what stands at each of so many heights of the article."""
        super().__init__()
        self.view = RowsInView()
        self._rail = rail
        self._signs: Sequence[RailSign] = ()
        self._thumb: tuple[int, int] | None = None
        self._held: tuple[int, int] | None = None
        """The cell where the thumb was taken, and the first row shown then."""
        self._styles: dict[str, tuple[Style, Style]] = {}
        self._cells: dict[tuple[str, Style, Style | None], Strip] = {}

    def show(self, view: RowsInView) -> None:
        """Show which rows are on screen."""
        before, self.view = self.view, view
        if view.height != before.height:
            self.recount()
        if thumb(view, self.size.height) != self._thumb:
            self.refresh()

    def recount(self) -> None:
        """Look anew where notes and matches stand."""
        signs = self._rail(self.size.height)
        if signs != self._signs:
            self._signs = signs
            self.refresh()

    def on_resize(self) -> None:
        """Find the places of the signs at another height."""
        self.recount()

    def notify_style_update(self) -> None:
        """Take the styles anew from another theme, or under the pointer."""
        super().notify_style_update()
        self._styles.clear()
        self._cells.clear()
        # The page takes its own styles only after this.
        self.call_later(self.recount)

    def _inks(self) -> tuple[Style, Style]:
        """Return the styles of the ground and of the thumb; to ask for them takes longest."""
        part = "scrollbar--held" if self._held else "scrollbar--thumb"
        if part not in self._styles:
            ground = self.rich_style
            ink = ground + self.get_component_rich_style(part, partial=True)
            self._styles[part] = ground, ink
        return self._styles[part]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some cells."""
        self._thumb = thumb(self.view, self.size.height)
        start, end = self._thumb or (0, 0)
        ground, ink = self._inks()
        turned = ink + Style(reverse=True)
        cell_of = self._cell
        strips = []
        for cell in crop.line_range:
            above, behind = max(start - cell * 8, 0), min(end - cell * 8, 8)
            sign, sign_ink = self._signs[cell] if cell < len(self._signs) else NOTHING
            if sign:
                on = turned if behind - above == 8 else ground
                strips.append(cell_of(sign, on, sign_ink))
            elif above >= behind:
                strips.append(cell_of(" ", ground))
            elif above:
                strips.append(cell_of(EIGHTHS[8 - above], ink))
            elif behind < 8:
                strips.append(cell_of(EIGHTHS[8 - behind], turned))
            else:
                strips.append(cell_of(" ", turned))
        return filtered(self, strips)

    def _cell(self, sign: str, on: Style, ink: Style | None = None) -> Strip:
        """Return a cell; few of them differ, and each is made once."""
        key = sign, on, ink
        if key not in self._cells:
            self._cells[key] = Strip([Segment(sign, on + ink)], 1)
        return self._cells[key]

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the thumb, go to the height of a sign, or turn a page."""
        event.stop()
        start, end = self._thumb or (0, 0)
        beside = event.y * 8 >= end or event.y * 8 + 8 <= start
        if beside and event.y < len(self._signs) and self._signs[event.y][0]:
            at = self.view.height * event.y // max(1, self.size.height)
            hidden = max(0, self.view.height - self.view.rows)
            self.post_message(self.Dragged(min(max(0, at - ABOVE), hidden)))
        elif event.y * 8 >= end:
            self.post_message(self.Paged(1))
        elif event.y * 8 + 8 <= start:
            self.post_message(self.Paged(-1))
        else:
            self._held = (event.screen_y, self.view.top)
            self.capture_mouse()
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the article along with the thumb."""
        if self._held is None or self._thumb is None:
            return
        event.stop()
        taken, top = self._held
        free = self.size.height * 8 - (self._thumb[1] - self._thumb[0])
        hidden = self.view.height - self.view.rows
        rows = (event.screen_y - taken) * 8 * hidden / max(1, free)
        self.post_message(self.Dragged(min(max(0, round(top + rows)), hidden)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the thumb go."""
        event.stop()
        self.release_mouse()

    def on_mouse_release(self) -> None:
        """Show that the thumb is free."""
        self._held = None
        self.refresh()
