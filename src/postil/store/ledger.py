"""A TinyDB storage that appends: what it acknowledged outlives a kill, and a power cut."""

from __future__ import annotations

import contextlib
import copy
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tinydb.storages import Storage

from postil.errors import CannotWrite
from postil.store import lines
from postil.store.clock import new_id
from postil.store.durable import (
    flags,
    make_folder,
    read_from,
    replace,
    sync_data,
    telling,
    write_at,
)
from postil.store.lines import FOOT, Contents, Doc, Tables, alive, tombstone
from postil.store.lock import Lock
from postil.store.troubles import trouble_in, unreadable

NOTES = "notes"
_REMEMBERED = 64
"""Bytes before the end by which an appended file is known again."""

Changes = Mapping[str, Mapping[str, Doc]]
"""New versions of records: table, document id in decimal digits, record."""


class Seen(NamedTuple):
    """By what a change of the file is noticed."""

    inode: int
    size: int
    modified: int


class LedgerStorage(Storage):
    """The file of a ledger, of which one table, the last, is appended to.

    Deleted records stay as tombstones, with ``deleted`` set. All methods may be called from several
    threads; several processes may write to one file as long as they share the lock.
    """

    def __init__(self, path: Path | str, lock: Lock | None = None, last: str = NOTES) -> None:
        self.path = Path(os.path.realpath(path))
        self.lock = lock or Lock(self.path.with_name(self.path.name + ".lock"))
        self.last = last
        self.trouble: CannotWrite | None = None
        """Why the file is not written to; what could be read of it is there all the same."""
        self._contents = Contents()
        self._seen: Seen | None = None
        self._tail = b""
        self._touched: set[tuple[str, str]] | None = None

    # What TinyDB asks of a storage

    def read(self) -> Tables | None:
        """Return a copy of all tables, tombstones included; None when there is no file."""
        self.refresh()
        return copy.deepcopy(self._contents.tables) if self._seen else None

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
        """Make the tables what they are in ``data``; a record that is not in it is deleted."""
        with self.lock.exclusive():
            self.refresh()
            changes: dict[str, dict[str, Doc]] = {}
            for name in data.keys() | self._contents.tables.keys():
                old, new = self._contents.tables.get(name, {}), data.get(name, {})
                changed = {k: dict(doc) for k, doc in new.items() if old.get(k) != doc}
                gone = {k: tombstone(d) for k, d in old.items() if k not in new and alive(d)}
                changes[name] = changed | gone
            self.commit(changes)

    # What Postil asks beyond that

    def table(self, name: str) -> Mapping[str, Doc]:
        """Return the newest version of each record in a table, as it is held: do not change it."""
        return self._contents.tables.get(name, {})

    def drain(self) -> set[tuple[str, str]] | None:
        """Return the table and key of each record that changed since last asked; None for all."""
        with self.lock.threads():
            touched, self._touched = self._touched, set()
            return touched

    def refresh(self) -> bool:
        """Read what others have written; True if there was anything. Costs one stat if not."""
        with self.lock.threads():
            if self._stat() == self._seen:
                return False
            before = self._seen
            with self.lock.shared():
                self._load()
            return before != self._seen

    def mend(self) -> None:
        """Close a file whose writer died in the middle, so that plain TinyDB reads it too."""
        self.refresh()
        if not self._contents.torn:
            return
        with contextlib.suppress(CannotWrite), self.lock.exclusive():
            self._load()
            if self._contents.torn and self.trouble is None:
                self._append(b"", 0)

    def commit(self, changes: Changes) -> None:
        """Store new versions of records, all or none; they are on the disk when this returns.

        Raises CannotWrite, or the subclass that says why; then nothing was changed.
        """
        changes = {name: docs for name, docs in changes.items() if docs}
        if not changes:
            return
        with self.lock.exclusive():
            self._load()
            if self.trouble is not None:
                raise self.trouble
            body = lines.rows(changes.get(self.last, {}).items(), first=not self._contents.lines)
            added = len(changes.get(self.last, {}))
            try:
                with telling(self.path):
                    if self._contents.appendable and changes.keys() == {self.last}:
                        self._append(body, added)
                    else:
                        self._rewrite(changes, body, added)
            except BaseException:
                self._seen = None  # what is on the disk now is read again before it is written to
                raise
            self._take(changes)

    def forget(self, keys: Iterable[str]) -> None:
        """Drop records of the last table for good, tombstones and older versions too.

        Raises CannotWrite, or the subclass that says why.
        """
        with self.lock.exclusive():
            self._load()
            if self.trouble is not None:
                raise self.trouble
            docs = self._contents.tables.setdefault(self.last, {})
            for key in keys:
                docs.pop(key, None)
            self._contents.appendable = False
            try:
                with telling(self.path):
                    self._rewrite({}, b"", 0)
            except BaseException:
                self._seen = None
                raise
            self._touched = None

    # Reading

    def _stat(self) -> Seen | None:
        try:
            found = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return Seen(0, -1, 0)
        return Seen(found.st_ino, found.st_size, found.st_mtime_ns)

    def _load(self) -> None:
        """Read the file if it changed; only its new end where that is all that changed."""
        seen = self._stat()
        if seen == self._seen:
            return
        self.trouble, raw = None, b""
        if seen is not None:
            try:
                fd = os.open(self.path, flags(os.O_RDONLY))
                try:
                    if self._follow(fd, seen):
                        return
                    raw = read_from(fd)
                finally:
                    os.close(fd)
            except OSError as error:
                self._contents, self._seen, self._touched = Contents(), seen, None
                self.trouble = unreadable(self.path, error)
                return
        self._seen, self._touched = seen, None
        self._contents = lines.parse(raw, self.last) if seen is not None else Contents()
        self._remember(raw)
        self.trouble = trouble_in(self.path, self._contents)

    def _follow(self, fd: int, seen: Seen) -> bool:
        """Take in the lines that another process appended, if that is all it did."""
        old, known = self._contents, self._seen
        if known is None or known.inode != seen.inode or not old.appendable or old.torn:
            return False
        start = old.end - len(self._tail)
        new = read_from(fd, start)
        os.lseek(fd, 0, os.SEEK_SET)
        if os.read(fd, len(old.frame)) != old.frame:
            return False
        if not new.startswith(self._tail) or not new.endswith(FOOT):
            return False
        body = new[len(self._tail) : -len(FOOT)]
        try:
            found = list(lines.entries(body))
        except (ValueError, RecursionError):
            return False
        docs = old.tables.setdefault(self.last, {})
        for key, doc in found:
            docs[key] = doc
            if self._touched is not None:
                self._touched.add((self.last, key))
        old.end += len(body)
        old.lines += len(found)
        self._tail = (self._tail + body)[-_REMEMBERED:]
        self._seen = seen
        return True

    def _remember(self, raw: bytes) -> None:
        end = self._contents.end
        self._tail = raw[max(0, end - _REMEMBERED) : end]

    # Writing, under the lock

    def _append(self, body: bytes, added: int) -> None:
        contents = self._contents
        fd = os.open(self.path, flags(os.O_RDWR))
        try:
            try:
                write_at(fd, body + FOOT, contents.end)
                if contents.torn:
                    os.ftruncate(fd, contents.end + len(body) + len(FOOT))
                sync_data(fd)
            except OSError:
                # The closing braces go back where they were, which takes no room on the disk.
                with contextlib.suppress(OSError):
                    write_at(fd, FOOT, contents.end)
                    os.ftruncate(fd, contents.end + len(FOOT))
                    sync_data(fd)
                raise
            contents.end += len(body)
            contents.lines += added
            contents.torn = False
            self._tail = (self._tail + body)[-_REMEMBERED:]
            # Counted after the sync, so that the count promises only what is there.
            with contextlib.suppress(OSError):
                write_at(fd, lines.counts(contents.lines), len(contents.frame))
        finally:
            os.close(fd)
        self._seen = self._stat()

    def _rewrite(self, changes: Changes, body: bytes, added: int) -> None:
        """Replace the file: the tables before the last anew, the lines of the last as they are."""
        contents = self._contents
        tables = {
            name: {**contents.tables.get(name, {}), **changes.get(name, {})}
            for name in contents.tables.keys() | changes.keys()
        }
        if contents.appendable:
            records, count = self._records(), contents.lines
        else:
            docs = contents.tables.get(self.last, {})
            records, count = lines.rows(docs.items(), first=True), len(docs)
            body = lines.rows(changes.get(self.last, {}).items(), first=not docs)
        head = lines.head(tables, self.last, new_id(), count + added)
        make_folder(self.path.parent)
        replace(self.path, (head, records, body, FOOT))
        self._contents = Contents(
            contents.tables,
            frame=head[: head.index(b'"records":[') + len(b'"records":[')],
            start=len(head),
            end=len(head) + len(records) + len(body),
            lines=count + added,
            appendable=True,
        )
        self._tail = (records + body)[-_REMEMBERED:]
        self._seen = self._stat()

    def _records(self) -> bytes:
        fd = os.open(self.path, flags(os.O_RDONLY))
        try:
            return read_from(fd, self._contents.start)[: self._contents.end - self._contents.start]
        finally:
            os.close(fd)

    def _take(self, changes: Changes) -> None:
        for name, docs in changes.items():
            table = self._contents.tables.setdefault(name, {})
            for key, doc in docs.items():
                table[key] = doc
                if self._touched is not None:
                    self._touched.add((name, key))
