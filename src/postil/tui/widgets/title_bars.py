"""The lines around the page: its title above, the reader's place and what can be done below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from postil.model.values import dataclass

LEAST_TITLE = 8
"""Cells of a title, the blank before it among them, that are worth showing."""


class EdgeLine(Widget):
    """One row of words on the left and on the right; the left gives way where room is short."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--left", "line--right", "line--accent"}

    DEFAULT_CSS = """
    EdgeLine {
        height: 1;
        background: $background;
        color: $quiet;
        &> .line--left { color: $quiet; }
        &> .line--right { color: $quiet; }
        &> .line--accent { color: $accent; }
    }
    """

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._inks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Take the styles anew from another theme."""
        super().notify_style_update()
        self._inks.clear()

    def ink(self, name: str = "") -> Style:
        """Return a style of this line, or that of the line itself."""
        if name not in self._inks:
            part = self.get_component_rich_style(f"line--{name}", partial=True) if name else None
            self._inks[name] = self.rich_style + part
        return self._inks[name]

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        width = self.size.width
        right = crop(self.right, max(0, width - 12))
        room = max(0, width - cell_len(right) - 3 if right else width - 2)
        return self.row(crop(self.left, room), right)

    def row(self, left: str, right: str) -> Strip:
        """Set these words, which have room beside each other, at the ends of the row."""
        width = self.size.width
        gap = " " * max(1, width - 2 - cell_len(left) - cell_len(right))
        return Strip(
            [
                Segment(" ", self.ink()),
                Segment(left, self.ink("left")),
                Segment(gap, self.ink()),
                Segment(right, self.ink("right")),
            ]
        ).adjust_cell_length(width, self.ink())


class TitleLine(EdgeLine):
    """The title of the article, and where it comes from."""

    DEFAULT_CSS = """
    TitleLine { dock: top; &> .line--left { color: $foreground 85%; text-style: bold; } }
    """


class StatusLine(EdgeLine):
    """Section, progress, minutes left, notes; and the source of the words under the caret."""

    DEFAULT_CSS = """
    StatusLine {
        background: $surface;
        color: $foreground 80%;
        &> .line--left { color: $foreground 85%; }
        &> .line--right { color: $accent; }
    }
    """

    def render_line(self, y: int) -> Strip:
        """Draw the row: the source keeps up to half of it, the section gives way first."""
        width = self.size.width
        right = parted(self.right, max(width * 9 // 20, width - cell_len(self.left) - 4))
        head, facts = self.left.partition("\t")[::2]
        return self.row(fitted(head, facts, max(0, width - cell_len(right) - 4)), right)


@dataclass(frozen=True, slots=True)
class Hint:
    """A key that works now, what it does, and the action behind it."""

    key: str
    label: str
    action: str


class HintLine(Widget):
    """What can be done here; each hint can be clicked. A prefix shows its continuations instead."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint--key", "hint--waiting"}

    DEFAULT_CSS = """
    HintLine {
        height: 1;
        background: $background;
        color: $quiet;
        &> .hint--key { color: $primary; }
        &> .hint--waiting { color: $accent; }
    }
    """

    hints: reactive[tuple[Hint, ...]] = reactive(())
    waiting: reactive[str] = reactive("")

    @dataclass
    class Wanted(Message):
        """The reader has clicked on a hint."""

        action: str

    def render_line(self, y: int) -> Strip:
        """Draw as many hints as fit, whole ones only."""
        width = self.size.width
        base = self.rich_style
        if self.waiting:
            ink = base + self.get_component_rich_style("hint--waiting", partial=True)
            text = crop(" " + self.waiting, width)
            return Strip([Segment(text, ink)]).adjust_cell_length(width, base)
        key = base + self.get_component_rich_style("hint--key", partial=True)
        out = [Segment(" ", base)]
        for hint, _, _ in self._placed():
            out += [Segment(hint.key, key), Segment(f" {hint.label}  ", base)]
        return Strip(out).adjust_cell_length(width, base)

    def _placed(self) -> Sequence[tuple[Hint, int, int]]:
        """Return each hint that fits with its first cell and the one behind it."""
        placed = []
        at = 1
        for hint in self.hints:
            end = at + cell_len(hint.key) + cell_len(hint.label) + 1
            if end > self.size.width:
                break
            placed.append((hint, at, end))
            at = end + 2
        return placed

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        for hint, start, end in self._placed():
            if start <= event.x < end and not self.waiting:
                self.post_message(self.Wanted(hint.action))


def fitted(section: str, facts: str, width: int) -> str:
    """Set a section and facts about the place in a number of cells, whole ones only.

    The facts lie two blanks apart. The section's title gives way first, then the last fact.
    """
    kept = facts.split("  ") if facts else []
    number = section.partition(" ")[0]
    while kept:
        said = "  ".join(kept)
        room = width - cell_len(said) - (2 if section else 0)
        if room >= min(cell_len(section), cell_len(number) + LEAST_TITLE):
            number = crop(section, room)
        if room >= cell_len(number):
            return f"{number}  {said}" if section else said
        kept.pop()
    return crop(section, width)


def parted(text: str, width: int) -> str:
    """Shorten a text to a number of cells, at a comma where there is one."""
    parts = text.split(", ")
    if cell_len(text) <= width:
        return text
    while len(parts) > 1:
        parts.pop()
        if cell_len(shown := f"{', '.join(parts)}…") <= width:
            return shown
    return crop(text, width)


def crop(text: str, width: int) -> str:
    """Shorten a text to a number of cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return set_cell_size(text, width - 1).rstrip() + "…"
