from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.store.ledger.backups import Backups
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.ledger.line_scan import scan
from postil.store.ledger.storage import LedgerStorage
from postil.store.ledger.upgrades import STEPS, upgraded

OLD = Path(__file__).parent / "old" / "schema-1.json"
FIRST, DELETED, ODD = "2128173812761728381", "2128173812761728382", "2128173812761728383"
STAMP = "2026-03-03T10:00:00.000Z-000a-k3v9t0bcde"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "notes.json"))


def test_there_is_a_step_from_each_schema_to_the_next() -> None:
    assert len(STEPS) == SCHEMA - 1
    assert json.loads(OLD.read_bytes())["_ledger"]["1"]["schema"] == 1


def test_a_file_of_schema_1_is_read_as_one_of_the_present(path: Path) -> None:
    ledger = LedgerStorage(path)
    ledger.refresh()
    assert ledger.newest("notes")[FIRST]["body"] == "second thought"
    assert ledger.newest("notes")[DELETED]["gone"] == [[STAMP, {"": STAMP}]]
    assert "gone" not in ledger.newest("notes")[ODD]
    assert "gone" in ledger.newest("articles")["2128173812761728372"]
    assert (FIRST, "first thought") in [(k, doc.get("body")) for k, doc in ledger.older_versions()]
    assert scan(path, b"spring")[ODD]["deleted"] is True
    assert path.read_bytes() == OLD.read_bytes(), "reading upgrades nothing on disk"
    assert ledger.trouble is None


def test_the_first_change_upgrades_the_file_and_keeps_the_old_one(path: Path) -> None:
    gone: list[tuple[str, str, object]] = []
    ledger = LedgerStorage(
        path,
        backups=Backups(path.parent / "backups", "notes"),
        superseded=lambda versions: gone.extend(
            (t, k, doc["body"]) for t, k, doc in versions if "body" in doc
        ),
    )
    ledger.commit({"notes": {"7": {"body": "new"}}})
    with TinyDB(path, access_mode="r") as plain:
        assert plain.table("_ledger").get(doc_id=1)["schema"] == SCHEMA
        assert len(plain.table("notes")) == 4
        assert len(plain.table("articles")) == 2
    assert b'"gone":[["2026-03-03' in path.read_bytes()
    (kept,) = (path.parent / "backups").iterdir()
    assert kept.read_bytes() == OLD.read_bytes()
    assert gone == [("notes", FIRST, "first thought"), ("notes", DELETED, "Δ at new moon")]
    ledger.commit({"notes": {"8": {"body": "newer"}}})
    assert len(list((path.parent / "backups").iterdir())) == 1, "upgraded once"


def test_a_step_leaves_its_record_alone() -> None:
    doc: dict[str, object] = {"deleted": True, "modified": STAMP}
    new = upgraded(doc, 1)
    assert doc == {"deleted": True, "modified": STAMP}
    assert upgraded(new, 1) == new
    assert upgraded(doc, SCHEMA) is doc
