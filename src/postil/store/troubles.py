"""What is told of a ledger that is not written to."""

from __future__ import annotations

from pathlib import Path

from postil.errors import CannotWrite, NotesDamaged, NotesNewer, NotesReadOnly
from postil.store.durable import FORBIDDEN
from postil.store.lines import SCHEMA, Contents
from postil.text.clean import clean_line

_LONGEST_NAME = 200


def trouble_in(path: Path, contents: Contents) -> CannotWrite | None:
    """Return why a ledger with these contents must stay as it is; None if it need not."""
    name = clean_line(str(path), _LONGEST_NAME)
    if contents.schema > SCHEMA:
        return NotesNewer(
            f"cannot write {name}", "a newer Postil wrote it", "update Postil to change notes"
        )
    if contents.damaged:
        return NotesDamaged(
            f"cannot write {name}",
            "the notes file is damaged, and is kept as it is",
            "bring back a copy of it, or move it away to begin a new one",
        )
    return None


def unreadable(path: Path, error: OSError) -> CannotWrite:
    """Return why a ledger that could not be read is not written to either."""
    name = clean_line(str(path), _LONGEST_NAME)
    if error.errno in FORBIDDEN:
        return NotesReadOnly(
            f"cannot read {name}", "it must not be read", "allow reading and writing it"
        )
    reason = clean_line(error.strerror or type(error).__name__)
    return NotesDamaged(f"cannot read {name}", reason, "see to the file or its disk")
