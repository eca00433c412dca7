"""The margin: the notes beside the passages they were written on, as in an annotated book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from postil.model.note import Colour, PlacedNote
from postil.model.placed_notes import PlacedNotes
from postil.model.values import dataclass
from postil.tui.widgets.margin_layout import arrange
from postil.tui.widgets.margin_text import Body, MarginText
from postil.tui.widgets.page.row_render import filled
from postil.tui.widgets.page.strip_cache import filtered
from postil.tui.widgets.pane_keys import MARGIN

if TYPE_CHECKING:
    from postil.library.notes.orphans import LastKnownPlace

PARTS = ("quiet", "current", "lost", "link", "code")
"""What has a colour of its own beside the colours of notes."""

EMPTY: tuple[str, ...] = ("No notes yet: v chooses words,", "a writes a note on them.")
"""What stands in the margin of an article without notes."""

LOADING: tuple[str, ...] = ("Reading your notes…",)
"""What stands there before it is known whether the article has any."""

ENOUGH = 24
"""Rows in which the notes of a page are read."""

Line = tuple[str, list[Segment]]
"""The id of a note, and a line of what is said of it."""


class Margin(Widget, can_focus=True):
    """Shows the notes whose passages are on screen, and reports which one the reader wants."""

    BINDING_GROUP_TITLE = "Margin"
    BINDINGS = MARGIN

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"margin--{part}" for part in (*PARTS, *Colour)}

    DEFAULT_CSS = """
    Margin {
        width: 34;
        height: 1fr;
        background: $background;
        color: $foreground 80%;
        border-left: vkey $rule;
        padding: 0 1;
        display: none;
        &.-below { border-left: none; }
        &> .margin--quiet { color: $quiet; }
        &> .margin--current { color: $foreground; }
        &> .margin--lost { color: $warning; }
        &> .margin--link { color: $link; }
        &> .margin--code { color: $secondary; }
        &> .margin--yellow { color: $sign-yellow; }
        &> .margin--green { color: $sign-green; }
        &> .margin--blue { color: $sign-blue; }
        &> .margin--pink { color: $sign-pink; }
        &> .margin--orange { color: $sign-orange; }
    }
    """

    current: reactive[str] = reactive("")
    """The id of the current note, or ""."""

    @dataclass
    class Chosen(Message):
        """The reader points at a note."""

        note: str
        go: bool
        """Whether to go to its passage and leave the margin."""

    def __init__(self, row_of: Callable[[int], int], top: Callable[[], int]) -> None:
        super().__init__()
        self._row_on_page = row_of
        """Tells the row of the screen on which a code point of the article is shown."""
        self._top = top
        """Tells the code point at the top of the screen."""
        self._notes = PlacedNotes()
        self._lines: dict[int, Line] = {}
        self._end = 0
        """The code point behind the article's last."""
        self._said_of_none = LOADING
        """What is said where there are no notes to show."""
        self.text = MarginText(self._style, lambda text: list(text.render(self.app.console)))
        self._edge: Segment | None = None
        """The rule on the left, as Textual draws it in the theme in force."""

    def show(
        self,
        notes: PlacedNotes,
        stood: Mapping[str, LastKnownPlace],
        end: int,
        *,
        loading: bool = False,
    ) -> None:
        """Show these notes; ``stood`` tells of those without a place, ``end`` where all ends.

        While it is ``loading``, there may be others.
        """
        self._notes, self.text.stood, self._end = notes, stood, end
        self._said_of_none = LOADING if loading else EMPTY
        self.layout_notes()

    def watch_current(self) -> None:
        """Let another note stand out."""
        self.layout_notes()

    @property
    def wanted_height(self) -> int:
        """The rows that the notes want below the page, with a rule above."""
        if not self._notes.all:
            return 1 + len(self._said_of_none)
        width = max(8, self.screen.size.width - 2)
        some = (self.text.set(one, width, current=True) for one in self._notes.all[:ENOUGH])
        return min(ENOUGH, sum(len(body) + 1 for body in some))

    def on_resize(self) -> None:
        """Set the notes anew for another width."""
        self.layout_notes()

    def notify_style_update(self) -> None:
        """Set the notes anew in the styles of another theme."""
        super().notify_style_update()
        self._edge = None
        # The parts take their own styles only after this.
        self.call_later(self._set_all_anew)

    def _set_all_anew(self) -> None:
        self.text.forget()
        self.layout_notes()

    def layout_notes(self) -> None:
        """Decide which note stands where, for the rows now on screen."""
        self._lines = {}
        height = self.size.height
        if self.display and height:
            shown, fixed = self._shown(height)
            bodies = [[(one.note.id, line) for line in body] for one, body in shown]
            wanted = [self._row(placed) for placed, _ in shown]
            if lost := self._notes.all[self._notes.standing :]:
                among = self._now() >= self._notes.standing
                end = self._row_of(self._end)
                bodies.append(self._lost(lost, height, among or end < height))
                wanted.append(min(end + 2, height))
                fixed = len(shown) if among else fixed
            rows = arrange(wanted, [len(body) for body in bodies], height, fixed)
            for body, row in zip(bodies, rows, strict=True):
                self._lines |= {row + index: line for index, line in enumerate(body)}
            self.refresh()

    def _shown(self, height: int) -> tuple[list[tuple[PlacedNote, Body]], int]:
        """Return the notes that have room on screen, each with its lines, and the current's index.

        The current note is set first, and from it on and back as many as there is room for: a page
        may have a thousand.
        """
        if self._now() < 0:
            return self._fitting(self._near(height), height), -1
        near = list(self._near(height))
        fixed = next((i for i, placed in enumerate(near) if placed.note.id == self.current), -1)
        middle = max(fixed, 0)
        on = self._fitting(near[middle:], height)
        back = self._fitting(reversed(near[:middle]), height)[::-1]
        return [*back, *on], len(back) if fixed >= 0 else -1

    def _fitting(self, notes: Iterable[PlacedNote], height: int) -> list[tuple[PlacedNote, Body]]:
        """Return notes, each with its lines, until they take more than all the rows there are."""
        taken, fitting = 0, []
        for placed in notes:
            body = self._set(placed)
            fitting.append((placed, body))
            taken += len(body) + 1
            if taken > height + 1:
                break
        return fitting

    def _lost(self, lost: Sequence[PlacedNote], height: int, whole: bool) -> list[Line]:
        """Return the notes without a place under their heading, or the heading alone.

        Whatever the room, the current one of them is in it; what has no room is not set.
        """
        lines: list[Line] = [(lost[0].note.id, self.text.heading(len(lost)))]
        now = self._now() - self._notes.standing
        at = 0
        while whole and at < len(lost) and (len(lines) < height or at <= now):
            if len(lines) >= height:
                at = now
            body = self._set(lost[at])
            if at == now and len(lines) + len(body) > height:
                del lines[1:]
            lines += [(lost[at].note.id, line) for line in ([], *body)[len(lines) == 1 :]]
            at += 1
        return lines[:height]

    def _now(self) -> int:
        """Return the index of the current note; -1 where there is none."""
        at = self._notes.index(self.current)
        return -1 if at is None else at

    def _row_of(self, offset: int) -> int:
        """Return beside which row a note belongs; below the page all follow one another."""
        row = self._row_on_page(offset)
        return min(row, 0) if self.has_class("-below") else row

    def _row(self, placed: PlacedNote) -> int:
        return self._row_of(placed.span.start) if placed.span else 0

    def _near(self, height: int) -> Iterator[PlacedNote]:
        """Yield the notes that begin on screen, as many as have room, and the current one.

        Those above the screen are passed over; each that is shown takes two rows at least.
        """
        notes = self._notes
        first = notes.first_from(self._top())
        behind, now = first + height, self._now()
        if first <= now < notes.standing and self._row(notes.all[now]) < height:
            first, behind = max(first, now - height), now + height
        if 0 <= now < first:
            yield notes.all[now]
        for placed in notes.all[first : min(behind, notes.standing)]:
            row = self._row(placed)
            if row >= height:
                break
            if row >= 0:
                yield placed

    def _style(self, name: str) -> Style:
        """Return a style of the theme; under "" that of a blank cell."""
        part = f"margin--{name}"
        return self.get_component_rich_style(part, partial=True) if name else self.rich_style

    def _set(self, placed: PlacedNote) -> Body:
        width = max(8, self.content_size.width)
        return self.text.set(placed, width, current=placed.note.id == self.current)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows with the rule left of them.

        Textual would put border and padding around each, which takes longer than to draw it.
        """
        width = self.outer_size.width
        if self.has_class("-below") or crop.column_span != (0, width):
            return super().render_lines(crop)
        if self._edge is None:
            self._edge = next(iter(super().render_lines(Region(0, 0, 1, 1))[0]))
        base = self.text.ink("")
        lead = [self._edge, Segment(" ", base)]
        return filtered(
            self, [filled([*lead, *self._row_text(y)], width, base) for y in crop.line_range]
        )

    def render_line(self, y: int) -> Strip:
        """Draw one row of the margin without what is around it."""
        return filled(self._row_text(y), self.size.width, self.text.ink(""))

    def _row_text(self, y: int) -> list[Segment]:
        """Return what stands in a row."""
        found = self._lines.get(y)
        if found is not None:
            return found[1]
        if self._notes.all or y >= len(self._said_of_none):
            return []
        text = set_cell_size(self._said_of_none[y], self.size.width)
        return [Segment(text, self.text.ink("") + self.text.ink("quiet"))]

    def on_click(self, event: events.Click) -> None:
        """Make the note under the pointer the current one."""
        offset = event.get_content_offset(self)
        if offset is not None and (found := self._lines.get(offset.y)):
            self.post_message(self.Chosen(found[0], go=True))

    def action_step(self, by: int) -> None:
        """Go from note to note within the margin."""
        notes = self._notes.all
        if not notes:
            return
        at = self._notes.index(self.current)
        at = (0 if by > 0 else len(notes) - 1) if at is None else at + by
        self.post_message(self.Chosen(notes[min(max(at, 0), len(notes) - 1)].note.id, go=False))

    def action_go(self) -> None:
        """Go to the passage of the current note."""
        if self.current:
            self.post_message(self.Chosen(self.current, go=True))
