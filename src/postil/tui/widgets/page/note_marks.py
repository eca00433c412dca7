"""The passages that are shown as noted: where they lie, and which note is the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from postil.model.note import Colour
from postil.model.span import Span
from postil.model.span_index import SpanIndex
from postil.model.values import dataclass
from postil.tui.widgets.page.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage to be shown as noted."""

    span: Span
    colour: Colour
    note: str
    """The id of the note, or "" for one that is still on its way to the disk."""

    @property
    def pending(self) -> bool:
        """Whether the note is not yet acknowledged."""
        return not self.note


class RedrawnView(Protocol):
    """What a part that lies over the text asks of the page."""

    def redraw(self, *, landmarks: bool = False) -> None:
        """Draw all again, and what tells of ``landmarks`` beside the page."""


class NoteMarks:
    """Highlights in the order of the article, found by place, and the current note among them."""

    def __init__(self, view: RedrawnView, viewport: Viewport) -> None:
        self._view = view
        self._viewport = viewport
        self.note_now = ""
        """The id of the current note, or ""."""
        self.lost: tuple[str, ...] = ()
        """The ids of the notes without a place, which come after all others."""
        self._pending: tuple[Highlight, ...] = ()
        self._index = _indexed(())
        self._shown = object()
        self._order: dict[str, int] = {}
        """By the ids of the notes that have a place, where each stands among them."""

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """What is shown, by start, then by length."""
        return _in_order((*self._index.things, *self._pending))

    @property
    def shown(self) -> object:
        """What is the same object for as long as the same passages are shown."""
        return self._shown

    @property
    def count(self) -> int:
        """How many notes have a place."""
        return len(self._index.things)

    def show(self, highlights: tuple[Highlight, ...]) -> None:
        """Show passages as noted; they come by start, then by length."""
        self._index, self._shown = _indexed(highlights), object()
        self._order = {mark.note: at for at, mark in enumerate(highlights)}
        self._view.redraw(landmarks=True)

    def show_pending(self, pending: Sequence[Highlight]) -> None:
        """Show passages whose notes are on their way to the disk."""
        self._pending, self._shown = tuple(pending), object()
        self._view.redraw()

    def show_now(self, note: str) -> None:
        """Make a note the current one; "" for none."""
        if note != self.note_now:
            self.note_now = note
            self._view.redraw()

    def touching(self, span: Span) -> Sequence[Highlight]:
        """Return the highlights that lie on a span or on part of it, in order."""
        found = (*self._index.touching(span), *(m for m in self._pending if m.span.overlaps(span)))
        return _in_order(found) if self._pending else found

    def over(self, span: Span) -> list[str]:
        """Return the ids of the notes on a passage, by start, then by length."""
        return [mark.note for mark in self._index.touching(span)]

    def beginning_in(self, span: Span) -> Sequence[Highlight]:
        """Return the highlights that begin in a span; notes on the whole article lie nowhere."""
        first, behind = self._index.first_from(span.start), self._index.first_from(span.end)
        while first < behind and not len(self._index.things[first].span):
            first += 1
        return self._index.things[first:behind]

    def uppermost(self, offset: int) -> str:
        """Return the note on a code point, of several the shortest; "" where there is none.

        The shortest lies on top, and the others can be reached beside it.
        """
        found = self._index.touching(Span(offset, offset + 1))
        shortest = min(found, key=lambda mark: len(mark.span), default=None)
        return "" if shortest is None else shortest.note

    def beside(self, steps: int, here: int) -> str | None:
        """Return the note some steps on from the current one, or else from a code point.

        Behind the last note comes the first one. None where there are no notes.
        """
        count = self.count + len(self.lost)
        if not count:
            return None
        at = self._order.get(self.note_now)
        if at is None and self.note_now in self.lost:
            at = self.count + self.lost.index(self.note_now)
        if at is None:
            at = self._index.first_from(here) - (steps > 0)
        at = (at + steps) % count
        return self._index.things[at].note if at < self.count else self.lost[at - self.count]


def _indexed(highlights: tuple[Highlight, ...]) -> SpanIndex[Highlight]:
    return SpanIndex(highlights, lambda mark: mark.span)


def _in_order(highlights: tuple[Highlight, ...]) -> tuple[Highlight, ...]:
    return tuple(sorted(highlights, key=lambda mark: (mark.span.start, len(mark.span))))
