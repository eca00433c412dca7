"""A TinyDB storage that appends: what it acknowledged outlives a kill, and a power cut."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import CannotWrite, NotesDamaged, NotesNewer
from postil.store.disk.durable import as_cannot_write
from postil.store.disk.lock import Lock
from postil.store.ledger import ledger_format, line_scan
from postil.store.ledger.backups import Backups
from postil.store.ledger.diagnostics import BROUGHT_BACK, foreign
from postil.store.ledger.ledger_file import Fingerprint
from postil.store.ledger.ledger_format import alive, tombstone
from postil.store.ledger.ledger_parser import finished
from postil.store.ledger.ledger_reader import NOTES, LedgerReader
from postil.store.ledger.mender import Mender
from postil.store.types import Doc
from postil.text.progress import Progress

if TYPE_CHECKING:
    from tinydb.storages import Storage

    from postil.store.ledger.repair import Join
else:
    # TinyDB asks a storage what it can do, not what it is; most runs read alone, and without it.
    Storage = object

SUPERSEDED = 2000
"""Older versions that a file may always hold before it is overdue."""

Changes = Mapping[str, Mapping[str, Doc]]
"""New versions of records: table, document id in decimal digits, record."""
Superseded = Callable[[Sequence[tuple[str, str, Doc]]], None]
"""Takes the versions that a rewrite drops, oldest first: table, key, record."""


class LedgerStorage(LedgerReader, Storage):
    """The file of a ledger, of which one table, the last, is appended to.

    Deleted records stay as tombstones, with ``deleted`` set. All methods may be called from several
    threads; several processes may write to one file as long as they share the lock.

    A ledger that is not ``own`` is only read, whatever is wrong with it. ``join`` says what several
    versions of a record mean together when a damaged file is repaired; ``superseded`` keeps the
    versions that a rewrite leaves out, and calls it off by raising OSError or CannotWrite.
    """

    def __init__(
        self,
        path: Path | str,
        lock: Lock | None = None,
        last: str = NOTES,
        *,
        backups: Backups | None = None,
        own: bool = True,
        join: Join | None = None,
        superseded: Superseded | None = None,
    ) -> None:
        super().__init__(path, lock, last)
        self.message: str | None = None
        """Message for the reader, once: that the file was damaged, and what became of it."""
        self._own = own
        self._backups = backups
        self._mender = Mender(self._file, backups, join)
        self._superseded = superseded
        self._swept = False
        self._filled: Fingerprint | None = None

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
        """Make the tables what they are in ``data``; a record that is not in it is deleted."""
        with self.lock.exclusive():
            self.refresh()
            self.commit(_difference(self._file.contents.tables, data))

    def close(self) -> None:
        """Do nothing: no file stays open between two calls."""

    def mend(self) -> None:
        """Close a file whose writer died in the middle, so that plain TinyDB reads it too."""
        self.refresh()
        if not self._own:
            return
        with contextlib.suppress(CannotWrite):
            self._sweep()
            if self._file.contents.torn:
                with self._writing():
                    if self._file.contents.torn:
                        self._file.append({})

    def commit(self, changes: Changes) -> None:
        """Store new versions of records, all or none; they are on the disk when this returns.

        Raises CannotWrite, or the subclass that says why; then nothing was changed.
        """
        changes = {name: docs for name, docs in changes.items() if docs}
        if not changes:
            return
        with self._writing():
            if self._file.contents.appendable and changes.keys() == {self.last}:
                self._keep(due=True)
                self._file.append(changes[self.last])
            else:
                self._keep(due=self._file.contents.appendable)
                self._replace(changes)
            for name, docs in changes.items():
                self._file.contents.tables.setdefault(name, {}).update(docs)
                if self._touched is not None:
                    self._touched.update((name, key) for key in docs)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop records of the last table for good, tombstones and older versions too.

        Raises CannotWrite, or the subclass that says why.
        """
        with self._writing():
            tables = self._file.contents.tables
            gone = set(keys)
            kept = {k: doc for k, doc in self.newest(self.last).items() if k not in gone}
            self._file.replace(tables, (ledger_format.rows(kept.items(), first=True),), len(kept))
            tables[self.last] = kept
            self._touched = None

    @property
    def overdue(self) -> bool:
        """Whether so many older versions stand in the file that it should be compacted."""
        live = len(self.newest(self.last))
        return self._file.contents.lines - live > max(SUPERSEDED, live)

    def compact(self, progress: Progress | None = None) -> bool:
        """Leave only the newest version of each record in the file, sorted by key.

        False if it cannot be done now, or there is nothing to do; then the file is as it was.
        Nobody else can write meanwhile, though ``progress`` is called now and then.
        """
        try:
            with self._writing():
                contents = self._file.contents
                if not contents.appendable or contents.lines <= len(self.newest(self.last)):
                    return False
                if self._backups is not None and not self._backups.keep(self.path):
                    return False
                raw = self._file.raw()
                steps = line_scan.sorted_out(raw, contents.start, contents.end)
                kept, older = finished(steps, progress)
                if self._superseded is not None:
                    self._superseded(
                        [(self.last, *one) for one in line_scan.read_lines(raw, older)]
                    )
                self._file.replace(contents.tables, line_scan.rows_of(raw, kept), len(kept))
        except CannotWrite:
            return False
        return True

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock with the file read to its end; an OSError becomes CannotWrite."""
        if not self._own:
            raise foreign(self.path)
        with self.lock.exclusive():
            self._sweep()
            self._load()
            self._heal()
            if self.trouble is not None:
                raise self.trouble
            try:
                with as_cannot_write(self.path):
                    yield
            except BaseException:
                self._file.seen = None  # what is on the disk now is read again before it is used
                raise
            finally:
                self._wrote()

    def _replace(self, changes: Changes) -> None:
        """Replace the file: the tables before the last anew, the lines of the last as they are."""
        contents = self._file.contents
        tables = _with(contents.tables, changes, self.last if contents.appendable else "")
        rewritten = {k: d for k, d in changes.items() if k != self.last or not contents.appendable}
        gone = _replaced(contents.tables, rewritten)
        if contents.appendable:
            new = changes.get(self.last, {})
            kept = self._file.raw()[contents.start : contents.end]
            records = kept, ledger_format.rows(new.items(), first=not contents.lines)
            count = contents.lines + len(new)
        else:
            gone = [*((self.last, *one) for one in self.older_versions()), *gone]
            docs = tables.get(self.last, {})
            records, count = (ledger_format.rows(docs.items(), first=True), b""), len(docs)
        if gone and self._superseded is not None:
            self._superseded(gone)
        self._file.replace(tables, records, count)

    def restore(self) -> None:
        """Bring a file back that is gone, if that can be done: as it was read, or was backed up."""
        if not self._own or self.path.exists() or not self._mender.can_restore:
            return
        with contextlib.suppress(CannotWrite), self.lock.exclusive(), as_cannot_write(self.path):
            if not self.path.exists() and self._mender.restore():
                self._wrote()
                self.message = BROUGHT_BACK
                self._touched = None

    def _keep(self, *, due: bool) -> None:
        """Keep a copy of the file as it is; with ``due`` only if it is time for one."""
        kept = self._backups
        if kept is not None and (not due or kept.due or kept.outgrown(self._file.contents.end)):
            kept.keep(self.path)

    def _sweep(self) -> None:
        """Remove what a killed rewrite left."""
        if self._swept:
            return
        with as_cannot_write(self.path):
            self._file.sweep(self.lock)
        self._swept = True

    def _heal(self) -> None:
        """Repair a damaged file of this machine's own, and keep its bytes beside it."""
        if not self._own:
            self._fill()
            return
        if not self._file.contents.damaged or isinstance(self.trouble, NotesNewer):
            return
        try:
            with self.lock.exclusive(), as_cannot_write(self.path):
                self._load()
                if not self._file.contents.damaged:
                    return
                self.message = self._mender.mend()
            self._wrote()
            self.trouble = None
        except CannotWrite as error:
            self._mender.fill()
            self.trouble = error
        self._touched = None

    def _fill(self) -> None:
        """Add to what is left of another machine's ledger what its backups have; write nothing."""
        seen = self._file.seen
        if isinstance(self.trouble, NotesDamaged) and self._filled != seen:
            self._filled = seen
            self._mender.fill()
            self._touched = None

    def _wrote(self) -> None:
        """Make the other ledgers under the same lock check their files again."""
        self.lock.turn += 1
        self._looked = self.lock.turn


