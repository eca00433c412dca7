"""The seal of the catalogue's file: by what it is known that nobody else has changed it.

SQLite does not notice bytes that were changed. A file is trusted while its size, its times and its
count of changes are those with which it was sealed; where they are not, all of it is looked
through, and what is not as it was written is taken out, to be read anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path

_COUNTER = slice(24, 28)
"""The bytes of a file in which SQLite counts its changes."""

_FAR = 1_000_000
"""Numbers that are passed over where it is not sure which were given away."""


def stamp(path: Path) -> list[int]:
    """Return what tells that a file was written to, or is another; nothing where there is none."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            count = int.from_bytes(file.read(_COUNTER.stop)[_COUNTER], "big")
    except OSError:
        return []
    return [found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, count]


def seal(path: Path) -> None:
    """Seal a file as it is; where that fails it is looked through the next time."""
    fresh = path.with_suffix(".seal.new")
    with suppress(OSError):
        fresh.write_text(json.dumps(stamp(path)), "ascii")
        fresh.replace(path.with_suffix(".seal"))


def sealed(path: Path) -> bool:
    """Tell whether a file is as it was sealed."""
    try:
        found: object = json.loads(path.with_suffix(".seal").read_bytes())
    except (OSError, ValueError):
        return False
    return found == stamp(path)


def check_of(row: tuple[object, ...], reader: int, sections: str) -> int:
    """Return the checksum of what is kept of an article; its text has one of its own.

    ``row`` is its number, path, size, time, digest, what is known about it, and its sources. What
    an earlier form has kept has neither ``reader`` nor ``sections``, and none in its checksum.
    """
    checked = (*row, reader, sections) if reader or sections else row
    return zlib.crc32(repr(checked).encode("utf-8", "surrogatepass"))


def mend(db: sqlite3.Connection) -> None:
    """Take out the rows that are not as they were written; raises DatabaseError for worse."""
    if db.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise sqlite3.DatabaseError("it is damaged")
    asked = (
        "SELECT key, path, size, time, digest, about, coalesce(sources, ''), reader,"
        " coalesce(sections, ''), crc FROM file LEFT JOIN article USING (key)"
        " LEFT JOIN quoted USING (key) LEFT JOIN outline USING (key)"
    )
    bad = [
        row[0]
        for *row, reader, sections, crc in db.execute(asked)
        if crc != check_of(tuple(row), reader, sections)
    ]
    with db:
        for key in bad:
            db.execute("DELETE FROM file WHERE key = ?", (key,))
            db.execute("INSERT OR IGNORE INTO replaced VALUES (?)", (key,))
        for table in ("article", "quoted", "outline"):
            db.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM file)")
        db.execute("DELETE FROM replaced WHERE key IN (SELECT key FROM file)")
        db.execute(
            "UPDATE sqlite_sequence SET seq = ? + max(seq,"
            " (SELECT coalesce(max(key), 0) FROM file))",
            (_FAR,),
        )
