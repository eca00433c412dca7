"""A ledger as a TinyDB: its own tables and calls, which hand over only the records that change."""

from __future__ import annotations

import contextlib
import copy
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from postil.store.disk.clock import new_number
from postil.store.disk.lock import Lock
from postil.store.ledger.ledger_format import alive, tombstone
from postil.store.ledger.ledger_reader import NOTES
from postil.store.ledger.storage import Changes, LedgerStorage
from postil.store.types import Doc

_UNCHANGING = frozenset((str, int, float, bool, type(None)))


class Live(Mapping[str, Doc]):
    """The records of a table that were not deleted, as they are held: do not change them."""

    def __init__(self, docs: Mapping[str, Doc]) -> None:
        self._docs = docs

    def __getitem__(self, name: str) -> Doc:
        doc = self._docs[name]
        if not alive(doc):
            raise KeyError(name)
        return doc

    def __iter__(self) -> Iterator[str]:
        return (name for name, doc in self._docs.items() if alive(doc))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Draft(MutableMapping[int, Doc]):
    """A table in a transaction: its live records, copied when they are first touched."""

    def __init__(self, docs: Mapping[str, Doc]) -> None:
        self._docs = docs
        self._touched: dict[str, Doc] = {}
        self._given: set[str] = set()
        """The records that are stored as they were given, and not copied."""
        self.live = Live(ChainMap(self._touched, cast("dict[str, Doc]", docs)))

    def __getitem__(self, key: int) -> Doc:
        name = str(key)
        doc = self.live[name]
        if name not in self._touched or name in self._given:
            self[key] = doc = _copied(doc)
        return doc

    def __setitem__(self, key: int, doc: Doc) -> None:
        self._touched[str(key)] = doc
        self._given.discard(str(key))

    def put(self, docs: Mapping[str, Doc]) -> None:
        """Put whole records in, which nobody changes any more."""
        self._touched.update(docs)
        self._given.update(docs)

    def __delitem__(self, key: int) -> None:
        self._touched[str(key)] = tombstone(self.live[str(key)])

    def __contains__(self, key: object) -> bool:
        return str(key) in self.live

    def __iter__(self) -> Iterator[int]:
        return (int(name) for name in list(self.live))

    def __len__(self) -> int:
        return len(self.live)

    def clear(self) -> None:
        """Delete every record."""
        for key in self:
            del self[key]

    def changes(self) -> dict[str, Doc]:
        """Return the records that are not what they were, with tombstones for those deleted."""
        return {
            name: doc if name in self._given else _copied(doc)
            for name, doc in self._touched.items()
            if doc != self._docs.get(name)
        }


class Transaction:
    """Collects what several calls of several tables change, and commits it as one."""

    def __init__(self, storage: LedgerStorage) -> None:
        self._storage = storage
        self._drafts: dict[str, Draft] = {}
        self._depth = 0

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Hold the lock, and commit when the outermost block ends; nothing where it raises.

        Raises CannotWrite, or the subclass that says why.
        """
        with self._storage.lock.exclusive():
            if not self._depth:
                self._storage.refresh()
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    drafts = self._drafts.items()
                    self._storage.commit({name: draft.changes() for name, draft in drafts})
            finally:
                self._depth -= 1
                if not self._depth:
                    self._drafts = {}

    def draft(self, table: str) -> Draft:
        """Return what becomes of a table; only within a block may it be asked for."""
        return self._drafts.setdefault(table, Draft(self._storage.newest(table)))

    def live(self, table: str) -> Mapping[str, Doc]:
        """Return the live records of a table; within a block, as it has left them so far."""
        with self._storage.lock.threads():
            if self._depth:
                return self.draft(table).live
            self._storage.refresh()
            return Live(self._storage.newest(table))


class LedgerTable(Table):
    """A table of live records; a deleted one is seen by plain TinyDB only, as ``deleted``."""

    def __init__(
        self, storage: LedgerStorage, name: str, *, transaction: Transaction, **given: Any
    ) -> None:
        self._transaction = transaction
        super().__init__(storage, name, **given)

    def search(self, cond: QueryLike) -> list[Document]:
        """Find records as TinyDB does, never from a cache that another process made stale."""
        self.clear_cache()
        return super().search(cond)

    def _get_next_id(self) -> int:
        return new_number()

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return cast("dict[str, Mapping[Any, Any]]", self._transaction.live(self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        with self._transaction.opened():
            draft = self._transaction.draft(self.name)
            updater(cast("dict[int, Mapping[Any, Any]]", draft))
        self.clear_cache()


class Ledger(TinyDB):
    """A TinyDB whose records survive: what a call has acknowledged is on the disk.

    It takes what LedgerStorage takes, or another ``storage``; no file is made before something is
    written.
    """

    table_class: type[Table] = LedgerTable

    def __init__(
        self, path: Path | str, lock: Lock | None = None, last: str = NOTES, **given: Any
    ) -> None:
        super().__init__(path, lock, last, **{"storage": LedgerStorage, **given})
        self._transaction = Transaction(self.storage)

    @property
    def storage(self) -> LedgerStorage:
        """The storage, for what TinyDB has no words for: tombstones, older versions, trouble."""
        assert isinstance(self._storage, LedgerStorage)
        return self._storage

    def table(self, name: str, **given: Any) -> Table:
        """Return a table; the one that the storage names ``last`` is appended to."""
        return super().table(name, transaction=self._transaction, **given)

    def put(self, changes: Changes, *, handed_over: bool = False) -> None:
        """Upsert whole records in one commit: each is equal to what is given, all of them or none.

        One that says ``deleted`` is gone from its table, and stays in the file as it is given.
        Of very many it takes a while to copy them: who changes them no more has ``handed_over``
        what is given. Raises CannotWrite, or the subclass that says why.
        """
        with self._transaction.opened():
            for name, docs in changes.items():
                draft = self._transaction.draft(name)
                draft.put(docs if handed_over else _copied(dict(docs)))
                self.table(name).clear_cache()


def _copied(value: Any) -> Any:
    """Copy a JSON value deeply: quicker than ``deepcopy``, which is left with what is none."""
    if type(value) is dict:
        return {key: _copied(each) for key, each in value.items()}
    if type(value) is list:
        return [_copied(each) for each in value]
    return value if type(value) in _UNCHANGING else copy.deepcopy(value)
