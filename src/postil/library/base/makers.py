"""Makers of notes: who has made them, and what a reader is asked before another's is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from postil.errors import OthersNotes
from postil.model.note import Note
from postil.store.home.home import Home
from postil.text.clean import clean_line


def makers(home: Home) -> Counter[str]:
    """Return the names of all makers, each with the number of notes."""
    return Counter(name for note in home.notes().values() if (name := clean_line(note.maker_name)))


def other(home: Home, note: Note) -> str:
    """Return who else has made a note, as readers are told; "" for this reader's own."""
    return home.maker.other(note)


def refused(home: Home, notes: Iterable[Note], what: str = "notes") -> OthersNotes | None:
    """Return why notes are not changed before the reader agrees to it; None where they may be."""
    return home.consent.refusal(what, notes)


def question(error: OthersNotes, does: str = "Change") -> str:
    """Return what the reader is asked before notes of others are changed."""
    if error.of == 1:
        return f"{error.makers} made this note. {does} it?"
    many = len(error.theirs)
    which = "All" if many == error.of else f"{many:,}"
    were = "was" if many == 1 else "were"
    return f"{which} of these {error.of:,} notes {were} made by {error.makers}. {does} them?"
