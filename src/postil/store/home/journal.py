"""Undo journal: changes that can be taken back, across restarts and all open Postils."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import CannotWrite
from postil.model.values import NamedTuple, dataclass
from postil.store.disk.clock import latest, new_id, number, sound_stamp
from postil.store.disk.lock import Lock
from postil.store.records.records import Record, from_doc, key_of, to_doc
from postil.store.types import Doc, RecordKey
from postil.text.clean import clean_line

if TYPE_CHECKING:
    from postil.store.ledger.tables import Ledger

CHANGES = "changes"
KEPT = 500
"""How many changes can be taken back."""
_SLACK = 250
"""How many more there may be before the oldest are dropped, which rewrites the file."""


Step = tuple[RecordKey, Record | None, Record | None]
"""The key of a record, what it was and what it becomes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A step that can be taken back: records as they were and as they are, paired by their ids."""

    label: str
    """What was done, as it is named to the reader: ``new note``."""
    before: tuple[Record, ...] = ()
    """A record that is only here is deleted."""
    after: tuple[Record, ...] = ()
    """A record that is only here is new."""

    def steps(self) -> Iterator[Step]:
        """Yield the key of each record, and the record before and after."""
        old = {key_of(record): record for record in self.before}
        new = {key_of(record): record for record in self.after}
        for key in dict.fromkeys((*old, *new)):
            yield key, old.get(key), new.get(key)


class Entry(NamedTuple):
    """A change as it stands in the journal."""

    key: str
    made: str
    """The stamp of the change."""
    undone: str
    """The stamp of when it was taken back; empty while it stands."""
    dropped: bool
    """It can neither be taken back nor be repeated."""
    change: Change


class Journal:
    """The file of the journal; the caller holds the lock of the home."""

    def __init__(self, path: Path, lock: Lock) -> None:
        self.path = path
        self._lock = lock
        self._ledger = _opened(path, lock)
        self._newest = ""

    @contextlib.contextmanager
    def noting(self, change: Change, stamp: str) -> Iterator[None]:
        """Write a change ahead of making it; one that fails is dropped. Raises CannotWrite."""
        if not change.before and not change.after:
            yield
            return
        self._open()
        entry = Entry(str(number(new_id())), stamp, "", False, change)
        self._write(entry)
        try:
            yield
        except BaseException:
            with contextlib.suppress(CannotWrite):
                self.mark(entry, dropped=True)
            raise
        self._tidy()

    def _tidy(self) -> None:
        docs = self._ledger.storage.newest(CHANGES)
        if len(docs) > KEPT + _SLACK:
            oldest = sorted(docs, key=lambda key: _stamp(docs[key], "made"))[:-KEPT]
            with contextlib.suppress(CannotWrite):
                self._ledger.storage.forget(oldest)

    def mark(self, entry: Entry, *, undone: str = "", dropped: bool = False) -> None:
        """Write down that a change was taken back, stands again, or is out of reach."""
        self._write(Entry(entry.key, entry.made, undone, dropped, entry.change))

    def last_done(self) -> Entry | None:
        """Return the newest change that stands."""
        docs = self._docs()
        return _first(docs, "made", [key for key, doc in docs.items() if not doc.get("undone")])

    def last_undone(self) -> Entry | None:
        """Return the change taken back last, unless something else was changed since."""
        docs = self._docs()
        newest = max((_stamp(doc, "made") for doc in docs.values()), default="")
        return _first(
            docs, "undone", [k for k, doc in docs.items() if _stamp(doc, "undone") > newest]
        )

    def newest(self) -> str:
        """Return the greatest stamp in the journal."""
        self._open()
        docs = self._ledger.storage.newest(CHANGES)
        touched = self._ledger.storage.drain()
        looked = docs if touched is None else (key for _, key in touched)
        stamps = (_stamp(docs[key], name) for key in looked for name in ("made", "undone"))
        self._newest = max(self._newest, *stamps, "")
        return self._newest

    def _docs(self) -> Mapping[str, Doc]:
        self._open()
        docs = self._ledger.storage.newest(CHANGES)
        return {key: doc for key, doc in docs.items() if not doc.get("dropped")}

    def _open(self) -> None:
        self._ledger.storage.refresh()
        if self._ledger.storage.trouble is not None:
            # What was done can no longer be undone; that must not keep a reader from writing.
            with contextlib.suppress(OSError):
                os.replace(self.path, self.path.with_suffix(".aside"))  # noqa: PTH105
            self._ledger = _opened(self.path, self._lock)

    def _write(self, entry: Entry) -> None:
        steps = [_step(key[0], old, new) for key, old, new in entry.change.steps()]
        doc: Doc = {
            "label": entry.change.label,
            "made": entry.made,
            "undone": entry.undone,
            "dropped": entry.dropped,
            "steps": steps,
        }
        self._ledger.put({CHANGES: {entry.key: doc}}, handed_over=True)


def _step(table: str, old: Record | None, new: Record | None) -> list[object]:
    """Return a step as it is written: of a record that changes, what is other afterwards.

    ``[table, old, new]``, or ``[table, old, null, what differs]``.
    """
    before, after = old and to_doc(old), new and to_doc(new)
    if not before or not after:
        return [table, before, after]
    differs = {name: said for name, said in after.items() if before.get(name, before) != said}
    return [table, before, None, differs]


def change_of(label: str, steps: Iterable[Step]) -> Change:
    """Return the change that takes these steps."""
    steps = list(steps)
    return Change(
        label,
        tuple(before for _, before, _ in steps if before is not None),
        tuple(after for _, _, after in steps if after is not None),
    )


def _first(docs: Mapping[str, Doc], stamp: str, keys: Iterable[str]) -> Entry | None:
    """Read the entry with the greatest stamp that can be read."""
    for key in sorted(keys, key=lambda key: _stamp(docs[key], stamp), reverse=True):
        doc = docs[key]
        if (change := _change(doc)) is not None:
            return Entry(key, _stamp(doc, "made"), _stamp(doc, "undone"), False, change)
    return None


def _change(doc: Doc) -> Change | None:
    steps = doc.get("steps")
    if not isinstance(steps, list):
        return None
    sides: tuple[list[Record], list[Record]] = ([], [])
    for step in steps:
        if not isinstance(step, list) or len(step) not in (3, 4) or not isinstance(step[0], str):
            return None
        old, new = step[1], step[2]
        if len(step) == 4:
            if not isinstance(old, dict) or not isinstance(step[3], dict):
                return None
            new = {**old, **step[3]}
        for side, kept in zip(sides, (old, new), strict=True):
            if kept is None:
                continue
            record = from_doc(step[0], kept) if isinstance(kept, dict) else None
            if record is None:
                return None
            side.append(record)
    return Change(clean_line(_text(doc, "label")), tuple(sides[0]), tuple(sides[1]))


def _stamp(doc: Mapping[str, object], name: str) -> str:
    """Return a stamp of an entry as it counts; empty for what is none."""
    return sound_stamp(_text(doc, name), latest()) or ""


def _text(doc: Mapping[str, object], name: str) -> str:
    found = doc.get(name)
    return found if isinstance(found, str) else ""


def _opened(path: Path, lock: Lock) -> Ledger:
    from postil.store.ledger.tables import Ledger  # TinyDB, which those that only read do without

    return Ledger(path, lock, CHANGES)
