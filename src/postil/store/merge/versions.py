"""Changes read from the versions of a record: what was changed, when and on which device."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postil.model.values import NamedTuple
from postil.store.disk.clock import time_of
from postil.store.ledger.ledger_format import dump
from postil.store.records.fields import fields_of, rules_of
from postil.store.records.version_vectors import (
    ALL,
    LIFE,
    clock_of,
    deletions_of,
    device_of,
    stamp_of,
)
from postil.store.types import Doc

CREATED = "created"
DELETED = "deleted"
_SILENT = frozenset(("progress", "read", "paths", "digests", "id", CREATED))
"""Fields that change with reading itself, and are left out."""


class Changed(NamedTuple):
    """One change of one field of a record."""

    stamp: str
    """When and where, as the home counts."""
    field: str
    """A field, or ``created`` or ``deleted``; ``anchor`` and ``place`` are several fields."""
    old: object
    """None for what was not there; of a list, the item that went."""
    new: object
    """None for what is no longer there; of a list, the item that came."""

    @property
    def time(self) -> str:
        """RFC 3339, UTC."""
        return time_of(self.stamp)

    @property
    def device(self) -> str:
        """The device on which it was changed."""
        return device_of(self.stamp)


def changes(table: str, versions: Iterable[Doc]) -> list[Changed]:
    """Return what was changed between the versions of one record, oldest first."""
    ordered = sorted(versions, key=lambda doc: (stamp_of(doc), dump(doc)))
    if not ordered:
        return []
    found = [Changed(clock_of(ordered[0])[ALL], CREATED, None, None)]
    values: dict[str, tuple[str, object]] = {}
    known: set[tuple[str, str]] = set()
    for doc in ordered:
        for path, stamp, new in _fields(table, doc):
            if (path, stamp) in known or (stamp == found[0].stamp and path in values):
                continue
            known.add((path, stamp))
            before, old = values.get(path, ("", None))
            if stamp < before:
                # It lost against what was written elsewhere; that it was said is told all the same.
                found.append(_changed(path, stamp, None, new))
                continue
            values[path] = (stamp, new)
            if before and old != new:
                found.append(_changed(path, stamp, old, new))
            elif not before and stamp != found[0].stamp:
                found.append(_changed(path, stamp, None, new))
        for deletion in deletions_of(doc):
            if (DELETED, deletion.stamp) not in known:
                known.add((DELETED, deletion.stamp))
                found.append(Changed(deletion.stamp, DELETED, False, True))
    told = [one for one in found if one.field not in _SILENT or one is found[0]]
    return sorted(told, key=lambda one: (one.stamp, one.field, dump([one.old, one.new])))


def _fields(table: str, doc: Doc) -> Iterator[tuple[str, str, object]]:
    """Yield the path, the stamp and the value of each field of a record."""
    clock = clock_of(doc)
    fields = fields_of(rules_of(table), doc)
    for path in dict.fromkeys((*fields, *clock)):
        if path != ALL:
            yield path, clock.get(path, clock[ALL]), fields.get(path)


def _changed(path: str, stamp: str, old: object, new: object) -> Changed:
    name, _, item = path.partition("/")
    if path == LIFE:
        return Changed(stamp, DELETED, True, False)
    if item and (old is True or new is True):
        # An item of a list is there or not.
        return Changed(stamp, name, item if old is True else None, item if new is True else None)
    if item and not isinstance(old, dict) and not isinstance(new, dict):
        return Changed(stamp, f"{name}/{item}" if name != "metadata" else item, old, new)
    return Changed(stamp, name, old, new)
