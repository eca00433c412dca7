"""Names of notes: either end of an id that a reader types, and what a sentence calls a note."""

from __future__ import annotations

from collections.abc import Iterable

from postil.errors import NoSuchNote
from postil.library.base.labels import shortened
from postil.model.note import Note
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

SHORTEST = 4
"""Characters of an id that are enough, if no other note's id begins or ends with them."""

ID_LENGTH = 26
_MISTAKEN = str.maketrans("OIL", "011")
"""Letters that Crockford's base 32 leaves out because they are taken for these digits."""


def by_either_end(ids: Iterable[str], typed: str) -> str:
    """Return the one id that begins or ends with these characters; raises as ``by_id`` does."""
    wanted = typed_id(typed)
    shown = f"“{clean_line(typed, ID_LENGTH)}”"
    if len(wanted) < SHORTEST:
        raise NoSuchNote(
            shown,
            "this is too short for a note's id",
            f"give its last {SHORTEST} characters, or its first",
        )
    found = [
        one for one in ids if wanted in (one.upper()[: len(wanted)], one.upper()[-len(wanted) :])
    ]
    if not found:
        raise NoSuchNote(shown, "no note has this id", "see the ids with: postil notes --json")
    if len(found) > 1:
        raise NoSuchNote(
            shown, f"{len(found)} notes have ids like this", "give more characters of the id"
        )
    return found[0]


def typed_id(typed: str) -> str:
    """Return what a reader typed as an id, letters that look like digits read as these."""
    return clean_line(typed).upper().translate(_MISTAKEN)


def named(note: Note) -> str:
    """Return what a sentence calls a note: ``note on “Most of the trade…”``."""
    if note.whole:
        return "note on the whole article"
    kind = "note" if note.body else "highlight"
    return f"{kind} on {in_marks(shortened(note.anchor.quote))}"
