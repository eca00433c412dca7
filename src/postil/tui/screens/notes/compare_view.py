"""A view of passages in columns, through which a pointer goes from passage to passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from postil.model.note import Colour
from postil.model.values import dataclass
from postil.tui.screens.listing.pointed_list import POINTER
from postil.tui.screens.notes.columns import GAP, Canvas

INKS = ("title", "quiet", "link", "code", *map(str, Colour))


class CompareView(ScrollView, can_focus=True):
    """Draws a canvas; arrows go through its passages, Enter to the one pointed at."""

    DEFAULT_CSS = """
    CompareView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: transparent;
        & > .compare--title { color: $heading; text-style: bold; }
        & > .compare--quiet { color: $text-muted; }
        & > .compare--link { color: $link; }
        & > .compare--code { color: $secondary; }
        & > .compare--yellow { color: $sign-yellow; }
        & > .compare--green { color: $sign-green; }
        & > .compare--blue { color: $sign-blue; }
        & > .compare--pink { color: $sign-pink; }
        & > .compare--orange { color: $sign-orange; }
        & > .compare--rule { color: $rule; }
        & > .compare--pointed { background: $pointed; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"compare--{name}" for name in (*INKS, "rule", "pointed"))
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next", id="compare.next", tooltip="To the next passage"),
        Binding("k,up", "move(-1)", "Before", id="compare.previous", tooltip="To the one before"),
        Binding("l,right", "side(1)", "Right", id="compare.right", tooltip="To the next column"),
        Binding("h,left", "side(-1)", "Left", id="compare.left", tooltip="To the column before"),
        Binding(
            "pagedown,space", "turn(1)", "Page on", id="compare.page-down", tooltip="A page on"
        ),
        Binding("pageup,b", "turn(-1)", "Page back", id="compare.page-up", tooltip="A page back"),
        Binding("home,g", "end(0)", "First", id="compare.first", tooltip="To the first passage"),
        Binding("end,G", "end(-1)", "Last", id="compare.last", tooltip="To the last passage"),
        Binding("enter", "go", "Go", id="compare.go", tooltip="To the passage in its article"),
    ]

    @dataclass
    class Wanted(Message):
        """The reader wants to go to the passage pointed at."""

    @dataclass
    class Resized(Message):
        """There is another width to set the passages for."""

    def __init__(self, moved: Callable[[], None]) -> None:
        """Call ``moved`` whenever another passage is pointed at."""
        super().__init__()
        self._moved = moved
        self.canvas: Canvas | None = None
        self.pointed = 0
        """The number of the passage pointed at."""

    @property
    def note(self) -> str:
        """The id of the note whose passage is pointed at; "" for none."""
        canvas = self.canvas
        return canvas.passages[self.pointed].note if canvas and canvas.passages else ""

    def inks(self) -> dict[str, Style]:
        """Return the styles that passages are set in; a thread may use them."""
        found = {}
        for name in INKS:
            style = self.get_component_rich_style(f"compare--{name}", partial=True)
            found[name] = Style(color=style.color, bold=style.bold)
        return found

    def show(self, canvas: Canvas) -> None:
        """Show passages; the one pointed at stays so."""
        before = self.note
        self.canvas = canvas
        ids = [one.note for one in canvas.passages]
        self.pointed = ids.index(before) if before in ids else 0
        self.virtual_size = Size(self.size.width, canvas.height)
        self._follow()
        self.refresh(layout=True)

    def on_resize(self) -> None:
        """Have the passages set for the width that there is now."""
        self.post_message(self.Resized())

    # -- pointing

    def _point(self, at: int) -> None:
        if self.canvas and self.canvas.passages:
            self.pointed = max(0, min(at, len(self.canvas.passages) - 1))
            self._follow()
            self.refresh()
            self._moved()

    def _follow(self) -> None:
        """Scroll so that the passage pointed at is seen, from its beginning on."""
        if not self.canvas or not self.canvas.passages:
            return
        one, height = self.canvas.passages[self.pointed], self.size.height
        top = round(self.scroll_y)
        if one.bottom > top + height:
            top = one.bottom - height
        top = min(top, max(0, one.top - 2))
        self.scroll_to(y=top, animate=False, immediate=True)

    def action_move(self, by: int) -> None:
        """Point at another passage, from source to source."""
        self._point(self.pointed + by)

    def action_side(self, by: int) -> None:
        """Point at the passage beside, in another column."""
        canvas = self.canvas
        if not canvas or not canvas.passages:
            return
        now = canvas.passages[self.pointed]
        beside = [
            (abs(one.top - now.top), at)
            for at, one in enumerate(canvas.passages)
            if one.column == now.column + by
        ]
        if beside:
            self._point(min(beside)[1])

    def action_turn(self, by: int) -> None:
        """Point at a passage a page further on in the same column, or back."""
        canvas = self.canvas
        if not canvas or not canvas.passages:
            return
        now, page = canvas.passages[self.pointed], max(1, self.size.height - 2)
        column = [at for at, one in enumerate(canvas.passages) if one.column == now.column]
        there = now.top + by * page
        self._point(min(column, key=lambda at: abs(canvas.passages[at].top - there)))

    def action_end(self, at: int) -> None:
        """Point at the first passage, or the last."""
        if self.canvas:
            self._point(at % max(1, len(self.canvas.passages)))

    def action_go(self) -> None:
        """Ask to go to the passage pointed at."""
        self.post_message(self.Wanted())

    def on_click(self, event: events.Click) -> None:
        """Point at the passage that was clicked; go to it when it is clicked again."""
        canvas = self.canvas
        if canvas is None:
            return
        line, column = event.y + round(self.scroll_y), event.x // (canvas.width + GAP)
        for at, one in enumerate(canvas.passages):
            if one.column == column and one.top <= line < one.bottom:
                if at == self.pointed:
                    self.action_go()
                self._point(at)

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line of all columns."""
        width = self.scrollable_content_region.width
        canvas, at = self.canvas, y + round(self.scroll_y)
        if canvas is None or at >= canvas.height:
            return Strip.blank(width, self.rich_style)
        drawn = Text(no_wrap=True)
        rule = self.get_component_rich_style("compare--rule", partial=True)
        now = canvas.passages[self.pointed] if canvas.passages else None
        for number, column in enumerate(canvas.columns):
            if number:
                drawn.append(" │ ", style=Style(color=rule.color))
            here = now is not None and now.column == number and now.top <= at < now.bottom
            first = here and now is not None and now.top == at
            drawn.append_text(self._cell(column.get(at), canvas.width, here=here, first=first))
        drawn.truncate(width, overflow="crop", pad=True)
        drawn.stylize_before(self.rich_style)
        return Strip(drawn.render(self.app.console), width)

    def _cell(self, line: Text | None, width: int, *, here: bool, first: bool) -> Text:
        """Draw a line of one column."""
        cell = Text(no_wrap=True)
        if line is not None and first:
            cell.append(POINTER).append_text(line[len(POINTER) :])
        elif line is not None:
            cell.append_text(line)
        cell.truncate(width, overflow="crop", pad=True)
        if here:
            cell.stylize_before(self.get_component_rich_style("compare--pointed"))
        return cell
