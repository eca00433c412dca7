"""Resolves a text conflict: what a note says that was written in two places at once."""

from __future__ import annotations

from typing import Literal

from postil.errors import BadRequest
from postil.library.notes.annotating import live
from postil.library.notes.note_names import named
from postil.model.note import Note
from postil.model.values import dataclass, replace
from postil.store.disk.clock import time_of
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.version_vectors import device_of

Choice = Literal["newest", "other", "both"]
_MINUTE = 16
"""Characters of a time up to its minute."""


def resolved_text(note: Note, choice: Choice) -> str:
    """Return what a note says once its conflict is resolved by a choice.

    Raises BadRequest for a note that is not written in two places.
    """
    if not note.also:
        raise BadRequest(
            named(note), "it was not written in two places", "there is nothing to settle"
        )
    others = "\n\n".join(one.text for one in note.also)
    match choice:
        case "newest":
            return note.body
        case "other":
            return others
        case "both":
            return f"{note.body}\n\n{others}".strip()


@dataclass(frozen=True, slots=True)
class Writing:
    """One of the conflicting texts of a note."""

    text: str
    said: str
    """When and where it was written, in words."""


def writings(home: Home, note: Note) -> list[Writing]:
    """Return the conflicting texts of a note, the newest first."""
    others = sorted(note.also, key=lambda one: one.stamp, reverse=True)
    newest = Writing(note.body, f"the newest, {_minute(note.modified)}")
    return [newest, *(Writing(one.text, _when(home, one.stamp)) for one in others)]


def _when(home: Home, stamp: str) -> str:
    where = "here" if device_of(stamp) in home.state.devices else "on another machine"
    return f"{_minute(time_of(stamp))}, {where}" if stamp else where


def _minute(time: str) -> str:
    return time[:_MINUTE].replace("T", " ")


def resolve(home: Home, note: Note, body: str) -> Note:
    """Resolve the conflict of a note by the text that it has from now on; undoable.

    Raises NoSuchNote where it has been deleted, and CannotWrite.
    """
    current = live(home, note) or note
    wanted = replace(current, body=body.strip(), also=())
    label = f"settlement of the {named(note)}"
    change = home.apply(Change(label, (current,), (wanted,)))
    return next(one for one in change.after if isinstance(one, Note))
