"""A ledger under TinyDB's own calls: as they say, on the disk at once, and several at a time."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from postil.store.ledger.storage import Changes, LedgerStorage
from tests.store.ledgers import open_ledger, plain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def test_opening_makes_no_file(path: Path) -> None:
    assert len(open_ledger(path).table("notes")) == 0
    assert list(path.parent.iterdir()) == []


def test_tinydb_s_own_calls_work(path: Path) -> None:
    notes = open_ledger(path).table("notes")
    first = notes.insert({"id": "a", "n": 1})
    assert notes.insert({"id": "b", "n": 2}) > first
    notes.insert_multiple([{"id": "c", "n": 3}, {"id": "d", "n": 4}])
    notes.insert(Document({"id": "e", "n": 5}, doc_id=12))
    with pytest.raises(ValueError, match="already exists"):
        notes.insert(Document({}, doc_id=12))
    notes.update({"n": 20}, where("id") == "b")
    notes.update(lambda doc: doc.update(n=50), doc_ids=[12])
    notes.upsert({"id": "c", "n": 30}, where("id") == "c")
    notes.remove(where("id") == "a")
    assert notes.get(doc_id=first) is None
    assert {doc["id"]: doc["n"] for doc in notes} == {"b": 20, "c": 30, "d": 4, "e": 50}
    assert notes.search(Query().n > 10) == open_ledger(path).table("notes").search(Query().n > 10)
    assert notes.contains(where("id") == "d")
    notes.truncate()
    assert notes.all() == []
    assert {doc.get("deleted") for doc in plain(path)} == {True}


def test_a_default_table_over_the_storage_loses_nothing(path: Path) -> None:
    db = TinyDB(path, storage=LedgerStorage)
    db.table("notes").insert({"id": "a"})
    db.table("notes").insert({"id": "b"})
    db.table("notes").remove(where("id") == "a")
    db.drop_table("notes")
    assert [doc["deleted"] for doc in plain(path)] == [True, True]


def test_what_is_handed_out_is_not_what_is_held(path: Path) -> None:
    notes = open_ledger(path).table("notes")
    mine = {"tags": ["a"]}
    key = notes.insert(mine)
    mine["tags"].append("b")
    assert notes.get(doc_id=key) == {"tags": ["a"]}


def test_what_plain_tinydb_wrote_is_taken_in(path: Path) -> None:
    ledger = open_ledger(path)
    key = ledger.table("notes").insert({"id": "a"})
    ledger.table("notes").update({"n": 1}, doc_ids=[key])
    with TinyDB(path) as db:
        db.table("notes").insert({"id": "b"})
    ledger.table("notes").insert({"id": "c"})
    assert {doc["id"] for doc in plain(path)} == {"a", "b", "c"}
    assert open_ledger(path).storage.trouble is None


def test_hostile_words_come_back(path: Path) -> None:
    words = 'nul\0 quote" back\\ }}\n "notes":{\n \ud800 \u2028 한국어 🎭'
    open_ledger(path).table("notes").insert({"body": words})
    assert [doc["body"] for doc in open_ledger(path).table("notes")] == [words]
    assert [doc["body"] for doc in plain(path)] == [words]


def test_what_is_no_json_changes_nothing(path: Path) -> None:
    notes = open_ledger(path).table("notes")
    notes.insert({"id": "a"})
    before = path.read_bytes()
    for value in (object(), float("nan")):
        with pytest.raises((TypeError, ValueError)):
            notes.insert({"id": value})
    assert path.read_bytes() == before
    assert len(notes) == 1


def _write_many(path: str, name: str) -> None:
    notes = open_ledger(path).table("notes")
    for n in range(60):
        notes.insert({"by": name, "n": n})


def test_two_processes_lose_nothing(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_write_many, args=(str(path), name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = {(doc["by"], doc["n"]) for doc in plain(path)}
    assert found == {(name, n) for name in "ab" for n in range(60)}


def test_several_tables_are_put_in_one_commit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = open_ledger(path)
    ledger.put({"notes": {"1": {"n": 1, "old": True}, "2": {"n": 2}}})
    commits: list[Changes] = []
    commit = LedgerStorage.commit

    def watched(storage: LedgerStorage, changes: Changes) -> None:
        commits.append(changes)
        commit(storage, changes)

    monkeypatch.setattr(LedgerStorage, "commit", watched)
    ledger.put({"notes": {"1": {"n": 3}, "4": {"n": 4}}, "articles": {"9": {"title": "A"}}})
    assert commits == [
        {"notes": {"1": {"n": 3}, "4": {"n": 4}}, "articles": {"9": {"title": "A"}}}
    ], "what did not change is not written, and what a record no longer says goes"
    assert [(doc.doc_id, doc["n"]) for doc in plain(path)] == [(1, 3), (2, 2), (4, 4)]
    ledger.put({"notes": {"1": {"n": 3}}})
    assert commits[1:] == [{"notes": {}}]


def test_a_record_that_says_it_is_deleted_is_gone_until_it_says_no_more(path: Path) -> None:
    ledger = open_ledger(path)
    notes = ledger.table("notes")
    ledger.put({"notes": {"1": {"n": 1}, "2": {"n": 2, "deleted": True}}})
    assert [doc.doc_id for doc in notes] == [1], "another machine's deletion may come alone"
    ledger.put({"notes": {"1": {"n": 1, "deleted": True, "why": "words"}}})
    assert notes.all() == []
    assert notes.get(doc_id=1) is None
    assert plain(path)[0] == {"n": 1, "deleted": True, "why": "words"}
    ledger.put({"notes": {"1": {"n": 5}}})
    assert notes.all() == [{"n": 5}]
    assert open_ledger(path).table("notes").all() == [{"n": 5}]


def test_what_cannot_be_put_leaves_all_as_it_was(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.put({"notes": {"1": {"n": 1}}})
    before = path.read_bytes()
    with pytest.raises((TypeError, ValueError)):
        ledger.put({"notes": {"1": {"n": 2}}, "articles": {"9": {"title": object()}}})
    assert path.read_bytes() == before
    assert ledger.table("notes").all() == [{"n": 1}]
    assert ledger.table("articles").all() == []
    ledger.table("notes").insert({"n": 3})
    assert [doc["n"] for doc in plain(path)] == [1, 3]


def test_what_is_put_is_no_longer_the_caller_s_to_change(path: Path) -> None:
    ledger = open_ledger(path)
    mine: dict[str, object] = {"tags": ["a"]}
    ledger.put({"notes": {"1": mine}})
    ledger.put({"notes": {"1": {**mine, "n": 1}}})
    assert isinstance(mine["tags"], list)
    mine["tags"].append("b")
    assert ledger.table("notes").get(doc_id=1) == {"tags": ["a"], "n": 1}


def test_one_changed_record_costs_the_same_among_many(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.put({"notes": {str(n): {"n": n} for n in range(1, 2000)}})
    copied: list[object] = []

    class Counted(dict[str, object]):
        def items(self) -> Any:
            copied.append(self)
            return super().items()

    held = ledger.storage.newest("notes")
    assert isinstance(held, dict)
    held.update({key: Counted(doc) for key, doc in held.items()})
    ledger.put({"notes": {"7": {"n": 0}}})
    ledger.table("notes").update({"n": 1}, doc_ids=[9])
    ledger.table("notes").remove(doc_ids=[11])
    assert len(copied) <= 6, "no other record is looked at"
