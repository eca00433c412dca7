"""History: versions of records that a rewrite drops from a ledger, kept a line each."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from postil.store.disk.clock import EARLY, now
from postil.store.disk.durable import (
    as_cannot_write,
    flags,
    make_folder,
    read_file,
    sync_data,
    sync_folder,
    write_at,
)
from postil.store.ledger.ledger_format import dump
from postil.store.records.intake import LATE, Intake, Odd, UnsoundRecordError, is_late
from postil.store.records.version_vectors import stamp_of
from postil.store.types import Doc, RecordKey

StoredVersion = tuple[str, str, Doc]
"""A table, a key in it, and a version of the record there."""

_SUFFIX = ".jsonl"
_MONTH = 7
"""Characters of a time that name its month."""


_HEAD = re.compile(rb'\{"table":"([a-z]+)","key":"([0-9]{1,39})","doc":\{')
_STAMP = b'"modified":"'


class History:
    """A folder with a file a month, a version a line; the caller of ``keep`` holds the lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, versions: Sequence[StoredVersion]) -> None:
        """Write versions down; they are on the disk when this returns. Raises CannotWrite.

        The same version may come twice, from a rewrite that was killed: readers take it as one.
        """
        if not versions:
            return
        path = self.folder / f"{now()[:_MONTH]}{_SUFFIX}"
        rows = [dump({"table": table, "key": key, "doc": doc}) for table, key, doc in versions]
        with as_cannot_write(path):
            make_folder(self.folder)
            fresh = not path.exists()
            fd = os.open(path, flags(os.O_RDWR | os.O_CREAT), 0o600)
            try:
                end = os.lseek(fd, 0, os.SEEK_END)
                # A line that a dying writer left half done must not take the next one with it.
                write_at(fd, b"\n".join(([b""] if end else []) + rows) + b"\n", end)
                sync_data(fd)
            finally:
                os.close(fd)
            if fresh:
                sync_folder(self.folder)


class StoredLines:
    """What all machines have kept, each line parsed when its record is asked for."""

    def __init__(self, root: Path) -> None:
        self.bounds: dict[RecordKey, str] = {}
        """No version of a record is said to be later than this stamp."""
        self._lines: dict[RecordKey, list[bytes]] = {}
        for _, line in _lines(root):
            if (seen := _seen(line)) is not None:
                key, stamp = seen
                self.bounds[key] = max(self.bounds.get(key, ""), stamp)
                self._lines.setdefault(key, []).append(line)

    def versions_of(self, key: RecordKey) -> Iterator[Doc]:
        """Yield the versions that are kept of a record."""
        for line in self._lines.get(key, ()):
            if (found := _read(line)) is not None:
                yield found[2]


def stored_versions(root: Path) -> Iterator[StoredVersion]:
    """Yield the versions that all machines have kept; lines and files that are none are skipped."""
    for _, line in _lines(root):
        if (found := _read(line)) is not None:
            yield found


def odd_versions(root: Path) -> list[Odd]:
    """Return the versions that are left aside, or dated before all others, a record once a file."""
    intake, found = Intake(), set[Odd]()
    for path, line in _lines(root):
        if (version := _read(line)) is None:
            continue
        table, key, doc = version
        try:
            taken = intake.taken((table, key), doc)
        except UnsoundRecordError as error:
            found.add(Odd(path, (table, key), str(error)))
            continue
        if taken is not doc and is_late(taken):
            found.add(Odd(path, (table, key), LATE, late=True))
    return sorted(found)


def _lines(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the lines of all files of all machines, with the file of each."""
    for path in sorted(root.glob(f"*/*{_SUFFIX}")):
        try:
            raw = read_file(path)
        except OSError:
            continue
        for line in raw.splitlines():
            yield path, line


def _seen(line: bytes) -> tuple[RecordKey, str] | None:
    """Return the key of a version, and its stamp at the most, going by the bytes of its line.

    A line in which they do not stand as Postil writes them is parsed.
    """
    head = _HEAD.match(line)
    if head is not None and line.count(_STAMP) == 1 and b"\\u" not in line:
        said, quote, _ = line.partition(_STAMP)[2].partition(b'"')
        if quote and b"\\" not in said:
            stamp = said.decode("utf-8", "replace").removeprefix(EARLY)
            return (head[1].decode(), head[2].decode()), stamp
    found = _read(line)
    return found and ((found[0], found[1]), stamp_of(found[2]).removeprefix(EARLY))


def _read(line: bytes) -> StoredVersion | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    table, key, doc = found.get("table"), found.get("key"), found.get("doc")
    if isinstance(table, str) and isinstance(key, str) and isinstance(doc, dict):
        return table, key, doc
    return None
