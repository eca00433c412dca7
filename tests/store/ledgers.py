"""A ledger by itself, opened as a home opens its own: with its backups, and mended."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from postil.store.ledger.backups import Backups
from postil.store.ledger.tables import Ledger


def open_ledger(path: Path | str) -> Ledger:
    """Open a ledger; backups, and files that were damaged, are kept beside it."""
    path = Path(path)
    ledger = Ledger(path, backups=Backups(path.parent, path.name))
    ledger.storage.mend()
    return ledger


def plain(path: Path, table: str = "notes") -> list[Document]:
    """Return what TinyDB's own storage reads in a ledger."""
    with TinyDB(path, access_mode="r") as db:
        return list(db.table(table))
