"""What the crash bench kills: a ledger on its own, one in compaction, and a whole home.

From the root of the project, with CRASHBENCH standing for the bench's file:

    PYTHONPATH=src python CRASHBENCH tests.bench.store:store --phases kill --kills 300
    PYTHONPATH=src python CRASHBENCH tests.bench.store:compacting --phases kill,torn,power,full
    PYTHONPATH=src python CRASHBENCH tests.bench.store:home --phases kill,torn,full,writers

All its phases go with the ledgers; ``kill``, ``torn``, ``full`` and ``writers`` with the home,
since the bench replays power cuts of one folder's files alone, and plain TinyDB looks for
``notes.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from postil.config import Places
from postil.model.note import Anchor, Colour, Note
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import open_home
from postil.store.home.journal import Change
from tests.store.ledgers import open_ledger

Record = Mapping[str, object]
T = TypeVar("T")


class LedgerStore:
    """A ledger, driven by TinyDB's own calls."""

    def __init__(self, directory: str) -> None:
        self.ledger = open_ledger(Path(directory) / "notes.json")
        self.notes = self.ledger.table("notes")

    def add(self, note: Record) -> int:
        return self.notes.insert(note)

    def add_many(self, notes: Iterable[Record]) -> list[int]:
        return self.notes.insert_multiple(notes)

    def update(self, handle: int, fields: Record) -> None:
        self.notes.update(fields, doc_ids=[handle])

    def delete(self, handle: int) -> None:
        self.notes.remove(doc_ids=[handle])

    def list(self) -> list[dict[str, object]]:
        return [dict(note) for note in self.notes]

    def handles(self) -> dict[str, int]:
        return {note["id"]: note.doc_id for note in self.notes}

    def close(self) -> None:
        self.ledger.close()


def store(directory: str) -> LedgerStore:
    """Open a ledger in ``notes.json``."""
    return LedgerStore(directory)


class CompactingStore(LedgerStore):
    """A ledger that is compacted again and again, which is when most can go wrong."""

    def __init__(self, directory: str) -> None:
        super().__init__(directory)
        self._changes = 0

    def add(self, note: Record) -> int:
        return self._tidied(super().add(note))

    def update(self, handle: int, fields: Record) -> None:
        self._tidied(super().update(handle, fields))

    def delete(self, handle: int) -> None:
        self._tidied(super().delete(handle))

    def _tidied(self, done: T) -> T:
        self._changes += 1
        if self._changes % 3 == 0:
            self.ledger.storage.compact()
        return done


def compacting(directory: str) -> LedgerStore:
    """Open a ledger in ``notes.json`` that is compacted after every third change."""
    return CompactingStore(directory)


class HomeStore:
    """A home with its ledger, its journal and its locks, driven as the library drives it."""

    def __init__(self, directory: str) -> None:
        root = Path(directory)
        places = Places(root / "home", root / "state", root / "config", root / "cache")
        self.home = open_home(places)

    def add(self, note: Record) -> str:
        made = _note(new_id(), note)
        self.home.apply(Change("new note", after=(made,)))
        return made.id

    def add_many(self, notes: Iterable[Record]) -> list[str]:
        made = [_note(new_id(), note) for note in notes]
        self.home.apply(Change("new notes", after=tuple(made)))
        return [note.id for note in made]

    def update(self, handle: str, fields: Record) -> None:
        old = self.home.notes()[handle]
        new = _note(handle, {**json.loads(old.body), **fields})
        new = replace(new, created=old.created)
        self.home.apply(Change("edited note", before=(old,), after=(new,)))

    def delete(self, handle: str) -> None:
        self.home.apply(Change("deleted note", before=(self.home.notes()[handle],)))

    def list(self) -> list[dict[str, object]]:
        return [json.loads(note.body) for note in self.home.notes().values()]

    def handles(self) -> dict[str, str]:
        return {json.loads(note.body)["id"]: note.id for note in self.home.notes().values()}

    def close(self) -> None:
        """Nothing stays open between calls."""


def home(directory: str) -> HomeStore:
    """Open a home in the folders ``home`` and ``state``."""
    return HomeStore(directory)


def _note(identity: str, record: Record) -> Note:
    """Carry the bench's record in the body, so that nothing of it is lost on the way."""
    anchor = Anchor(str(record["quote"]), "", "", 0, 1, "0" * 64)
    return Note(identity, new_id(), anchor, Colour.GREEN, ("bench",), json.dumps(record))
