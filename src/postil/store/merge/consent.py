"""Consent of the reader to changes of notes that somebody else has made."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from postil.errors import OthersNotes
from postil.model.note import Note
from postil.store.machine.maker import NAME_SHOWN, Maker
from postil.store.machine.state import State
from postil.store.records.fields import rules_of
from postil.store.records.records import Record, key_of
from postil.store.records.version_vectors import version_vector
from postil.store.types import Doc, RecordKey
from postil.text.clean import clean_line


class Consent:
    """Tells of notes whether their reader has agreed that they are changed."""

    def __init__(self, maker: Maker, state: State, stored: Callable[[RecordKey], Doc]) -> None:
        """Ask of notes as they are ``stored``."""
        self._maker = maker
        self._state = state
        self._stored = stored
        self.agreed: set[str] = set()
        """Ids of notes of other makers that may be changed, for as long as the program runs."""

    def check(self, what: str, records: Iterable[Record | None]) -> None:
        """Raise OthersNotes for what is done to records with notes that are not to be changed."""
        refusal = self.refusal(what, (one for one in records if isinstance(one, Note)))
        if refusal is not None:
            raise refusal

    def refusal(self, what: str, notes: Iterable[Note]) -> OthersNotes | None:
        """Return why something is not done to notes before their reader agrees; None if it is.

        What this machine has written to before, or imported, was agreed to then.
        """
        notes = list(notes)
        theirs = [one for one in notes if self._maker.is_other(one) and not self._given(one)]
        if not theirs:
            return None
        names = tuple(dict.fromkeys(clean_line(one.maker_name, NAME_SHOWN) for one in theirs))
        words = {one.id: one.anchor.quote or one.body for one in theirs}
        return OthersNotes(what, words, names, len(notes), lambda: self.agreed.update(words))

    def _given(self, note: Note) -> bool:
        if note.id in self.agreed:
            return True
        key = key_of(note)
        vector = version_vector(rules_of(key[0]), self._stored(key))
        return any(device in vector for device in self._state.devices)
