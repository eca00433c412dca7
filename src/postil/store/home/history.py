"""History: versions of records that a rewrite drops from a ledger, kept a line each."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from postil.store.disk.clock import now
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
from postil.store.types import Doc

StoredVersion = tuple[str, str, Doc]
"""A table, a key in it, and a version of the record there."""

_SUFFIX = ".jsonl"
_MONTH = 7
"""Characters of a time that name its month."""


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


def stored_versions(root: Path) -> Iterator[StoredVersion]:
    """Yield the versions that all machines have kept; lines and files that are none are skipped."""
    for path in sorted(root.glob(f"*/*{_SUFFIX}")):
        try:
            raw = read_file(path)
        except OSError:
            continue
        for line in raw.splitlines():
            if (found := _read(line)) is not None:
                yield found


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
