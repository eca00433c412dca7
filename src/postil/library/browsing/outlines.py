"""Outlines of notes: what an order, or a quick look at its words, needs of a note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.model.note import Note
from postil.store.home.lazy_notes import LazyNotes, Outline

__all__ = ["Outline", "outlined", "outlines"]


def outlines(notes: Mapping[str, Note]) -> Iterator[Outline]:
    """Yield the outlines of notes; those that are not made yet need not be for that."""
    if isinstance(notes, LazyNotes):
        yield from notes.outlines()
    else:
        yield from map(outlined, notes.values())


def outlined(note: Note) -> Outline:
    """Return the outline of a note."""
    anchor = note.anchor
    return Outline(
        note.id,
        note.article,
        anchor.start,
        anchor.end,
        note.tags,
        note.created,
        str(note.colour),
        anchor.quote,
        note.body,
    )
