"""Versions: every one that any machine still has of a record, in its ledgers and in the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from postil.store.disk.lock import Lock
from postil.store.home.history import StoredLines, StoredVersion, odd_versions, stored_versions
from postil.store.home.ledgers import Ledgers
from postil.store.home.notes_on_demand import NotesOnDemand
from postil.store.home.recent import Dated, dated
from postil.store.records.intake import Odd, together
from postil.store.types import Doc, RecordKey


class Versions:
    """The versions that are in a home; those that are left aside are missing."""

    def __init__(
        self,
        home: Path,
        lock: Lock,
        ledgers: Ledgers,
        demand: NotesOnDemand,
        load: Callable[[], None],
    ) -> None:
        """Take the parts of a home, and what makes sure that its ledgers were read."""
        self._load = load
        self._history = home / "history"
        self._lock = lock
        self._ledgers = ledgers
        self._demand = demand

    def by_key(self) -> dict[RecordKey, list[Doc]]:
        """Return all versions by the keys of their records."""
        return together(self._all())

    def newest_first(self) -> Iterator[Dated]:
        """Yield the records with their versions, the one that was changed last first.

        The first ones come without all notes being read, where that can be.
        """
        told: set[RecordKey] = set()
        for batch in self._recent():
            told.update(one.key for one in batch)
            yield from batch
        yield from (one for one in dated(self._all()) if one.key not in told)

    def odd(self) -> list[Odd]:
        """Return the versions in the history that are left aside, or dated before all others."""
        return odd_versions(self._history)

    def _all(self) -> list[StoredVersion]:
        self._load()
        with self._lock.threads():
            held = list(self._ledgers.versions())
        return [*held, *stored_versions(self._history)]

    def _recent(self) -> Iterator[list[Dated]]:
        """Yield the records that are had without reading all notes, some at a time, in order."""
        self._load()
        if not self._demand.active:
            return
        stored = StoredLines(self._history)
        with self._lock.threads():
            recent = self._demand.recent(stored)
            batches = recent.batches() if recent is not None else iter(())
        while True:
            with self._lock.threads():
                # Once another thread has had all notes read, they are no longer had one by one.
                batch = next(batches, None) if self._demand.active else None
            if batch is None:
                return
            yield batch
