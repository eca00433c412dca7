"""The passages that are shown as noted: where they lie, and which note is the current one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from postil.model.note import Colour
from postil.model.span import Span
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

    def redraw(self) -> None:
        """Draw all again."""


class NoteMarks:
    """Highlights in the order of the article, found by block, and the current note among them."""

    def __init__(self, view: RedrawnView, viewport: Viewport) -> None:
        self._view = view
        self._viewport = viewport
        self.highlights: tuple[Highlight, ...] = ()
        """By start, then by length."""
        self.note_now = ""
        """The id of the current note, or ""."""
        self.lost: tuple[str, ...] = ()
        """The ids of the notes without a place, which come after all others."""
        self._by_block: dict[int, list[Highlight]] = {}

    def show(self, highlights: tuple[Highlight, ...]) -> None:
        """Show passages as noted."""
        article = self._viewport.article
        self.highlights = highlights
        self._by_block = {}
        for highlight in highlights:
            first = article.block_at(highlight.span.start)
            last = article.block_at(max(highlight.span.start, highlight.span.end - 1))
            for block in range(first, last + 1):
                self._by_block.setdefault(block, []).append(highlight)
        self._view.redraw()

    def show_now(self, note: str) -> None:
        """Make a note the current one; "" for none."""
        if note != self.note_now:
            self.note_now = note
            self._view.redraw()

    def on_block(self, block: int) -> Sequence[Highlight]:
        """Return the highlights that lie on a block or on part of it."""
        return self._by_block.get(block, ())

    def over(self, span: Span) -> list[str]:
        """Return the ids of the notes on a passage, by start, then by length."""
        return [mark.note for mark in self._acknowledged() if mark.span.overlaps(span)]

    def uppermost(self, offset: int) -> str:
        """Return the note on a code point, of several the shortest; "" where there is none.

        The shortest lies on top, and the others can be reached beside it.
        """
        here = Span(offset, offset + 1)
        found = [mark for mark in self._acknowledged() if mark.span.overlaps(here)]
        return min(found, key=lambda mark: len(mark.span)).note if found else ""

    def beside(self, steps: int, here: int) -> str | None:
        """Return the note some steps on from the current one, or else from a code point.

        Behind the last note comes the first one. None where there are no notes.
        """
        marks = self._acknowledged()
        ids = [*(mark.note for mark in marks), *self.lost]
        if not ids:
            return None
        if self.note_now in ids:
            return ids[(ids.index(self.note_now) + steps) % len(ids)]
        at = bisect_right(marks, here - 1, key=lambda mark: mark.span.start)
        return ids[(at + steps - (steps > 0)) % len(ids)]

    def _acknowledged(self) -> list[Highlight]:
        return [mark for mark in self.highlights if not mark.pending]
