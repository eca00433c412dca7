"""Diagnostics: the errors and messages about ledgers that are read-only, damaged or repaired."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from postil.errors import CannotWrite, NotesDamaged, NotesGone, NotesNewer, NotesReadOnly
from postil.store.disk.durable import FORBIDDEN, LINKED
from postil.store.ledger.ledger_format import SCHEMA, Contents
from postil.text.clean import clean_line

BROUGHT_BACK = "The notes file was gone: it was written anew from what was read of it before"
"""Message after a ledger that was removed under an open Postil came back."""
_LONGEST_NAME = 200
"""Code points that are shown of a path."""


def trouble_in(path: Path, contents: Contents) -> CannotWrite | None:
    """Return why a ledger with these contents must stay as it is; None if it need not."""
    name = clean_line(str(path), _LONGEST_NAME)
    if contents.schema > SCHEMA:
        return NotesNewer(
            f"cannot write {name}", "a newer Postil wrote it", "update Postil to change notes"
        )
    if contents.damaged:
        return NotesDamaged(
            f"cannot read all of {name}",
            "the notes file of another machine is damaged, and is left as it is",
            "Postil repairs it when it is next started there",
        )
    return None


def foreign(path: Path) -> CannotWrite:
    """Return why a ledger of another machine is not written to."""
    name = clean_line(str(path), _LONGEST_NAME)
    return CannotWrite(f"cannot write {name}", "it is another machine's", "change notes there")


def forbidden(*paths: Path) -> NotesReadOnly | None:
    """Return why one of these, or the folder it would be made in, must not be written to."""
    for path in paths:
        nearest = next((one for one in (path, *path.parents) if one.exists()), path)
        if not os.access(nearest, os.W_OK):
            return NotesReadOnly(
                f"cannot write {clean_line(str(nearest), _LONGEST_NAME)}",
                "it must not be written to",
                "allow writing there, or set POSTIL_HOME and POSTIL_STATE elsewhere",
            )
    return None


def vanished(folder: Path) -> NotesGone:
    """Return why nothing is written where the notes no longer are."""
    return NotesGone(
        f"cannot find {clean_line(str(folder), _LONGEST_NAME)}",
        "the notes were there before",
        "mount it or bring it back, or make this folder to begin anew",
    )


def unreadable(path: Path, error: OSError) -> CannotWrite:
    """Return why a ledger that could not be read is not written to either."""
    name = clean_line(str(path), _LONGEST_NAME)
    if error.errno in FORBIDDEN:
        return NotesReadOnly(
            f"cannot read {name}", "it must not be read", "allow reading and writing it"
        )
    if error.errno == errno.ELOOP:
        reason, remedy = LINKED.split("; ")
        return NotesDamaged(f"cannot read {name}", reason, remedy)
    reason = clean_line(error.strerror or type(error).__name__)
    return NotesDamaged(f"cannot read {name}", reason, "see to the file or its disk")


def repair_message(read: int, brought: int, aside: Path, *, notes: bool) -> str:
    """Return the message about a repaired ledger: how much was recovered, and from where."""
    name = clean_line(str(aside), _LONGEST_NAME)
    thing = "note" if notes else "record"
    if read and brought:
        had = f"{_counted(read, thing)} read from it and {brought:,} from a backup"
    elif read:
        had = f"{_counted(read, thing)} read from it"
    elif brought:
        had = f"{_counted(brought, thing)} read from a backup"
    else:
        had = f"no {thing} could be read from it"
    return f"The notes file was damaged: {had}; the damaged file is kept as {name}"


def _counted(number: int, thing: str) -> str:
    return f"1 {thing} was" if number == 1 else f"{number:,} {thing}s were"
