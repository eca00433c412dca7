"""The margin: the notes beside the passages they were written on, as in an annotated book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from postil import library
from postil.model.article import Block, BlockKind
from postil.model.note import Colour, PlacedNote
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted
from postil.tui.theme import SIGNS
from postil.tui.widgets.margin_layout import arrange
from postil.tui.widgets.pane_keys import MARGIN
from postil.typeset import Typeset

if TYPE_CHECKING:
    from postil.library.notes.orphans import LastKnownPlace

ROWS_SHOWN = 6
"""Rows of a note's body that are shown while it is not the current one."""

ELSEWHERE = "≠ two texts: a settles"
"""What is said of a note that was written in two places at once."""


BESIDE = 60
"""Characters that are shown on either side of words that are gone."""

EMPTY = ("No notes yet: v chooses words,", "a writes a note on them.")
"""What stands in the margin of an article without notes."""


Line = tuple[str, list[Segment]]
"""The id of a note, and a line of what is said of it."""


class Margin(Widget, can_focus=True):
    """Shows the notes whose passages are on screen, and reports which one the reader wants."""

    BINDING_GROUP_TITLE = "Margin"
    BINDINGS = MARGIN

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "margin--quiet",
        "margin--current",
        "margin--lost",
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
        &> .margin--lost { color: $warning; }
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
        self._lines: dict[int, Line] = {}
        self._stood: Mapping[str, LastKnownPlace] = {}
        """Where the words of notes without a place stood, by the ids of the notes."""
        self._end = 0
        """The code point behind the article's last."""

    def show(
        self, notes: tuple[PlacedNote, ...], stood: Mapping[str, LastKnownPlace], end: int
    ) -> None:
        """Show these notes; ``stood`` tells of those without a place, ``end`` where all ends."""
        self._stood, self._end = stood, end
        self.set_reactive(Margin.notes, notes)
        self.layout_notes()

    def watch_notes(self) -> None:
        """Set other notes."""
        self.layout_notes()

    def watch_current(self) -> None:
        """Let another note stand out."""
        self.layout_notes()

    def on_resize(self) -> None:
        """Set the notes anew for another width."""
        self.layout_notes()

    def notify_style_update(self) -> None:
        """Set the notes anew in the styles of another theme."""
        super().notify_style_update()
        # The parts take their own styles only after this.
        self.call_later(self.layout_notes)

    def layout_notes(self) -> None:
        """Decide which note stands where, for the rows now on screen."""
        self._lines = {}
        height = self.size.height
        if self.display and height:
            shown = self._near(height)
            bodies = [[(one.note.id, line) for line in self._set(one)] for one in shown]
            wanted = [self._row(placed) for placed in shown]
            fixed = next((i for i, p in enumerate(shown) if p.note.id == self.current), -1)
            if lost := [placed for placed in self.notes if placed.span is None]:
                among = any(placed.note.id == self.current for placed in lost)
                end = self._row_of(self._end)
                bodies.append(self._lost(lost, height, among or end < height))
                wanted.append(min(end + 2, height))
                fixed = len(shown) if among else fixed
            rows = arrange(wanted, [len(body) for body in bodies], height, fixed)
            for body, row in zip(bodies, rows, strict=True):
                self._lines |= {row + index: line for index, line in enumerate(body)}
        self.refresh()

    def _lost(self, lost: Sequence[PlacedNote], height: int, whole: bool) -> list[Line]:
        """Return the notes without a place under their heading, or the heading alone.

        Whatever the room, the current one of them is in it.
        """
        lines: list[Line] = [(lost[0].note.id, self._heading(len(lost)))]
        for placed in lost if whole else ():
            body = self._set(placed)
            if placed.note.id == self.current and len(lines) + len(body) > height:
                del lines[1:]
            lines += [(placed.note.id, line) for line in ([], *body)[len(lines) == 1 :]]
        return lines[:height]

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

    def _heading(self, count: int) -> list[Segment]:
        said = f"⚠ {notes_counted(count)} without a place"
        return [Segment(said, self.rich_style + self._ink("lost"))]

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
        slanted = ink + Style(italic=True)
        said = [(line, slanted) for line in self._said_of_words(placed, width - 2, current)]
        body = wrap(note.body, width - 2) if note.body else []
        if not current and len(body) > ROWS_SHOWN:
            body = [*body[: ROWS_SHOWN - 1], "…"]
        text_ink = base + self._ink("current") if current else base
        said += [(line, text_ink) for line in body]
        if note.also:
            said += [(line, ink) for line in wrap(ELSEWHERE, width - 2)]
        return lines + [[Segment("  ", base), Segment(line, style)] for line, style in said]

    def _said_of_words(self, placed: PlacedNote, width: int, current: bool) -> list[str]:
        """Return what is to be said of words that are others now, or that are gone."""
        if placed.placement.state == "changed":
            was = f"; they were {in_marks(clean_line(placed.note.anchor.quote))}" if current else ""
            return _cut(wrap(f"≠ words changed{was}", width), ROWS_SHOWN)
        if placed.span is not None:
            return []
        stood = self._stood.get(placed.note.id) or library.orphans.known_from_note(placed.note)
        lines = _cut(wrap(in_marks(stood.quote), width), ROWS_SHOWN if current else 2)
        if current:
            lines += wrap(f"in: {library.orphans.around(stood, BESIDE)}", width)
        return lines + (wrap(f"from {stood.where}", width) if stood.where else [])

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
        notes = self.notes
        if not notes:
            return
        at = next((i for i, p in enumerate(notes) if p.note.id == self.current), None)
        at = (0 if by > 0 else len(notes) - 1) if at is None else at + by
        self.post_message(self.Chosen(notes[min(max(at, 0), len(notes) - 1)].note.id, go=False))

    def action_go(self) -> None:
        """Go to the passage of the current note."""
        if self.current:
            self.post_message(self.Chosen(self.current, go=True))


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], "…"]


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
