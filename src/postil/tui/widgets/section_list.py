"""The list of sections: titles in as many rows as they need, and what each section has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from postil.model.article import Section
from postil.model.span import Span
from postil.model.values import dataclass
from postil.tui.widgets.outline_rows import Entry, OutlineRows
from postil.tui.widgets.page.landmarks import NONE, Tally

AROUND = 7
"""Cells of a row beside the title: its sign, the minutes, a blank, and the rule of the outline."""

COUNTED = 5
"""Cells of how many notes or matches a section has, with a blank before it."""

LONG = 10
"""Minutes that take a cell more."""

MANY = 100
"""Notes or matches of a section that are not counted out."""


class SectionList(ScrollView):
    """The rows of the outline, drawn only where they are seen."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("outline--quiet", "outline--here", "outline--cursor", "outline--hits")
    }

    DEFAULT_CSS = """
    SectionList {
        height: 1fr;
        background: $background;
        color: $foreground 75%;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        &> .outline--quiet { color: $quiet; }
        &> .outline--here { color: $foreground; text-style: bold; }
        &> .outline--hits { color: $accent; }
        &> .outline--cursor { background: $pointed; color: $foreground; }
    }
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to go to a section."""

        section: Section

    def __init__(self, tally: Callable[[Span | None], Tally] = lambda _: NONE) -> None:
        """``tally`` tells what notes and matches a section has; of None, whether there are any."""
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.rows = OutlineRows()
        self._long = False
        """Whether the minutes of some section take a cell more."""
        self._index: dict[int, int] = {}
        """Of the entries, by the numbers of their sections."""
        self.here = -1
        """Number of the section being read."""
        self.cursor = -1
        """Index of the entry that Enter takes, while the filter has the focus; else -1."""
        self._inks: dict[str, Style] = {}
        self._tally = tally
        self._any = NONE
        self._tallies: dict[int, Tally] = {}
        """What the sections have that were drawn, by their numbers."""

    def notify_style_update(self) -> None:
        """Take the styles anew from another theme."""
        super().notify_style_update()
        self._inks.clear()
        self._tallies.clear()

    def _ink(self, name: str = "") -> Style:
        """Return a style of the rows, or that of the list itself; to ask for it takes longest."""
        if name not in self._inks:
            part = self.get_component_rich_style(f"outline--{name}", partial=True) if name else None
            self._inks[name] = self.rich_style if part is None else part
        return self._inks[name]

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self.entries = entries
        self._long = max((entry.minutes for entry in entries), default=0) >= LONG
        self._index = {entry.section.number: at for at, entry in enumerate(entries)}
        self.recount()

    def recount(self) -> None:
        """Count notes and matches anew, of the sections that are seen."""
        self._any = self._tally(None)
        self._tallies.clear()
        self._set()

    def _set(self) -> None:
        """Set the titles in the room that there is for them, unless they are."""
        room = max(0, self.size.width - AROUND + 1 - self.beside)
        if room != self.rows.room or self.rows.entries is not self.entries:
            self.rows = OutlineRows(self.entries, room)
            # Only the height of its size counts; a width would lay the screen out once more.
            self.virtual_size = Size(1, len(self.rows))
        self.follow()
        self.refresh()

    @property
    def beside(self) -> int:
        """The cells that are taken by how many notes and matches there are."""
        return COUNTED * bool(self._any.notes) + bool(self._any.hits or self._long)

    def show_here(self, here: int) -> None:
        """Let the sign stand at another section; only the rows it leaves and reaches are drawn."""
        indexes = [self._index.get(number) for number in (self.here, here)]
        self.here = here
        self.follow()
        for index in indexes:
            if index is not None:
                for row in self.rows.of(index):
                    self.refresh_line(row)

    def follow(self) -> None:
        """Keep the rows that matter in sight."""
        index = self.cursor
        if index < 0:
            index = self._index.get(self.here, 0)
        height = self.scrollable_content_region.height
        top = int(self.scroll_offset.y)
        if height and self.entries:
            rows = self.rows.of(index)
            if not (top <= rows.start and rows.stop <= top + height):
                at = max(0, rows.start - height // 2)
                self.scroll_to(y=at, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Set the titles anew, and keep the section being read in sight."""
        self._set()

    def render_line(self, y: int) -> Strip:
        """Draw one row: the section being read bears a sign, each its minutes and its notes."""
        width = self.size.width
        base = self._ink()
        row = self.rows.at(int(self.scroll_offset.y) + y)
        if row is None:
            text = " no section matches" if not self.entries and y == 0 and self.cursor >= 0 else ""
            quiet = base + self._ink("quiet")
            return Strip([Segment(set_cell_size(text, width), quiet)])
        entry = self.entries[row.entry]
        here = entry.section.number == self.here
        if here:
            base += self._ink("here")
        if row.entry == self.cursor:
            base += self._ink("cursor")
        quiet = base if row.entry == self.cursor else base + self._ink("quiet")
        tail = self._tail(entry, base, quiet) if row.first else []
        room = max(1, width - 1 - sum(segment.cell_length for segment in tail))
        title = Segment(
            set_cell_size(row.text, room), quiet if entry.section.kind != "body" else base
        )
        sign = Segment("►" if here and row.first else " ", base)
        return Strip([sign, title, *tail]).adjust_cell_length(width, base)

    def _tail(self, entry: Entry, base: Style, quiet: Style) -> list[Segment]:
        """Draw how many notes the section has, and how many matches or else minutes."""
        number = entry.section.number
        found = self._tallies.get(number)
        if found is None:
            found = self._tallies[number] = self._tally(entry.section.span)
        out = []
        if self._any.notes:
            said = _few(found.notes) if found.notes else ""
            # The ink of a sign is too faint for words on some grounds.
            sign = Segment(found.sign.rjust(COUNTED - len(said)), base + found.ink)
            out += [sign, Segment(said, base)]
        if self._any.hits:
            said = f"/{_few(found.hits)} " if found.hits else ""
            return [*out, Segment(said.rjust(COUNTED), base + self._ink("hits"))]
        minutes = f" {entry.minutes}m " if entry.minutes else "    "
        return [*out, Segment(minutes, quiet)]

    def on_click(self, event: events.Click) -> None:
        """Go to the section under the pointer."""
        row = self.rows.at(int(self.scroll_offset.y) + event.y)
        if row is not None:
            self.post_message(self.Chosen(self.entries[row.entry].section))


def _few(count: int) -> str:
    """Return a number in three cells at most."""
    return str(count) if count < MANY else f"{MANY - 1}+"
