"""A list of rows in columns that draws only those in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from postil.model.note import Colour
from postil.model.values import NamedTuple, dataclass

_POINTER = "► "
_GAP = 2
"""Blank cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of the rows is set; widths in cells."""

    share: int = 0
    """0: as wide as its widest cell; else its share of what the others leave."""
    most: int = 24
    """A column without a share is cut at this width."""
    right: bool = False
    muted: bool = False
    searched: bool = True
    """Whether what is typed is looked for in it."""
    from_width: int = 0
    """In a narrower list the column is not shown."""
    ends: bool = False
    """Cut a long text in its middle: what tells it from others may stand at its end."""
    text: Callable[[Row], str] | None = None
    """Called for the text of a row when it is drawn, where that is not known before."""


class Row(NamedTuple):
    """One row: a key for the caller, a text for each column, and a sign in front."""

    key: str
    cells: tuple[str, ...]
    sign: str = ""
    """At most one cell wide."""
    colour: Colour | None = None
    """That of the sign, where it stands for a note."""
    more: str = ""
    """Searched as well, but not shown."""


Marks = tuple[int, ...]
"""Code points to pick out in a row, counted over its searched cells joined by a blank."""


class RowList(ScrollView):
    """Rows of which one may be pointed at."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        background: transparent;
        color: $foreground;
        & > .rows--quiet { color: $text-muted; }
        & > .rows--match { color: $accent; text-style: bold underline; }
        & > .rows--sign { color: $accent; text-style: bold; }
        & > .rows--yellow { color: $sign-yellow; }
        & > .rows--green { color: $sign-green; }
        & > .rows--blue { color: $sign-blue; }
        & > .rows--pink { color: $sign-pink; }
        & > .rows--orange { color: $sign-orange; }
        & > .rows--pointed {
            background: $pointed;
            text-style: bold;
        }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--quiet",
        "rows--match",
        "rows--sign",
        "rows--pointed",
        *(f"rows--{colour}" for colour in Colour),
    }

    can_focus = False

    pointed: reactive[int | None] = reactive(None)
    """The index of the row pointed at, counted in the rows shown; None for no row."""

    @dataclass
    class Pointed(Message):
        """Another row is pointed at."""

        row: Row | None

    @dataclass
    class Clicked(Message):
        """The row that a click had pointed at was clicked again."""

        row: Row

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        """The rows shown, after filtering."""
        self._marks: Sequence[Marks] = ()
        self._widest: list[int] = []
        self._signs = False
        self._widths: tuple[int, list[int]] = (-1, [])
        self._clicked = ""
        """The key of the row that the last click has pointed at, if it is still pointed at."""

    def measure(self, rows: Sequence[Row]) -> None:
        """Set the columns for these rows; what is shown later is some of them."""
        self._widest = [0] * len(self.columns)
        self._signs = False
        self.measure_more(rows)

    def measure_more(self, rows: Sequence[Row]) -> None:
        """Set the columns for these rows too."""
        for at, column in enumerate(self.columns):
            if not column.share:
                widest = max(
                    (cell_len(text) for text in {row.cells[at] for row in rows}), default=0
                )
                self._widest[at] = min(max(self._widest[at], widest), column.most)
        self._signs = self._signs or any(row.sign for row in rows)
        self._widths = (-1, [])

    def show(self, rows: Sequence[Row], marks: Sequence[Marks], pointed: int | None) -> None:
        """Show these rows, with these places in them picked out."""
        self.rows = rows
        self._marks = marks
        self._clicked = ""
        self.virtual_size = Size(self.size.width, len(rows))
        self.set_reactive(RowList.pointed, pointed)
        self.follow()
        self.refresh(layout=True)
        self.post_message(self.Pointed(self.row))

    @property
    def row(self) -> Row | None:
        """The row pointed at."""
        return None if self.pointed is None else self.rows[self.pointed]

    def in_view(self) -> Sequence[Row]:
        """Return the rows that can be seen."""
        top = round(self.scroll_y)
        return self.rows[top : top + self.scrollable_content_region.height]

    def validate_pointed(self, pointed: int | None) -> int | None:
        """Keep the pointer on a row that exists."""
        if pointed is None or not self.rows:
            return None
        return min(max(pointed, 0), len(self.rows) - 1)

    def watch_pointed(self) -> None:
        """Show the row pointed at, and tell."""
        self._clicked = ""
        self.follow()
        self.refresh()
        self.post_message(self.Pointed(self.row))

    def follow(self) -> None:
        """Scroll as little as brings the row pointed at into view."""
        height = self.scrollable_content_region.height
        if not height:
            return  # Not laid out yet; the resize that is coming asks again.
        at, top = self.pointed or 0, round(self.scroll_y)
        if at < top or at >= top + height:
            self.scroll_to(y=at if at < top else at - height + 1, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Keep the row pointed at in view."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self.follow()

    def on_click(self, event: events.Click) -> None:
        """Point at the row that was clicked; tell when it is clicked again."""
        event.stop()
        at = event.y + round(self.scroll_y)
        if 0 <= at < len(self.rows):
            again = self._clicked == self.rows[at].key and self.pointed == at
            self.pointed = at
            self._clicked = self.rows[at].key
            if again:
                self.post_message(self.Clicked(self.rows[at]))

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        at = y + round(self.scroll_y)
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        pointed = at == self.pointed
        names = ("rows--pointed",) if pointed else ()
        base = self.get_component_rich_style(*names) if pointed else self.rich_style
        line = self._line(self.rows[at], self._marks[at] if self._marks else (), pointed, width)
        line.truncate(width, overflow="crop", pad=True)
        # A style of its own would be left out where nothing in the line has another.
        line.stylize_before(base)
        return Strip(line.render(self.app.console), width)

    def _line(self, row: Row, marks: Marks, pointed: bool, width: int) -> Text:
        quiet = self._colour("rows--quiet", pointed)
        match = self._colour("rows--match", pointed)
        line = Text(_POINTER if pointed else " " * len(_POINTER), no_wrap=True)
        if self._signs:
            ink = f"rows--{row.colour}" if row.colour else "rows--sign"
            line.append(f"{row.sign or ' '} ", style=self._colour(ink, pointed))
        begin = 0
        first = True
        fitted = zip(self.columns, row.cells, self._fit(width), strict=True)
        for at, (column, text, cells) in enumerate(fitted):
            mine = [mark - begin for mark in marks if begin <= mark < begin + len(text)]
            if column.searched:
                begin += len(text) + 1
            if not cells:
                continue
            said = column.text(row) if column.text else text
            cell = Text(said, style=quiet if column.muted else "", no_wrap=True)
            if column.searched:
                for mark in mine:
                    cell.stylize(match, mark, mark + 1)
            if column.ends and cell.cell_len > cells:
                cell = with_ends(cell, cells)
                if row.more and self._is_twice(cell.plain, at, cells):
                    cell = with_ends(Text(row.more, style=quiet, no_wrap=True), cells)
            cell.truncate(cells, overflow="ellipsis")
            if not first:
                line.append(" " * _GAP)
            blank = " " * (cells - cell.cell_len)
            line.append(blank if column.right else "")
            line.append_text(cell)
            line.append("" if column.right else blank)
            first = False
        return line

    def _is_twice(self, shown: str, at: int, cells: int) -> bool:
        """Tell whether a cell that was cut cannot be told from another one in view."""
        cut = [with_ends(Text(row.cells[at]), cells).plain for row in self.in_view()]
        return cut.count(shown) > 1

    def _colour(self, name: str, pointed: bool) -> Style:
        names = ("rows--pointed", name) if pointed else (name,)
        style = self.get_component_rich_style(*names)
        # The row has its own background; a second one would hide a terminal's own colours.
        return Style(color=style.color, bold=style.bold, underline=style.underline)

    def _fit(self, width: int) -> list[int]:
        """Return the widths of the columns in cells; 0 for one that is folded away."""
        if self._widths[0] == width:
            return self._widths[1]
        room = width - len(_POINTER) - 1 - (2 if self._signs else 0)
        fitted = [
            0 if width < column.from_width else 1 if column.share else widest
            for column, widest in zip(self.columns, self._widest, strict=True)
        ]
        shares = [
            column.share if cells else 0 for column, cells in zip(self.columns, fitted, strict=True)
        ]
        fixed = sum(c for c, share in zip(fitted, shares, strict=True) if not share)
        left = room - fixed - _GAP * (sum(map(bool, fitted)) - 1)
        for at, share in enumerate(shares):
            if share:
                fitted[at] = max(1, left * share // sum(shares[at:]))
                left -= fitted[at]
                shares[at] = 0
        self._widths = (width, fitted)
        return fitted


def with_ends(text: Text, cells: int) -> Text:
    """Return a text that is cut in its middle where it is wider than so many cells."""
    if text.cell_len <= cells:
        return text
    behind = (cells - 1) // 2
    begin = len(text) - behind
    while cell_len(text.plain[begin:]) > behind:
        begin += 1
    before = text.copy()
    before.truncate(cells - 1 - behind, overflow="crop")
    before.rstrip()
    return before.append("…").append_text(text[begin:] if begin < len(text) else Text())
