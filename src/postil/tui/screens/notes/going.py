"""Goes from a note in the list to its passage; the notes listed around it are the next stops."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from postil.model.note import Note
from postil.model.span import Span
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.screens.notes.session import FromArticle
from postil.tui.screens.search.trail import Stop

if TYPE_CHECKING:
    from postil.library.browsing.note_lists import NoteList

AROUND = 500
"""Notes before and after the one gone to that can be walked along with ``n`` and ``N``."""


def stops(
    found: NoteList, rows: Sequence[str], at: int, article: FromArticle | None
) -> tuple[list[Stop], int]:
    """Return the stops at the notes around a row, and which of them is that row's own."""
    first = max(0, at - AROUND)
    made: list[Stop] = []
    here = 0
    for number, ident in enumerate(rows[first : at + AROUND], first):
        note = found.notes.get(ident)
        if note is None:
            continue
        path = article.path if article is not None else found.path(note)
        if number == at:
            here = len(made)
        elif not path and article is None:
            continue
        made.append(Stop(path, _spans(note, article.places if article else {}), "", ident))
    return made, here


def in_the_way(found: NoteList, note: Note) -> str:
    """Return a sentence on why an article cannot be gone to; "" where it can."""
    path = found.path(note)
    title = in_marks(clean_line(found.title(note)))
    if not path:
        return f"{title} has no file on this machine; the note itself is kept."
    if not os.path.exists(path):
        return f"{title} is not at {clean_line(path)} any more; the note itself is kept."
    return ""


def _spans(note: Note, places: Mapping[str, Span | None]) -> tuple[Span, ...]:
    """Return where a note stands, as far as that is known without looking it up."""
    anchor = note.anchor
    span = places.get(note.id, Span(anchor.start, max(anchor.start, anchor.end)))
    return () if span is None else (span,)
