"""TinyDB's own tables over a ledger, handing over only the records that change."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from postil.store.disk.clock import new_number
from postil.store.disk.lock import Lock
from postil.store.ledger.backups import Backups
from postil.store.ledger.ledger_format import Doc, alive, tombstone
from postil.store.ledger.storage import SUPERSEDED, Changes, LedgerStorage

_UNCHANGING = frozenset((str, int, float, bool, type(None)))


class Draft(MutableMapping[int, Doc]):
    """What an update of a table sees: copies of its live records; it knows what was touched."""

    def __init__(self, docs: Mapping[str, Doc]) -> None:
        self._docs = docs
        self._touched: dict[str, Doc | None] = {}

    def __getitem__(self, key: int) -> Doc:
        name = str(key)
        if name not in self._touched:
            doc = self._docs.get(name)
            self._touched[name] = _copied(doc) if doc is not None and alive(doc) else None
        found = self._touched[name]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: int, doc: Doc) -> None:
        self._touched[str(key)] = _copied(doc)

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched[str(key)] = None

    def __contains__(self, key: object) -> bool:
        name = str(key)
        if name in self._touched:
            return self._touched[name] is not None
        doc = self._docs.get(name)
        return doc is not None and alive(doc)

    def pop(self, key: int, *default: Any) -> Any:
        """Take a record out; what comes back is no copy as long as nobody has touched it."""
        name = str(key)
        found = self._touched[name] if name in self._touched else self._docs.get(name)
        if key not in self:
            if default:
                return default[0]
            raise KeyError(key)
        self._touched[name] = None
        return found

    def __iter__(self) -> Iterator[int]:
        names = [name for name, doc in self._docs.items() if alive(doc)]
        names += [name for name in self._touched if name not in self._docs]
        return (int(name) for name in names if self._touched.get(name, True) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> dict[str, Doc]:
        """Return the records that are not what they were, with tombstones for those deleted."""
        changed: dict[str, Doc] = {}
        for name, doc in self._touched.items():
            old = self._docs.get(name)
            if doc is not None:
                if doc != old:
                    changed[name] = doc
            elif old is not None and alive(old):
                changed[name] = tombstone(old)
        return changed


class LedgerTable(Table):
    """A table of live records; a deleted one is seen by plain TinyDB only, as ``deleted``."""

    @property
    def _ledger(self) -> LedgerStorage:
        assert isinstance(self._storage, LedgerStorage)
        return self._storage

    def search(self, cond: QueryLike) -> list[Document]:
        """Find records as TinyDB does, never from a cache that another process made stale."""
        self.clear_cache()
        return super().search(cond)

    def _get_next_id(self) -> int:
        return new_number()

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        self._ledger.refresh()
        return {key: doc for key, doc in self._ledger.newest(self.name).items() if alive(doc)}

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        with self._ledger.lock.exclusive():
            self._ledger.refresh()
            draft = Draft(self._ledger.newest(self.name))
            updater(cast("dict[int, Mapping[Any, Any]]", draft))
            self._ledger.commit({self.name: draft.changes()})
        self.clear_cache()


class Ledger(TinyDB):
    """A TinyDB whose records survive; ``ledger.table("notes")`` is the one that is appended to."""

    table_class = LedgerTable

    @property
    def ledger(self) -> LedgerStorage:
        """The storage, for what TinyDB has no words for."""
        assert isinstance(self.storage, LedgerStorage)
        return self.storage


class TidyLedger(LedgerStorage):
    """A ledger that compacts itself when it is overdue."""

    _lines_at_refusal = 0

    def commit(self, changes: Changes) -> None:
        """Store new versions of records, and compact the file now and then."""
        super().commit(changes)
        # What could not be done is not tried again before much more has come.
        if self.overdue and self.lines > self._lines_at_refusal + SUPERSEDED and not self.compact():
            self._lines_at_refusal = self.lines


def _copied(value: Any) -> Any:
    """Copy what JSON can say, all the way down; anything else is copied by nobody."""
    if type(value) is dict:
        return {key: _copied(each) for key, each in value.items()}
    if type(value) is list:
        return [_copied(each) for each in value]
    return value if type(value) in _UNCHANGING else copy.deepcopy(value)


def open_ledger(
    path: Path | str | os.PathLike[str], lock: Lock | None = None, last: str = "notes"
) -> Ledger:
    """Open a ledger; no file is made before something is written.

    A tail that a dying writer left is closed, and damage is repaired. ``last`` names the table that
    is appended to. Backups, and files that were damaged, are kept beside the ledger.
    """
    path = Path(path)
    backups = Backups(path.parent, path.name)
    ledger = Ledger(path, storage=TidyLedger, lock=lock, last=last, backups=backups)
    ledger.ledger.mend()
    return ledger
