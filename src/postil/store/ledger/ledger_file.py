"""The file of a ledger: read whole or only where it grew, appended to, and replaced."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from postil.model.values import NamedTuple
from postil.store.disk.clock import new_id
from postil.store.disk.durable import (
    FILE_LIMIT,
    flags,
    make_folder,
    open_file,
    read_from,
    replace,
    sync_data,
    write_at,
)
from postil.store.disk.lock import Lock
from postil.store.ledger import ledger_format
from postil.store.ledger.incremental import read_in_steps
from postil.store.ledger.lazy_table import Proof
from postil.store.ledger.ledger_format import BLANK, FOOT, Contents
from postil.store.ledger.ledger_parser import Raw, parse
from postil.store.types import Doc
from postil.text.progress import Progress

_REMEMBERED = 64
"""Bytes before the end by which an appended file is known again."""
_BLOCK = 1 << 12
_MOST_ROOM = 1 << 15
"""Bytes: what a disk writes at a time, and the most that are left free at the end of a file."""
_YOUTH = 2_000_000_000
"""Nanoseconds after a change in which another may bear the same time: some disks count by two
seconds."""
_COUNTS_BEHIND = b'"records":['


class Fingerprint(NamedTuple):
    """What stat says of a file: while it is equal, the file is taken to be unchanged."""

    inode: int
    size: int
    modified: int


class LedgerFile:
    """One file, the contents last read of it, and the ways to change it; the caller locks."""

    def __init__(self, path: Path, last: str) -> None:
        self.path = path
        self._name = os.fspath(path)
        self.last = last
        self.contents = Contents()
        self.seen: Fingerprint | None = None
        self.proof: Proof | None = None
        """What is known of the lines of the file from another run, if they are the same."""
        self._tail = b""
        self._young = False

    def stat(self) -> Fingerprint | None:
        """Return the fingerprint of the file; None where there is none."""
        try:
            found = os.stat(self._name, follow_symlinks=False)  # noqa: PTH116  (asked at every change)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return Fingerprint(0, -1, 0)
        return Fingerprint(found.st_ino, found.st_size, found.st_mtime_ns)

    def unchanged(self, *, surely: bool = False) -> bool:
        """Tell whether the file is as it was seen last.

        One stat says so. Where the file was young when it was seen, a change may have left length
        and time as they were: then its last bytes are compared, as they are with ``surely``.
        """
        seen = self.stat()
        if seen != self.seen:
            return False
        if seen is None or not self.contents.appendable or not (surely or self._young):
            return True
        old = self._is_young(seen)
        if not self._end_stands():
            return False
        self._young = old
        return True

    # Reading

    def load(self, seen: Fingerprint | None) -> set[str] | None:
        """Take in what the file says now.

        Returns the keys in the last table that were appended, if that is all that happened to the
        file, else None. Raises OSError; then nothing of the file is known.
        """
        raw = b""
        self.contents, old = Contents(), self.contents
        known, self.seen = self.seen, seen
        self._young = seen is not None and self._is_young(seen)
        if seen is not None:
            fd = open_file(self._name)
            try:
                if known is not None and known.inode == seen.inode:
                    keys = self._follow(fd, old)
                    if keys is not None:
                        self.contents = old
                        return keys
                raw = read_from(fd)
            finally:
                os.close(fd)
            self.contents = parse(raw, self.last, self.proof)
        self._remember(raw)
        return None

    def read_incrementally(self, progress: Progress) -> Callable[[], bool] | None:
        """Read the file in short steps, without the lock.

        Returns a function that adopts what was read, unless another thread has read the file since;
        None where the usual way is better: nothing or little changed, somebody writes, it is torn.
        """
        known, seen = self.seen, self.stat()
        if (
            not seen
            or not 0 < seen.size <= FILE_LIMIT
            or seen == known
            or (known is not None and known.inode == seen.inode)
        ):
            return None
        read = read_in_steps(self.path, self.last, seen.size, progress, lambda: self.stat() == seen)
        if read is None:
            return None
        contents, raw = read
        if not contents.appendable or contents.torn:
            return None

        def adopt() -> bool:
            if self.seen is not known:
                return False
            self.contents, self.seen, self._young = contents, seen, self._is_young(seen)
            self._remember(raw)
            return True

        return adopt

    def sweep(self, lock: Lock) -> None:
        """Remove what a killed rewrite left, under the lock. Raises OSError."""
        beside = self.path.with_name(self.path.name + ".tmp")
        if beside.exists():
            with lock.exclusive():
                beside.unlink(missing_ok=True)

    def raw(self, offset: int = 0) -> bytes:
        """Return the bytes of the file from an offset on; none where there is no file."""
        try:
            fd = open_file(self._name)
        except FileNotFoundError:
            return b""
        try:
            return read_from(fd, offset)
        finally:
            os.close(fd)

    def _follow(self, fd: int, old: Contents) -> set[str] | None:
        """Take in the lines that another process appended, if that is all it did."""
        if not old.appendable or old.torn:
            return None
        new = read_from(fd, old.end - len(self._tail))
        os.lseek(fd, 0, os.SEEK_SET)
        if os.read(fd, len(old.frame)) != old.frame:
            return None
        new = new.rstrip(BLANK)
        if not new.startswith(self._tail) or not new.endswith(FOOT):
            return None
        body = new[len(self._tail) : -len(FOOT)]
        try:
            found = list(ledger_format.entries(body))
        except (ValueError, RecursionError):
            return None
        old.tables.setdefault(self.last, {}).update(found)
        old.end += len(body)
        old.lines += len(found)
        self._tail = (self._tail + body)[-_REMEMBERED:]
        return {key for key, _ in found}

    def _end_stands(self) -> bool:
        """Tell whether the file ends where it did, going by its bytes there."""
        try:
            fd = open_file(self._name)
        except OSError:
            return False
        try:
            os.lseek(fd, self.contents.end - len(self._tail), os.SEEK_SET)
            return os.read(fd, len(self._tail) + len(FOOT)) == self._tail + FOOT
        finally:
            os.close(fd)

    @staticmethod
    def _is_young(seen: Fingerprint) -> bool:
        return abs(time.time_ns() - seen.modified) < _YOUTH

    def _remember(self, raw: Raw) -> None:
        end = self.contents.end
        self._tail = bytes(raw[max(0, end - _REMEMBERED) : end])

    # Writing

    def append(self, docs: Mapping[str, Doc]) -> None:
        """Write records behind those that are there, and wait for the disk; none closes the file.

        Raises OSError; then the file is as it was, as far as the disk allows.
        """
        contents = self.contents
        body = ledger_format.rows(docs.items(), first=not contents.lines, new=True) + FOOT
        fd = os.open(self._name, flags(os.O_RDWR))
        try:
            size = contents.end + len(FOOT) if contents.torn else os.fstat(fd).st_size
            if contents.torn or contents.end + len(body) > size:
                written = body + BLANK * _room_behind(contents.end + len(body))
            else:
                written = body
            try:
                write_at(fd, written, contents.end)
                if contents.torn:
                    os.ftruncate(fd, contents.end + len(written))
                sync_data(fd)
            except OSError:
                # The closing braces go back where they were, which takes no room on the disk.
                with contextlib.suppress(OSError):
                    write_at(
                        fd, FOOT.ljust(min(len(body), size - contents.end), BLANK), contents.end
                    )
                    os.ftruncate(fd, size)
                    sync_data(fd)
                raise
            body = body[: -len(FOOT)]
            contents.end += len(body)
            contents.lines += len(docs)
            contents.torn = False
            self._tail = (self._tail + body)[-_REMEMBERED:]
            # Counted after the sync, so that the count promises only what is there.
            with contextlib.suppress(OSError):
                write_at(fd, ledger_format.counts(contents.lines), len(contents.frame))
            found = os.fstat(fd)
            self.seen = Fingerprint(found.st_ino, found.st_size, found.st_mtime_ns)
            self._young = True
        finally:
            os.close(fd)

    def replace(
        self, tables: Mapping[str, Mapping[str, Doc]], records: Iterable[bytes], count: int
    ) -> None:
        """Write the file anew: these lines in the last table, and the other tables before it.

        What is known of the tables stays as it is. Raises OSError; then the file is as it was.
        """
        head = ledger_format.head(tables, self.last, new_id(), count)
        size = 0
        tail = b""

        def pieces() -> Iterator[bytes]:
            nonlocal size, tail
            yield head
            for piece in records:
                size += len(piece)
                tail = (tail + piece)[-_REMEMBERED:]
                yield piece
            yield FOOT + BLANK * _room_behind(len(head) + size + len(FOOT))

        make_folder(self.path.parent)
        replace(self.path, pieces())
        self.contents = Contents(
            self.contents.tables,
            frame=head[: head.index(_COUNTS_BEHIND) + len(_COUNTS_BEHIND)],
            start=len(head),
            end=len(head) + size,
            lines=count,
            appendable=True,
        )
        self._tail = tail
        self.seen = self.stat()
        self._young = True


def _room_behind(end: int) -> int:
    """Return how many blanks to leave behind the end of a file, so that it seldom grows.

    A write within a file is quicker than one that makes it longer, and a power cut leaves fewer
    traces of it.
    """
    room = min(_MOST_ROOM, end // 8)
    return room + -(end + room) % _BLOCK
