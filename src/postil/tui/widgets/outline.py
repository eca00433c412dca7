"""The outline: the sections of the article, with the one being read, and a filter by typing."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Input

from postil.model.span import Span
from postil.text.fuzzy import rank
from postil.tui.widgets.field import Line
from postil.tui.widgets.outline_rows import Entry, indent
from postil.tui.widgets.page.landmarks import NONE, Tally
from postil.tui.widgets.pane_keys import OUTLINE
from postil.tui.widgets.section_list import AROUND, SectionList


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

    def __init__(self, tally: Callable[[Span | None], Tally] = lambda _: NONE) -> None:
        """``tally`` tells what notes and matches a section has; of None, whether there are any."""
        super().__init__()
        self.list = SectionList(tally)
        self._entries: tuple[Entry, ...] = ()
        self._box: Line | None = None

    def compose(self) -> ComposeResult:
        """Only the rows at first: the filter is made when it is first wanted."""
        yield self.list

    def show(self, shown: tuple[Entry, ...]) -> None:
        """Show these rows."""
        self._entries = shown
        self.list.show(shown)

    def recount(self) -> None:
        """Count the notes and matches of the sections anew."""
        self.list.recount()

    @property
    def wanted_width(self) -> int:
        """The cells in which every title could be read whole."""
        titles = (cell_len(entry.title) + indent(entry) for entry in self._entries)
        return max(titles, default=0) + AROUND + self.list.beside

    @property
    def wanted_height(self) -> int:
        """The rows in which all sections could be seen, with the filter and a rule above."""
        return len(self.list.rows) + 2

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
