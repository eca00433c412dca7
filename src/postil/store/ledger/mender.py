"""Mender: a damaged or lost ledger written anew, from the bytes left of it and its backups."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from postil.store.disk.durable import flags
from postil.store.ledger import ledger_format
from postil.store.ledger.backups import Backups
from postil.store.ledger.diagnostics import repair_message
from postil.store.ledger.ledger_file import LedgerFile
from postil.store.ledger.ledger_reader import NOTES

if TYPE_CHECKING:
    from postil.store.ledger.repair import Join, Repaired


class Mender:
    """Mends one file, whose lock is held by whoever calls."""

    def __init__(self, file: LedgerFile, backups: Backups | None, join: Join | None) -> None:
        self._file = file
        self._backups = backups
        self._join = join

    def mend(self) -> str:
        """Write a damaged file anew, keep its bytes aside, and return what the reader is to know.

        Raises OSError; then the file is as it was.
        """
        kept = self._backups or Backups(self._file.path.parent, self._file.path.name)
        raw = self._file.raw()
        found = self._found(raw, kept)
        aside = kept.set_aside(raw)
        self._file.contents.tables = found.tables
        self._write_anew()
        notes = self._file.last == NOTES
        return repair_message(found.read, found.brought, aside, notes=notes)

    def fill(self) -> None:
        """Show all that can be had of a file that is left as it is."""
        try:
            raw = self._file.raw()
        except OSError:
            raw = b""
        kept = self._backups or Backups(self._file.path.parent, self._file.path.name)
        self._file.contents.tables = self._found(raw, kept).tables

    @property
    def can_restore(self) -> bool:
        """Whether a file that is gone was read before, or has backups."""
        backups = self._backups
        held = self._file.contents.tables
        return bool(held) or (backups is not None and bool(backups.newest_first()))

    def restore(self) -> bool:
        """Write a file that is gone from what was read of it; raises OSError.

        False where it was never read: then an empty one is made, which is damaged, and is mended.
        """
        if not self._file.contents.tables:
            os.close(os.open(self._file.path, flags(os.O_WRONLY | os.O_CREAT), 0o600))
            return False
        self._write_anew()
        return True

    def _found(self, raw: bytes, kept: Backups) -> Repaired:
        # Files are seldom damaged.
        from postil.store.ledger.repair import repaired

        return repaired(raw, self._file.last, kept.newest_first(), self._join)

    def _write_anew(self) -> None:
        tables, last = self._file.contents.tables, self._file.last
        docs = tables.get(last, {})
        rows = ledger_format.rows(docs.items(), first=True)
        self._file.replace(tables, (rows,), len(docs))
