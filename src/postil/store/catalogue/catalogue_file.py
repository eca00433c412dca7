"""The file of the catalogue, in SQLite: made where there is none, and anew where it is damaged."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from time import sleep
from typing import TypeVar

from postil.errors import CannotWrite
from postil.store.catalogue import catalogue_seal
from postil.store.catalogue.catalogue_form import FORM, NewerForm, Prepared, prepare
from postil.store.disk.durable import make_folder

Found = TypeVar("Found")

_BUSY = 5.0
"""Seconds to wait for another process that writes."""

_TRIES = 2
"""Another Postil may have given the file another form since it was opened, and it is no damage."""

_LOOKS, _BETWEEN = 3, 0.02
"""Looks at a file that is not as it was sealed, and seconds between them: somebody may write."""


class CatalogueFile:
    """One file; where it cannot be used it is replaced, if need be by one in memory.

    It may be used from several threads, one after the other.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: sqlite3.Connection | None = None
        self._turn = RLock()
        self.renewed = 0
        """How often it was found damaged, and begun anew with nothing in it."""
        self.discarded = False
        """Whether it was in a form that nobody can read any more, and begun anew."""
        self.beside = False
        """Whether it lies beside one in a later form, which is left as it is."""

    @property
    def path(self) -> Path:
        """Where it lies: another place than was asked for, if it is ``beside`` that one."""
        return self._path

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None

    def stamp(self) -> list[int]:
        """Return what tells that the file was written to, or is another."""
        self.do(lambda _: None)
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
        for _ in range(_TRIES):
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
            prepare(self._open)
            return work(self._open)

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            try:
                self._open = self._opened()
            except NewerForm:
                self._path = self._path.with_name(f"{self._path.stem}-{FORM}{self._path.suffix}")
                self.beside = True
                self._open = self._opened()
        return self._open

    def _opened(self) -> sqlite3.Connection:
        try:
            make_folder(self._path.parent)
            trusted = not self._path.exists() or self._is_sealed()
            db = _connected(str(self._path))
        except OSError as error:
            raise sqlite3.DatabaseError(str(error)) from error
        try:
            done = prepare(db)
            if not trusted:
                # Of another version, or written to.
                with contextlib.suppress(sqlite3.OperationalError):
                    catalogue_seal.mend(db)
                    catalogue_seal.seal(self._path)
            elif done is not Prepared.READY:
                catalogue_seal.seal(self._path)
            self.discarded = self.discarded or done is Prepared.DISCARDED
        except BaseException:
            db.close()
            raise
        return db

    def _is_sealed(self) -> bool:
        """Tell whether a file is as it was sealed, also as soon as somebody has written to it."""
        for at in range(_LOOKS):
            if at:
                sleep(_BETWEEN)
            if catalogue_seal.sealed(self._path):
                return True
        return False


def _connected(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_BUSY, check_same_thread=False)
