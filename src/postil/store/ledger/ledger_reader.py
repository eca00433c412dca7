"""Ledger reader: parses a ledger whole at first, and later only what was appended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from postil.errors import CannotWrite
from postil.store.disk.lock import Lock
from postil.store.ledger import line_scan
from postil.store.ledger.diagnostics import trouble_in, unreadable
from postil.store.ledger.ledger_file import LedgerFile
from postil.store.ledger.ledger_parser import finished
from postil.store.ledger.upgrades import upgraded
from postil.store.types import Doc, RecordKey
from postil.text.progress import Progress

NOTES = "notes"
"""The table that is appended to, unless another is named."""


class LedgerReader:
    """The records of a ledger, whose file is never changed; safe for several threads."""

    def __init__(self, path: Path | str, lock: Lock | None, last: str) -> None:
        # The folder may be reached through links; the file itself must not be one.
        self.path = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        self.lock = lock or Lock(self.path.with_name(self.path.name + ".lock"))
        self.last = last
        self.trouble: CannotWrite | None = None
        """Why the file is not written to; what could be read of it is there all the same."""
        self.file = self._file = LedgerFile(self.path, last)
        self._touched: set[RecordKey] | None = None
        self._looked = -1

    def read(self) -> dict[str, dict[str, Doc]] | None:
        """Return a copy of all tables, tombstones included; None when there is no file."""
        from copy import deepcopy  # TinyDB alone reads so

        self.refresh()
        tables = {name: dict(docs) for name, docs in self._file.contents.tables.items()}
        return deepcopy(tables) if self._file.seen else None

    def newest(self, table: str) -> Mapping[str, Doc]:
        """Return the newest version of each record, tombstones too, as it is held: read only."""
        return self._file.contents.tables.get(table, {})

    def drain(self) -> set[RecordKey] | None:
        """Return the key of each record that changed since last asked; None for all."""
        with self.lock.threads():
            touched, self._touched = self._touched, set()
            return touched

    def refresh(self, progress: Progress | None = None) -> bool:
        """Read what others have written; True if there was anything. Costs one stat if not.

        With ``progress``, which is called every few milliseconds, a whole file is read without the
        lock: other threads see the old tables until all are replaced by the new ones at the end,
        and a thread that writes reads the file itself.
        """
        before = self._file.seen, self._file.contents.end
        adopt = self._file.read_incrementally(progress) if progress is not None else None
        with self.lock.threads():
            if adopt is not None and adopt():
                self.trouble, self._touched = trouble_in(self.path, self._file.contents), None
            if self.lock.sole or not self._file.unchanged():
                with self.lock.shared():
                    self._load()
                self._heal()
            return before != (self._file.seen, self._file.contents.end)

    def older_versions(self) -> Iterator[tuple[str, Doc]]:
        """Yield the key and record of every older version in the last table, oldest first."""
        with self.lock.threads(), self.lock.shared():
            self._load()
            contents = self._file.contents
            if not contents.frame:
                return
            raw, schema = self._file.raw()[: contents.end], contents.schema
        _, older = finished(line_scan.sorted_out(raw, contents.start, len(raw)))
        for key, doc in line_scan.read_lines(raw, older):
            yield key, upgraded(doc, schema)

    def _heal(self) -> None:
        """Repair a damaged file; a reader alone leaves it as it is."""

    def _load(self) -> None:
        """Take in what changed in the file, under the lock."""
        if self.lock.sole:
            # While this process alone may write, to look once is enough.
            if self._looked == self.lock.turn and self._file.seen is not None:
                return
            self._looked = self.lock.turn
        if self._file.unchanged(surely=self.lock.sole):
            return
        seen = self._file.stat()
        self.trouble = None
        try:
            keys = self._file.load(seen)
        except OSError as error:
            self._touched = None
            self.trouble = unreadable(self.path, error)
            return
        if keys is None:
            self._touched = None
        elif self._touched is not None:
            self._touched.update((self.last, key) for key in keys)
        self.trouble = trouble_in(self.path, self._file.contents)
