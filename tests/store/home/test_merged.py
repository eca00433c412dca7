"""What all ledgers say together: its greatest stamp is one that a clock can go on from."""

from __future__ import annotations

import json
from pathlib import Path

from postil.store.disk.clock import new_id, number
from postil.store.home.merged import MergedRecords
from postil.store.ledger.storage import LedgerStorage

EARLY = "2026-11-23T10:00:00.000Z-0000-abcdefghjk"
LATE = "2026-11-23T10:00:00.001Z-0000-abcdefghjk"


def ledger(path: Path, *stamps: str) -> LedgerStorage:
    """Return a ledger of notes with these stamps."""
    notes: dict[str, object] = {}
    for stamp in stamps:
        identity = new_id()
        notes[str(number(identity))] = {"id": identity, "article": new_id(), "modified": stamp}
    path.write_text(json.dumps({"notes": notes}), "utf-8")
    made = LedgerStorage(path, own=False)
    made.refresh()
    return made


def newest(*ledgers: LedgerStorage) -> str:
    gathered = MergedRecords()
    gathered.rebuild(ledgers)
    return gathered.newest


def test_the_greatest_stamp_of_all_ledgers_is_the_newest(tmp_path: Path) -> None:
    one, two = ledger(tmp_path / "a.json", EARLY), ledger(tmp_path / "b.json", LATE, EARLY)
    assert newest(one) == EARLY
    assert newest(one, two) == newest(two, one) == LATE


def test_what_has_not_the_form_of_a_stamp_is_never_the_newest(tmp_path: Path) -> None:
    """Nothing that a clock gives would be greater, so all that is written later went unseen."""
    foreign = ledger(tmp_path / "a.json", "zzzz", f"{LATE}z", "9", EARLY)
    assert newest(foreign) == EARLY
    assert newest(ledger(tmp_path / "b.json", "zzzz")) == ""
