"""Compares passages: those of some notes, grouped by whose words they are on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postil.library.browsing.note_views import NoteView, NoteViews
from postil.model.note import Note
from postil.model.values import NamedTuple
from postil.store.home.home import Home
from postil.text.progress import Progress

__all__ = ["OWN_WORDS", "SourceGroup", "by_source", "viewed"]

OWN_WORDS = "The article’s own words"


class SourceGroup(NamedTuple):
    """Passages that come from one source."""

    source: str
    """In a line."""
    notes: Sequence[tuple[Note, NoteView]]


def viewed(
    home: Home, notes: Iterable[Note], progress: Progress
) -> Iterator[tuple[Note, NoteView]]:
    """Yield notes with what is known of them, those of one article together."""
    yield from NoteViews(home).of(notes, progress)


def by_source(found: Iterable[tuple[Note, NoteView]]) -> list[SourceGroup]:
    """Return notes by source, those sources first of which there is most.

    The articles' own words come last. Notes on whole articles, which have no passage, are left
    out; within a group notes stand as they were given.
    """
    groups: dict[str, list[tuple[Note, NoteView]]] = {}
    for note, view in found:
        if not note.whole:
            groups.setdefault(view.source, []).append((note, view))
    ordered = sorted(groups, key=lambda one: (not one, -len(groups[one]), one.casefold()))
    return [SourceGroup(one or OWN_WORDS, groups[one]) for one in ordered]
