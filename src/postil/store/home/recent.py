"""Recent changes: records by their last change, the newest first, of which few need be read."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from postil.model.values import NamedTuple
from postil.store.disk.clock import EARLY
from postil.store.home.history import StoredLines
from postil.store.home.merged import TABLES
from postil.store.home.proofs import Latest
from postil.store.ledger import line_scan
from postil.store.ledger.lazy_table import LazyTable
from postil.store.ledger.ledger_reader import NOTES
from postil.store.ledger.storage import LedgerStorage
from postil.store.records.intake import together
from postil.store.records.version_vectors import stamp_of
from postil.store.types import Doc, RecordKey

KEPT = 200
"""Notes of a ledger that are known to be changed last, beside its proof."""
BATCH = 64
"""Records whose versions are read in one go."""


class Dated(NamedTuple):
    """A record with all of its versions, by its last change."""

    stamp: str
    key: RecordKey
    docs: list[Doc]


def dated(versions: Iterable[tuple[str, str, Doc]]) -> list[Dated]:
    """Return the records of these versions, those that are left aside missing, newest first."""
    found = (Dated(max(map(stamp_of, docs)), key, docs) for key, docs in together(versions).items())
    return sorted(found, reverse=True)


def latest_of(versions: Iterable[tuple[str, Doc]]) -> Latest:
    """Return which records were changed last, of all versions of a table."""
    stamps: dict[str, str] = {}
    for key, doc in versions:
        stamps[key] = max(stamps.get(key, ""), stamp_of(doc))
    last = heapq.nlargest(KEPT + 1, stamps.items(), key=lambda one: one[1])
    return Latest(dict(last[:KEPT]), last[KEPT][1] if len(last) > KEPT else "")


class Recent:
    """The records that were changed last, though not all notes were read.

    Of each it is known beforehand that it was not changed after some stamp: its bound.
    """

    def __init__(
        self, ledgers: Iterable[LedgerStorage], latest: Mapping[Path, Latest], stored: StoredLines
    ) -> None:
        """Take ledgers, what is known of those whose notes were not read, and dropped versions."""
        self._near: dict[RecordKey, list[Doc]] = {}
        self._bounds: dict[RecordKey, str] = {}
        self._floor = ""
        """Of records without a bound none was changed after this stamp."""
        self._tables: list[LazyTable] = []
        self._stored = stored
        for ledger in ledgers:
            with ledger.lock.threads(), ledger.lock.shared():
                ledger.refresh()
                self._look(ledger, latest)
        for key, stamp in stored.bounds.items():
            self._bound(key, stamp)

    def batches(self) -> Iterator[list[Dated]]:
        """Yield records in their order, some at a time, as far as it is known who comes next."""
        bounds = ((stamp, key) for key, stamp in self._bounds.items() if stamp > self._floor)
        coming = sorted(bounds, reverse=True)
        waiting: list[Dated] = []
        for at in range(0, len(coming), BATCH):
            behind = coming[at + BATCH :][:1]
            waiting += self._read([key for _, key in coming[at : at + BATCH]])
            bound = behind[0][0] if behind else self._floor
            yield sorted((one for one in waiting if one.stamp > bound), reverse=True)
            waiting = [one for one in waiting if one.stamp <= bound]

    def _look(self, ledger: LedgerStorage, latest: Mapping[Path, Latest]) -> None:
        """Take in what is known of a ledger."""
        for table in TABLES:
            held = ledger.newest(table)
            if isinstance(held, LazyTable) and ledger.path in latest:
                stamps, floor = latest[ledger.path]
                self._tables.append(held)
                self._floor = max(self._floor, floor)
                for key, stamp in stamps.items():
                    self._bound((table, key), stamp)
                lines = ledger.file.raw(held.end)[: ledger.file.contents.end - held.end]
                self._hold(table, line_scan.read_lines(lines, line_scan.lines_of(lines)))
                continue
            self._hold(table, held.items())
            if table == NOTES:
                self._hold(table, ledger.older_versions())

    def _hold(self, table: str, versions: Iterable[tuple[str, Doc]]) -> None:
        for key, doc in versions:
            self._near.setdefault((table, key), []).append(doc)
            self._bound((table, key), stamp_of(doc).removeprefix(EARLY))

    def _bound(self, key: RecordKey, stamp: str) -> None:
        self._bounds[key] = max(self._bounds.get(key, ""), stamp)

    def _read(self, keys: Collection[RecordKey]) -> list[Dated]:
        return dated(self._versions(keys))

    def _versions(self, keys: Collection[RecordKey]) -> Iterator[tuple[str, str, Doc]]:
        """Yield every version of some records."""
        notes = [key for table, key in keys if table == NOTES]
        for lines in self._tables:
            for key, doc in lines.versions_of(notes):
                yield NOTES, key, doc
        for table, key in keys:
            for doc in (*self._near.get((table, key), ()), *self._stored.versions_of((table, key))):
                yield table, key, doc
