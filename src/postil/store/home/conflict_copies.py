"""Conflict copies of ledgers, which file synchronisers make of two files of one name: their intake.

Syncthing   DEVICE.sync-conflict-20261123-101112-ABCDEFG.json
Dropbox     DEVICE (Ada's conflicted copy 2026-11-23).json
Nextcloud   DEVICE (conflicted copy 2026-11-23 101112).json
OneDrive    DEVICE-LAPTOP.json
others      DEVICE (1).json, DEVICE 2.json

What a copy says goes into the ledger of the machine that finds it; the copy goes to the backups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from postil.store.disk.clock import DEVICE_LENGTH
from postil.store.home.merged import TABLES
from postil.store.ledger.storage import LedgerStorage
from postil.store.machine.device import FORM
from postil.store.merge.crdt import joined
from postil.store.records.fields import ALSO, field_names, rules_of
from postil.store.records.intake import sound_versions
from postil.store.records.version_vectors import device_of, stamp_of, text_versions, written
from postil.store.types import Doc, RecordKey


def copied_from(path: Path) -> str | None:
    """Return the device whose ledger this is a copy of; None for a ledger, or any other file."""
    name = path.stem
    device, rest = name[:DEVICE_LENGTH], name[DEVICE_LENGTH:]
    if not FORM.fullmatch(device) or not rest or rest[0].isalnum():
        return None
    return device


def taken_in(
    copy: LedgerStorage,
    original: LedgerStorage | None,
    held: Mapping[RecordKey, Doc],
    tick: Callable[[], str],
) -> dict[str, dict[str, Doc]]:
    """Return the records that this machine writes into its own ledger so that a copy may go.

    ``held`` is what all other ledgers say together. A text that the copy alone has is kept as one
    that lost, unless the original had it once: two machines that wrote under one id know nothing of
    each other, though their stamps look as if they did.
    """
    changes: dict[str, dict[str, Doc]] = {}
    for table in TABLES:
        for key, doc in sound_versions(table, copy.newest(table).items()):
            known = held.get((table, key))
            merged = doc if known is None else joined(table, known, doc)
            if known is not None and device_of(stamp_of(doc)) == device_of(stamp_of(known)):
                here = [known, *_earlier(original, table, key)]
                there = [doc, *_earlier(copy, table, key)]
                merged = _with_texts(table, merged, (here, there), tick)
            if merged != known:
                changes.setdefault(table, {})[key] = merged
    return changes


def _earlier(ledger: LedgerStorage | None, table: str, key: str) -> Iterator[Doc]:
    if ledger is not None and table == ledger.last:
        older = ((other, doc) for other, doc in ledger.older_versions() if other == key)
        yield from (doc for _, doc in sound_versions(table, older))


def _with_texts(
    table: str, merged: Doc, sides: tuple[list[Doc], list[Doc]], tick: Callable[[], str]
) -> Doc:
    """Return the record with the newest text of each side, unless the other side has or had it."""
    rules = rules_of(table)
    had = [{text for one in side for _, text in text_versions(rules, one)} for side in sides]
    kept = {text for _, text in text_versions(rules, merged)}
    lost = [
        text
        for side, others in zip(sides, reversed(had), strict=True)
        for _, text in text_versions(rules, side[0])
        if text not in others and text not in kept
    ]
    if not lost:
        return merged
    also = [list(version) for version in text_versions(rules, merged)[1:]]
    bare = {name: merged[name] for name in field_names(merged)}
    return written(table, merged, {**bare, ALSO: [*also, *(["", text] for text in lost)]}, tick)
