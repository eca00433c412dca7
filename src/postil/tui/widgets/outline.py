"""The outline: the sections of the article, with the one being read, and a filter by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

from postil.model.article import Section
from postil.model.values import dataclass
from postil.text.fuzzy import rank
from postil.tui.widgets.field import Line
from postil.tui.widgets.pane_keys import OUTLINE


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outline."""

    section: Section
    title: str
    minutes: int


def indent(entry: Entry) -> int:
    """Return by how many cells the title of a section is set in."""
    return 2 * min(3, max(0, entry.section.level - 1))


AROUND = 7
"""Cells of a row beside the title: its sign, the minutes, and the rule of the outline."""


def entries(
    sections: Sequence[Section], words: Sequence[int], words_per_minute: int
) -> tuple[Entry, ...]:
    """Return the rows for some sections, each of which has so many words."""
    return tuple(
        Entry(section, section.name, round(count / words_per_minute))
        for section, count in zip(sections, words, strict=True)
    )


class SectionList(ScrollView):
    """The rows of the outline, drawn only where they are seen."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"outline--quiet", "outline--here", "outline--cursor"}

    DEFAULT_CSS = """
    SectionList {
        height: 1fr;
        background: $background;
        color: $foreground 75%;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        &> .outline--quiet { color: $quiet; }
        &> .outline--here { color: $foreground; text-style: bold; }
        &> .outline--cursor { background: $pointed; color: $foreground; }
    }
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to go to a section."""

        section: Section

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self._rows: dict[int, int] = {}
        self.here = -1
        """Number of the section being read."""
        self.cursor = -1
        """Row that Enter takes, while the filter has the focus; else -1."""
        self._inks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Take the styles anew from another theme."""
        super().notify_style_update()
        self._inks.clear()

    def _ink(self, name: str = "") -> Style:
        """Return a style of the rows, or that of the list itself; to ask for it takes longest."""
        if name not in self._inks:
            part = self.get_component_rich_style(f"outline--{name}", partial=True) if name else None
            self._inks[name] = self.rich_style if part is None else part
        return self._inks[name]

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these rows."""
        self.entries = entries
        self._rows = {entry.section.number: row for row, entry in enumerate(entries)}
        # Of its size only the height counts; a width would have the screen laid out once more.
        self.virtual_size = Size(1, len(entries))
        self.follow()
        self.refresh()

    def show_here(self, here: int) -> None:
        """Let the sign stand at another section; only the rows it leaves and reaches are drawn."""
        rows = [self._rows.get(number) for number in (self.here, here)]
        self.here = here
        self.follow()
        for row in rows:
            if row is not None:
                self.refresh_line(row)

    def follow(self) -> None:
        """Keep the row that matters in sight."""
        row = self.cursor
        if row < 0:
            row = self._rows.get(self.here, 0)
        height = self.scrollable_content_region.height
        top = int(self.scroll_offset.y)
        if height and not top <= row < top + height:
            self.scroll_to(y=max(0, row - height // 2), animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the section being read in sight."""
        self.follow()

    def render_line(self, y: int) -> Strip:
        """Draw one row: the section being read bears a sign, each its minutes."""
        width = self.size.width
        row = int(self.scroll_offset.y) + y
        base = self._ink()
        if row >= len(self.entries):
            text = " no section matches" if not self.entries and y == 0 and self.cursor >= 0 else ""
            quiet = base + self._ink("quiet")
            return Strip([Segment(set_cell_size(text, width), quiet)])
        entry = self.entries[row]
        here = entry.section.number == self.here
        if here:
            base += self._ink("here")
        if row == self.cursor:
            base += self._ink("cursor")
        quiet = base if row == self.cursor else base + self._ink("quiet")
        sign = "►" if here else " "
        minutes = f" {entry.minutes}m " if entry.minutes else "    "
        room = max(1, width - 1 - len(minutes))
        title = " " * indent(entry) + entry.title
        if cell_len(title) > room:
            title = set_cell_size(title, room - 1) + "…"
        return Strip(
            [
                Segment(sign, base),
                Segment(
                    set_cell_size(title, room), quiet if entry.section.kind != "body" else base
                ),
                Segment(minutes, quiet),
            ]
        ).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Go to the section under the pointer."""
        row = int(self.scroll_offset.y) + event.y
        if row < len(self.entries):
            self.post_message(self.Chosen(self.entries[row].section))


class Outline(Vertical):
    """Shows where the reader is, and jumps to another section by a few letters of its title."""

    BINDING_GROUP_TITLE = "Outline"
    BINDINGS = OUTLINE

    DEFAULT_CSS = """
    Outline {
        width: 30;
        height: 1fr;
        background: $background;
        border-right: vkey $rule;
        display: none;
        &.-below { border-right: none; }
        Line.-textual-compact, Line.-textual-compact:focus {
            padding: 0 1;
            background: $surface;
            display: none;
        }
        &.filtering Line.-textual-compact { display: block; }
    }
    """

    here: reactive[int] = reactive(-1, repaint=False)
    """Number of the section being read."""

    def __init__(self) -> None:
        super().__init__()
        self.list = SectionList()
        self._entries: tuple[Entry, ...] = ()
        self._box: Line | None = None

    def compose(self) -> ComposeResult:
        """Only the rows at first: the filter is made when it is first wanted."""
        yield self.list

    def show(self, shown: tuple[Entry, ...]) -> None:
        """Show these rows."""
        self._entries = shown
        self.list.show(shown)

    @property
    def wanted_width(self) -> int:
        """The cells in which every title could be read whole."""
        titles = (cell_len(entry.title) + indent(entry) for entry in self._entries)
        return max(titles, default=0) + AROUND

    @property
    def wanted_height(self) -> int:
        """The rows in which all sections could be seen, with the filter and a rule above."""
        return len(self._entries) + 2

    def watch_here(self, here: int) -> None:
        """Let the sign stand at the section being read."""
        self.list.show_here(here)

    def filter(self) -> None:
        """Take the focus, and filter by what is typed."""
        if self._box is None:
            self._box = Line(hint="type to filter")
            self.mount(self._box, before=0)
        self._box.value = ""
        self.add_class("filtering")
        self.list.cursor = max(0, self._row_of_here())
        self._narrow("")
        self._box.focus()

    def leave(self) -> None:
        """Give up the filter and show all sections again."""
        self.remove_class("filtering")
        self.list.cursor = -1
        self.list.show(self._entries)

    @property
    def filtering(self) -> bool:
        """Whether the filter is open."""
        return self.has_class("filtering")

    def _row_of_here(self) -> int:
        numbers = [entry.section.number for entry in self._entries]
        return numbers.index(self.here) if self.here in numbers else 0

    def _narrow(self, typed: str) -> None:
        if typed.strip():
            titles = [entry.title for entry in self._entries]
            entries = tuple(self._entries[index] for index, _ in rank(typed, titles))
            self.list.cursor = 0
        else:
            entries = self._entries
            self.list.cursor = max(0, self._row_of_here())
        self.list.show(entries)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Keep the sections whose titles match what is typed."""
        event.stop()
        if self.filtering:
            self._narrow(event.value)

    @on(Input.Submitted)
    def choose(self, event: Input.Submitted) -> None:
        """Go to the section at the cursor."""
        event.stop()
        entries = self.list.entries
        if 0 <= self.list.cursor < len(entries):
            self.post_message(SectionList.Chosen(entries[self.list.cursor].section))

    def action_step(self, by: int) -> None:
        """Move the cursor through the sections that match."""
        self.list.cursor = min(max(self.list.cursor + by, 0), max(0, len(self.list.entries) - 1))
        self.list.follow()
        self.list.refresh()
