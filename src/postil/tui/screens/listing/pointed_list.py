"""A list that takes the focus: rows that can be pointed at and ticked, with heads between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Generic, Protocol, TypeVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from postil.model.values import dataclass
from postil.tui.screens.listing.language import language
from postil.tui.screens.listing.list_inks import CSS, INKS
from postil.tui.screens.listing.list_keys import LIST, NOTES, TICKS
from postil.tui.widgets.line_view import LineView

POINTER = "► "
TICK = "√"

R = TypeVar("R")
"""A row that can be pointed at."""
H = TypeVar("H")
"""A head: a line that groups the rows below it, and cannot be pointed at."""
RowDrawn = TypeVar("RowDrawn", contravariant=True)
HeadDrawn = TypeVar("HeadDrawn", contravariant=True)


Ink = Callable[[str], Style]
"""Returns a style of the list, such as ``title``, ``quiet``, ``match`` or the name of a colour."""


class Drawing(Protocol[RowDrawn, HeadDrawn]):
    """How the lines of a list look."""

    def row(self, row: RowDrawn, width: int, ink: Ink, /) -> Text:
        """Draw a row so many cells wide, each of its lines, without the pointer and the tick."""

    def head(self, head: HeadDrawn, width: int, ink: Ink, /) -> Text:
        """Draw a head so many cells wide."""

    def key(self, row: RowDrawn, /) -> str:
        """Return what a row is known by: when it is ticked, and when it is listed anew."""


class PointedList(LineView, Generic[R, H], can_focus=True):
    """Rows of which one is pointed at; only the lines in view are drawn."""

    DEFAULT_CSS = CSS

    COMPONENT_CLASSES: ClassVar[set[str]] = INKS

    BINDINGS: ClassVar[list[BindingType]] = [*LIST, *TICKS]

    FURTHER_KEYS = language()

    pointed: reactive[int] = reactive(0, repaint=False)
    """The number of the row pointed at, from 0."""

    @dataclass
    class Pointed(Message):
        """Another row is pointed at, or there are other rows."""

    @dataclass
    class Clicked(Message):
        """The row pointed at was clicked again."""

    @dataclass
    class Ticked(Message):
        """Other rows are ticked."""

    def __init__(self, drawing: Drawing[R, H], *, ticks: bool = False, tall: int = 1) -> None:
        """With ``ticks`` rows can be ticked, and room is left for the sign.

        A row is so many lines ``tall``: its number stands on each of them.
        """
        super().__init__()
        self._tall = tall
        self._drawing = drawing
        self._ticks = ticks
        self._inks: dict[str, Style] = {}
        self.rows: Sequence[R] = ()
        """What can be pointed at, in the order of the lines."""
        self.ticked: set[str] = set()
        """The keys of the rows that are ticked, some of which may not be listed now."""
        self._lines: Sequence[H | int] = ()
        """A head, or the number of a row."""
        self._places: Sequence[int] = ()
        """The line of each row."""

    # -- the rows

    @property
    def row(self) -> R | None:
        """The row pointed at."""
        return self.rows[self.pointed] if self.rows else None

    @property
    def chosen(self) -> list[R]:
        """What a key acts on: the ticked rows that are listed, else the row pointed at."""
        ticked = (
            [one for one in self.rows if self._drawing.key(one) in self.ticked]
            if self.ticked
            else []
        )
        return ticked or ([self.row] if self.row is not None else [])

    def show(self, rows: Sequence[R], pointed: int = 0) -> None:
        """List rows without heads; :meth:`set_lines` does so with heads between them."""
        tall = self._tall
        lines = [number for number in range(len(rows)) for _ in range(tall)]
        self.set_lines(rows, lines, range(0, tall * len(rows), tall), pointed)

    def set_lines(
        self,
        rows: Sequence[R],
        lines: Sequence[H | int],
        places: Sequence[int],
        pointed: int = 0,
    ) -> None:
        """List rows on lines: each a head or the number of a row.

        ``places`` is the first line of each row.
        """
        self.rows, self._lines, self._places = rows, lines, places
        self.set_height(len(lines))
        self.set_reactive(PointedList.pointed, self.validate_pointed(pointed))
        self.follow()
        self.refresh()
        self.post_message(self.Pointed())

    # -- pointing

    def validate_pointed(self, pointed: int) -> int:
        """Keep the pointer on a row that exists."""
        return max(0, min(pointed, len(self.rows) - 1))

    def watch_pointed(self, before: int, now: int) -> None:
        """Show the row pointed at, and tell."""
        self.follow()
        for number in (before, now):
            self._draw(number)
        self.post_message(self.Pointed())

    def _draw(self, number: int) -> None:
        """Draw the lines of a row anew, and no other."""
        if number < len(self._places):
            self.refresh_lines(self._places[number], self._tall)

    def follow(self) -> None:
        """Scroll as little as brings the row into view, and the head above it."""
        height = self.scrollable_content_region.height
        if not height or not self.rows:
            return
        at, top = self._places[self.pointed], round(self.scroll_y)
        first = at - 1 if at and not isinstance(self._lines[at - 1], int) else at
        last = at + self._tall - 1
        if first < top or last >= top + height:
            self.scroll_to(
                y=first if first < top else last - height + 1, animate=False, immediate=True
            )

    @property
    def page(self) -> int:
        """Rows of a page, less one that is seen twice."""
        return max(1, self.size.height // self._tall - 1)

    def on_resize(self) -> None:
        """Keep the row pointed at in view."""
        self.set_height(len(self._lines))
        self.refresh()
        self.follow()

    def on_click(self, event: events.Click) -> None:
        """Point at the row that was clicked; tell when it is clicked again."""
        event.stop()
        at = event.y + round(self.scroll_y)
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        if isinstance(line, int):
            again, self.pointed = line == self.pointed, line
            if again:
                self.post_message(self.Clicked())

    def action_move(self, by: int) -> None:
        """Point at a row further down, or up."""
        self.pointed += by

    def action_page(self, by: int) -> None:
        """Point a page further down, or up."""
        self.pointed += by * self.page

    def action_end(self, at: int) -> None:
        """Point at the first row, or the last."""
        self.pointed = at % max(1, len(self.rows))

    # -- ticks

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Tick only where there are ticks."""
        return self._ticks or action not in ("tick", "tick_all")

    def action_tick(self) -> None:
        """Tick the row pointed at, or no longer, and go to the next."""
        if (row := self.row) is not None:
            self.ticked ^= {self._drawing.key(row)}
            self.post_message(self.Ticked())
            self.refresh()
            self.pointed += 1

    def action_tick_all(self) -> None:
        """Tick all rows; none if all are ticked."""
        keys = {self._drawing.key(row) for row in self.rows}
        self.ticked = self.ticked - keys if keys <= self.ticked else self.ticked | keys
        self.post_message(self.Ticked())
        self.refresh()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at = y + round(self.scroll_y)
        if at >= len(self._lines):
            return Strip.blank(self.columns, self.base)
        line = self._lines[at]
        if not isinstance(line, int):
            drawn_as = at, False, False
        else:
            ticked = self._ticks and self._drawing.key(self.rows[line]) in self.ticked
            drawn_as = at, line == self.pointed, ticked
        return self.kept(drawn_as, partial(self._drawn, line, *drawn_as))

    def _drawn(self, line: H | int, at: int, pointed: bool, ticked: bool) -> Strip:
        if isinstance(line, int):
            row, below = self.rows[line], at - self._places[line]
            drawn = Text(POINTER if pointed and not below else " " * len(POINTER), no_wrap=True)
            if self._ticks:
                drawn.append(f"{TICK if ticked and not below else ' '} ")
            told = self._drawing.row(row, self.columns - drawn.cell_len, self.ink)
            drawn.append_text(told.split("\n", allow_blank=True)[below] if self._tall > 1 else told)
        else:
            drawn = self._drawing.head(line, self.columns, self.ink)
        base = self.get_component_rich_style("hits--pointed") if pointed else self.base
        return self.strip(drawn, base)

    def ink(self, name: str) -> Style:
        """Return a style of the list without a background, as the line has its own."""
        if (found := self._inks.get(name)) is None:
            style = self.get_component_rich_style(f"hits--{name}", partial=True)
            found = Style(color=style.color, bold=style.bold, underline=style.underline)
            self._inks[name] = found
        return found

    def notify_style_update(self) -> None:
        """Forget the styles, which are others in another theme."""
        self._inks.clear()
        super().notify_style_update()


class NotedList(PointedList[R, H]):
    """A list whose rows are notes, or hold some; the keys of the notes act on them."""

    BINDINGS: ClassVar[list[BindingType]] = NOTES
