"""The file of a ledger: read whole or only where it grew, appended to, and replaced."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from postil.store import lines
from postil.store.clock import new_id
from postil.store.durable import flags, make_folder, read_from, replace, sync_data, write_at
from postil.store.lines import FOOT, Contents, Doc
from postil.store.reading import Pause, finished, parse, parsing

_REMEMBERED = 64
"""Bytes before the end by which an appended file is known again."""
_PIECE = 1 << 20
"""Bytes that are read between two pauses."""
_READ = 0.1
"""How much of the work it is to have the bytes."""
_COUNTS_BEHIND = b'"records":['


class Seen(NamedTuple):
    """By what a change of the file is noticed."""

    inode: int
    size: int
    modified: int


class LedgerFile:
    """What is known of the file, and the ways to change it; the lock is the caller's."""

    def __init__(self, path: Path, last: str) -> None:
        self.path = path
        self.last = last
        self.contents = Contents()
        self.seen: Seen | None = None
        self._tail = b""

    def stat(self) -> Seen | None:
        """Return how the file looks from outside; None where there is none."""
        try:
            found = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return Seen(0, -1, 0)
        return Seen(found.st_ino, found.st_size, found.st_mtime_ns)

    # Reading

    def load(self, seen: Seen | None) -> set[str] | None:
        """Take in what the file says now.

        Returns the keys in the last table that were appended, if that is all that happened to the
        file, else None. Raises OSError; then nothing of the file is known.
        """
        raw = b""
        self.contents, old = Contents(), self.contents
        known, self.seen = self.seen, seen
        if seen is not None:
            fd = os.open(self.path, flags(os.O_RDONLY))
            try:
                if known is not None and known.inode == seen.inode:
                    keys = self._follow(fd, old)
                    if keys is not None:
                        self.contents = old
                        return keys
                raw = read_from(fd)
            finally:
                os.close(fd)
            self.contents = parse(raw, self.last)
        self._remember(raw)
        return None

    def read_ahead(self, pause: Pause) -> Callable[[], bool] | None:
        """Read the file in short steps, without the lock.

        Returns what takes it in, unless somebody else has read the file in the meantime; None where
        this is not the way: nothing changed, or little, or somebody writes, or it is not whole.
        """
        known, seen = self.seen, self.stat()
        if seen is None or seen == known or (known is not None and known.inode == seen.inode):
            return None
        raw = bytearray()
        try:
            fd = os.open(self.path, flags(os.O_RDONLY))
        except OSError:
            return None
        try:
            while piece := os.read(fd, min(_PIECE, seen.size - len(raw))):
                raw += piece
                pause(_READ * len(raw) / seen.size)
        except OSError:
            return None
        finally:
            os.close(fd)
        if self.stat() != seen:
            return None
        contents = finished(
            parsing(raw, self.last), lambda share: pause(_READ + (1 - _READ) * share)
        )
        if not contents.appendable or contents.torn:
            return None

        def adopt() -> bool:
            if self.seen is not known:
                return False
            self.contents, self.seen = contents, seen
            self._remember(raw)
            return True

        return adopt

    def raw(self) -> bytes:
        """Return all bytes of the file; none where there is no file."""
        try:
            fd = os.open(self.path, flags(os.O_RDONLY))
        except FileNotFoundError:
            return b""
        try:
            return read_from(fd)
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
        if not new.startswith(self._tail) or not new.endswith(FOOT):
            return None
        body = new[len(self._tail) : -len(FOOT)]
        try:
            found = list(lines.entries(body))
        except (ValueError, RecursionError):
            return None
        old.tables.setdefault(self.last, {}).update(found)
        old.end += len(body)
        old.lines += len(found)
        self._tail = (self._tail + body)[-_REMEMBERED:]
        return {key for key, _ in found}

    def _remember(self, raw: bytes | bytearray) -> None:
        end = self.contents.end
        self._tail = bytes(raw[max(0, end - _REMEMBERED) : end])

    # Writing

    def append(self, docs: Mapping[str, Doc]) -> None:
        """Write records behind those that are there, and wait for the disk; none closes the file.

        Raises OSError; then the file is as it was, as far as the disk allows.
        """
        contents = self.contents
        body = lines.rows(docs.items(), first=not contents.lines)
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
            contents.lines += len(docs)
            contents.torn = False
            self._tail = (self._tail + body)[-_REMEMBERED:]
            # Counted after the sync, so that the count promises only what is there.
            with contextlib.suppress(OSError):
                write_at(fd, lines.counts(contents.lines), len(contents.frame))
        finally:
            os.close(fd)
        self.seen = self.stat()

    def replace(
        self, tables: Mapping[str, Mapping[str, Doc]], records: Iterable[bytes], count: int
    ) -> None:
        """Write the file anew: these lines in the last table, and the other tables before it.

        What is known of the tables stays as it is. Raises OSError; then the file is as it was.
        """
        head = lines.head(tables, self.last, new_id(), count)
        size = 0
        tail = b""

        def pieces() -> Iterator[bytes]:
            nonlocal size, tail
            yield head
            for piece in records:
                size += len(piece)
                tail = (tail + piece)[-_REMEMBERED:]
                yield piece
            yield FOOT

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