def _with(
    tables: Mapping[str, Mapping[str, Doc]], changes: Changes, kept: str
) -> dict[str, dict[str, Doc]]:
    """Return the tables with these changes; raises ValueError for a change that is no JSON.

    Of the table that is ``kept``, whose lines stay as they are, only what changes is told.
    """
    for docs in changes.values():
        ledger_format.rows(docs.items(), first=True, new=True)
    return {
        name: {**(tables.get(name, {}) if name != kept else {}), **changes.get(name, {})}
        for name in tables.keys() | changes.keys()
    }


def _difference(
    tables: Mapping[str, Mapping[str, Doc]],
    wanted: Mapping[str, Mapping[str, Mapping[str, object]]],
) -> dict[str, dict[str, Doc]]:
    """Return the records that differ from what is wanted, with a tombstone for each not wanted."""
    changes: dict[str, dict[str, Doc]] = {}
    for name in wanted.keys() | tables.keys():
        old, new = tables.get(name, {}), wanted.get(name, {})
        changed = {key: dict(doc) for key, doc in new.items() if old.get(key) != doc}
        gone = {key: tombstone(doc) for key, doc in old.items() if key not in new and alive(doc)}
        changes[name] = changed | gone
    return changes


def _replaced(
    tables: Mapping[str, Mapping[str, Doc]], changes: Changes
) -> list[tuple[str, str, Doc]]:
    """Return the versions of records in whose place others come."""
    return [
        (name, key, old[key])
        for name, docs in changes.items()
        for old in (tables.get(name, {}),)
        for key in docs
        if key in old
    ]
