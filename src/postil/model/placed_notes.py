"""Placed notes of one article: found by id, by passage, and by where they begin."""

from __future__ import annotations

from bisect import bisect_left

from postil.model.note import PlacedNote
from postil.model.span import Span


class PlacedNotes:
    """Notes in the order of the margin: by start, then by length, those without a place last."""

    def __init__(self, notes: tuple[PlacedNote, ...] = ()) -> None:
        self.all = notes
        self._index = {placed.note.id: at for at, placed in enumerate(notes)}
        self._starts = [placed.span.start for placed in notes if placed.span is not None]

    @property
    def standing(self) -> int:
        """How many have a place; the others come behind them."""
        return len(self._starts)

    def index(self, ident: str) -> int | None:
        """Return the place in the order of the note with an id; None where there is none."""
        return self._index.get(ident)

    def find(self, ident: str) -> PlacedNote | None:
        """Return the note with an id."""
        at = self._index.get(ident)
        return None if at is None else self.all[at]

    def on(self, span: Span) -> PlacedNote | None:
        """Return the first note that lies on exactly this passage."""
        first, behind = self.first_from(span.start), self.first_from(span.start + 1)
        return next((one for one in self.all[first:behind] if one.span == span), None)

    def first_from(self, offset: int) -> int:
        """Return the index of the first that begins at a code point or behind it."""
        return bisect_left(self._starts, offset)
