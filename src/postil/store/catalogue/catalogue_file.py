"""The file of the catalogue, in SQLite: made where there is none, and anew where it is damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from time import sleep
from typing import TypeVar

from postil.errors import CannotWrite
from postil.store.catalogue import catalogue_seal
from postil.store.disk.durable import make_folder

Found = TypeVar("Found")

_FORM = "7"
"""Changes with the tables."""

_BUSY = 5.0
"""Seconds to wait for another process that writes."""

_LOOKS, _BETWEEN = 3, 0.02
"""Looks at a file that is not as it was sealed, and seconds between them: somebody may write."""

_TABLES = """
CREATE TABLE maker (name TEXT NOT NULL, born TEXT NOT NULL);
CREATE TABLE file (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL
);
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    about TEXT NOT NULL,
    crc INTEGER NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE quoted (key INTEGER PRIMARY KEY, sources TEXT NOT NULL);
CREATE TABLE replaced (key INTEGER PRIMARY KEY);
"""
"""Stamps lie apart from texts, since all of them are looked at again and again."""


class CatalogueFile:
    """One file; where it cannot be used it is replaced, if need be by one in memory.

    It may be used from several threads, one after the other.
    """

    def __init__(self, path: Path, maker: str) -> None:
        """``maker`` is a key of the code that reads articles: what another made is thrown away."""
        self._path = path
        self.maker = f"{_FORM} {maker}"
        self._open: sqlite3.Connection | None = None
        self._turn = RLock()
        self.renewed = 0
        """How often it was found damaged, and begun anew with nothing in it."""

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None

    def stamp(self) -> list[int]:
        """Return what tells that the file was written to, or is another."""
        return catalogue_seal.stamp(self._path)

    def do(self, work: Callable[[sqlite3.Connection], Found]) -> Found:
        """Do something with the file; where it is damaged, once more with an empty one.

        Raises CannotWrite where another process writes for longer than somebody waits.
        """
        with self._turn:
            return self._try(work)

    def write(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Write something, all of it or nothing; raises as ``do`` does."""

        def written(db: sqlite3.Connection) -> None:
            with db:
                work(db)

        with self._turn:
            self._try(written)
            catalogue_seal.seal(self._path)

    def _try(self, work: Callable[[sqlite3.Connection], Found]) -> Found:
        try:
            return work(self._connection())
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                what, why = (
                    "the texts that are searched",
                    "another Postil has written them too long",
                )
                raise CannotWrite(what, why, "try again in a moment") from error
        except sqlite3.DatabaseError:
            pass
        self.close()
        self.renewed += 1
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        try:
            return work(self._connection())
        except sqlite3.DatabaseError:
            self._open = _connected(":memory:")
            _prepared(self._open, self.maker)
            return work(self._open)

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            try:
                make_folder(self._path.parent)
                there = self._path.exists()
                db = _connected(str(self._path))
            except OSError as error:
                raise sqlite3.DatabaseError(str(error)) from error
            try:
                if there:
                    self._look_through(db)
                if not _prepared(db, self.maker):
                    catalogue_seal.seal(self._path)
            except BaseException:
                db.close()
                raise
            self._open = db
        return self._open

    def _look_through(self, db: sqlite3.Connection) -> None:
        """Look through a file that is not as it was sealed, unless somebody writes just now."""
        for _ in range(_LOOKS):
            if catalogue_seal.sealed(self._path):
                return
            sleep(_BETWEEN)
        with contextlib.suppress(sqlite3.OperationalError):  # of another version, or written to
            catalogue_seal.mend(db)
            catalogue_seal.seal(self._path)


def _connected(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_BUSY, check_same_thread=False)


def _prepared(db: sqlite3.Connection, maker: str) -> bool:
    """Tell whether a file has the tables of this maker; those of another are replaced."""
    with db:
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        if "maker" in there and db.execute("SELECT name FROM maker").fetchall() == [(maker,)]:
            return True
        db.execute("BEGIN IMMEDIATE")
        for table in ("maker", "file", "article", "quoted", "replaced"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES.split(";"):
            db.execute(statement)
        db.execute("INSERT INTO maker VALUES (?, ?)", (maker, os.urandom(8).hex()))
    return False
