"""The margin: the notes beside the passages they were written on, as in an annotated book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from postil.model.article import Block, BlockKind
from postil.model.note import Colour, PlacedNote
from postil.tui.theme import SIGNS
from postil.tui.widgets.arrange import arrange
from postil.tui.widgets.pane_keys import MARGIN
from postil.typeset import Typeset

ROWS_SHOWN = 6
"""Rows of a note's body that are shown while it is not the current one."""


EMPTY = ("No notes yet: v chooses words,", "a writes a note on them.")
"""What stands in the margin of an article without notes."""


class Margin(Widget, can_focus=True):
    """Shows the notes whose passages are on screen, and reports which one the reader wants."""

    BINDING_GROUP_TITLE = "Margin"
    BINDINGS = MARGIN

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "margin--quiet",
        "margin--current",
        *(f"margin--{colour}" for colour in Colour),
    }

    DEFAULT_CSS = """
    Margin {
        width: 34;
        height: 1fr;
        background: $background;
        color: $foreground 80%;
        border-left: vkey $rule;
        padding: 0 1;
        display: none;
        &> .margin--quiet { color: $quiet; }
        &> .margin--current { color: $foreground; }
        &> .margin--yellow { color: $sign-yellow; }
        &> .margin--green { color: $sign-green; }
        &> .margin--blue { color: $sign-blue; }
        &> .margin--pink { color: $sign-pink; }
        &> .margin--orange { color: $sign-orange; }
    }
    """

    notes: reactive[tuple[PlacedNote, ...]] = reactive((), layout=False)
    """All notes of the article, by start, then by length."""

    current: reactive[str] = reactive("")
    """The id of the current note, or ""."""

    @dataclass
    class Chosen(Message):
        """The reader points at a note."""

        note: str
        go: bool
        """Whether to go to its passage and leave the margin."""

    def __init__(self, row_of: Callable[[int], int]) -> None:
        super().__init__()
        self._row_of = row_of
        """Tells the row of the screen on which a code point of the article is shown."""
        self._lines: dict[int, tuple[str, list[Segment]]] = {}

    def watch_notes(self) -> None:
        """Set other notes."""
        self.layout_notes()

    def watch_current(self) -> None:
        """Let another note stand out."""
        self.layout_notes()

    def on_resize(self) -> None:
        """Set the notes anew for another width."""
        self.layout_notes()

    def layout_notes(self) -> None:
        """Decide which note stands where, for the rows now on screen."""
        self._lines = {}
        height = self.size.height
        if self.display and height:
            shown = self._near(height)
            bodies = [self._set(placed) for placed in shown]
            wanted = [self._row(placed) for placed in shown]
            fixed = next((i for i, p in enumerate(shown) if p.note.id == self.current), -1)
            rows = arrange(wanted, [len(body) for body in bodies], height, fixed)
            for placed, body, row in zip(shown, bodies, rows, strict=True):
                for index, line in enumerate(body):
                    self._lines[row + index] = (placed.note.id, line)
        self.refresh()

    def _row(self, placed: PlacedNote) -> int:
        return self._row_of(placed.span.start) if placed.span else 0

    def _near(self, height: int) -> list[PlacedNote]:
        """Return the notes whose passages begin on screen or a little above it."""
        near = []
        for placed in self.notes:
            if placed.span is None:
                continue
            row = self._row_of(placed.span.start)
            if row >= height:
                break
            if row >= 0 or placed.note.id == self.current:
                near.append(placed)
        return near

    def _ink(self, name: str) -> Style:
        return self.get_component_rich_style(f"margin--{name}", partial=True)

    def _set(self, placed: PlacedNote) -> list[list[Segment]]:
        note = placed.note
        width = max(8, self.content_size.width)
        base = self.rich_style
        current = note.id == self.current
        head = " ".join(f"#{tag}" for tag in note.tags) or ("note" if note.body else "highlight")
        ink = base + self._ink("current" if current else "quiet")
        sign = Segment(SIGNS[note.colour] + " ", base + self._ink(note.colour))
        lines = [
            [sign, Segment(text, ink + Style(bold=current))] for text in wrap(head, width - 2)[:2]
        ]
        lines[1:] = [[Segment("  ", base), *line[1:]] for line in lines[1:]]
        body = wrap(note.body, width - 2) if note.body else []
        if not current and len(body) > ROWS_SHOWN:
            body = [*body[: ROWS_SHOWN - 1], "…"]
        text_ink = base + self._ink("current") if current else base
        lines += [[Segment("  ", base), Segment(line, text_ink)] for line in body]
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw one row of the margin."""
        width = self.size.width
        found = self._lines.get(y)
        if found is None:
            if not self.notes and y < len(EMPTY):
                return self._empty(EMPTY[y], width)
            return Strip.blank(width, self.rich_style)
        return Strip(found[1]).adjust_cell_length(width, self.rich_style)

    def _empty(self, said: str, width: int) -> Strip:
        text = set_cell_size(said, width)
        return Strip([Segment(text, self.rich_style + self._ink("quiet"))])

    def on_click(self, event: events.Click) -> None:
        """Make the note under the pointer the current one."""
        offset = event.get_content_offset(self)
        if offset is not None and (found := self._lines.get(offset.y)):
            self.post_message(self.Chosen(found[0], go=True))

    def action_step(self, by: int) -> None:
        """Go from note to note within the margin."""
        placed = [note for note in self.notes if note.span is not None]
        if not placed:
            return
        at = next((i for i, p in enumerate(placed) if p.note.id == self.current), None)
        at = (0 if by > 0 else len(placed) - 1) if at is None else at + by
        self.post_message(self.Chosen(placed[min(max(at, 0), len(placed) - 1)].note.id, go=False))

    def action_go(self) -> None:
        """Go to the passage of the current note."""
        if self.current:
            self.post_message(self.Chosen(self.current, go=True))


def wrap(text: str, width: int) -> list[str]:
    """Set plain text in lines of at most ``width`` cells; its own line ends are kept."""
    out: list[str] = []
    for line in text.split("\n"):
        block = Block(BlockKind.PARAGRAPH, line)
        rows: Sequence[tuple[int, int]] = [
            (row.start, row.end) for row in Typeset([block], max(1, width), cell_len).rows(0)
        ]
        out += [line[start:end] for start, end in rows]
    return out
