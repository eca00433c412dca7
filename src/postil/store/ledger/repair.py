"""Repair: the records of a damaged ledger, joined from what is left and from its backups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from postil.model.values import dataclass, field
from postil.store.disk.durable import read_file
from postil.store.ledger.ledger_format import HEADER, alive, schema_in
from postil.store.ledger.salvage import salvaged
from postil.store.ledger.upgrades import upgraded
from postil.store.types import Doc, RecordKey, Tables

Join = Callable[[str, Doc, Doc], Doc]
"""Joins two versions of a record of a table."""


@dataclass(slots=True)
class _Versions:
    """What was found of one record, each in the order it was written."""

    here: list[Doc] = field(default_factory=list)
    doubtful: list[Doc] = field(default_factory=list)
    """Versions in which bytes are broken."""
    kept: list[Doc] = field(default_factory=list)
    """Versions in the newest backup that has any."""

    def together(self, table: str, join: Join | None) -> Doc:
        if not self.here and not self.kept:
            return self.doubtful[-1]
        if join is not None:
            every = [*self.kept, *self.here]
            doc = every[0]
            for other in every[1:]:
                if other != doc:
                    doc = join(table, doc, other)
            return doc
        # Where the backup goes on after all that is left here, it knows what came later.
        if not self.here or self.kept[: len(self.here)] == self.here:
            return self.kept[-1]
        return self.here[-1]


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was recovered, and from where."""

    tables: Tables
    read: int
    """Live records of the last table that were in the file itself."""
    brought: int
    """Those that only a backup had."""


def repaired(raw: bytes, last: str, backups: Iterable[Path], join: Join | None) -> Repaired:
    """Return every record of a damaged ledger, from its bytes and its backups, newest first."""
    found: dict[RecordKey, _Versions] = {}
    schema = schema_in(raw)
    for one in salvaged(raw, last):
        versions = found.setdefault((one.table, one.key), _Versions())
        doc = upgraded(one.doc, schema)
        (versions.here if one.sure else versions.doubtful).append(doc)
    for path in backups:
        _fill(found, path, last)
    tables: Tables = {}
    read = brought = 0
    for (table, key), versions in found.items():
        doc = versions.together(table, join)
        if table == HEADER:
            continue
        tables.setdefault(table, {})[key] = doc
        if table == last and alive(doc):
            read += bool(versions.here)
            brought += not versions.here
    return Repaired(tables, read, brought)


def _fill(found: dict[RecordKey, _Versions], path: Path, last: str) -> None:
    try:
        raw = read_file(path)
    except OSError:
        return
    schema = schema_in(raw)
    known = {key for key, versions in found.items() if versions.kept}
    for one in salvaged(raw, last):
        key = one.table, one.key
        if one.sure and key not in known:
            found.setdefault(key, _Versions()).kept.append(upgraded(one.doc, schema))
