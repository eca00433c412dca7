from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from postil.errors import NotesBusy
from postil.store.disk.lock import Lock
from postil.store.ledger.ledger_format import FOOT, SCHEMA
from postil.store.ledger.ledger_parser import parse
from postil.store.ledger.storage import LedgerStorage
from postil.store.ledger.tables import Ledger
from tests.store.ledgers import open_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def plain(path: Path, table: str = "notes") -> list[Document]:
    with TinyDB(path, access_mode="r") as db:
        return list(db.table(table))


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


def test_a_note_is_a_line_at_the_end(path: Path) -> None:
    notes = open_ledger(path).table("notes")
    notes.insert({"id": "a"})
    before = path.read_bytes()
    inode = path.stat().st_ino
    notes.insert({"id": "b", "text": "two\nlines"})
    after = path.read_bytes()
    assert path.stat().st_ino == inode
    assert len(after) == len(before), "it takes the room that was left for it"
    start = before.index(b'"notes"')
    assert after[start:].startswith(before[start:].rstrip()[:-2])
    assert after.count(b"\n") == before.count(b"\n") + 1
    header = json.loads(after)["_ledger"]["1"]
    assert (header["schema"], header["records"]) == (SCHEMA, [2, 2])


def test_other_tables_are_replaced_and_the_notes_copied(path: Path) -> None:
    ledger = open_ledger(path)
    key = ledger.table("notes").insert({"id": "a"})
    ledger.table("notes").update({"n": 1}, doc_ids=[key])
    lines = path.read_bytes().rstrip().splitlines()[-3:]
    ledger.table("articles").insert({"title": "A"})
    assert path.read_bytes().rstrip().splitlines()[-3:] == lines
    assert [doc["title"] for doc in plain(path, "articles")] == ["A"]
    ledger.table("notes").insert({"id": "b"})
    assert len(plain(path)) == 2


def test_two_at_one_file_see_each_other(path: Path) -> None:
    one, other = open_ledger(path), open_ledger(path)
    one.table("notes").insert({"id": "a"})
    other.table("notes").insert({"id": "b"})
    one.table("articles").insert({"id": "x"})
    other.table("notes").remove(where("id") == "a")
    for ledger in (one, other):
        assert [doc["id"] for doc in ledger.table("notes")] == ["b"]
        assert len(ledger.table("articles")) == 1


def test_a_change_is_seen_that_leaves_length_and_time_as_they_are(path: Path) -> None:
    one, other = LedgerStorage(path), LedgerStorage(path)
    one.commit({"notes": {"1": {"by": "one"}}})
    other.refresh()
    before = path.stat()
    for n in range(2, 5):
        one.commit({"notes": {str(n): {"by": "one"}}})
        os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size
        assert other.refresh()
        assert str(n) in other.newest("notes")
    one.commit({"notes": {"5": {"by": "one"}}})
    old = 1_000_000_000
    for ledger in (one, other):
        os.utime(path, ns=(old, old))
        ledger.refresh()
    one.commit({"notes": {"6": {"by": "one"}}})
    os.utime(path, ns=(old, old))
    other.commit({"notes": {"7": {"by": "other"}}})
    assert len(plain(path)) == 7, "nothing is ever written over"


def test_two_in_one_hold_of_the_lock_see_each_other(path: Path) -> None:
    lock = Lock(path.with_name("lock"))
    one, other = LedgerStorage(path, lock), LedgerStorage(path, lock)
    one.commit({"notes": {"1": {}}})
    with lock.exclusive():
        for n in range(2, 9):
            before = path.stat().st_mtime_ns
            (one, other)[n % 2].commit({"notes": {str(n): {}}})
            os.utime(path, ns=(before, before))
    assert len(plain(path)) == 8


def test_room_is_left_that_stays_in_proportion(path: Path) -> None:
    ledger = LedgerStorage(path)
    sizes = set()
    for n in range(300):
        ledger.commit({"notes": {str(n): {"body": "x" * 500}}})
        raw = path.read_bytes()
        sizes.add(len(raw))
        assert len(raw) - len(raw.rstrip(b" ")) < 4096 + len(raw) // 8
    assert len(sizes) < 30, "the file seldom grows"


def test_only_the_new_end_is_read(path: Path) -> None:
    writer, reader = open_ledger(path), LedgerStorage(path)
    writer.table("notes").insert({"id": "a"})
    reader.refresh()
    assert reader.drain() is None
    key = writer.table("notes").insert({"id": "b"})
    assert reader.refresh()
    assert reader.drain() == {("notes", str(key))}
    assert not reader.refresh()
    writer.table("articles").insert({"id": "x"})
    reader.refresh()
    assert reader.drain() is None


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


def test_a_linked_file_stays_a_link(tmp_path: Path, path: Path) -> None:
    there = tmp_path / "elsewhere.json"
    open_ledger(there).table("notes").insert({"id": "a"})
    path.symlink_to(there)
    open_ledger(path).table("articles").insert({"id": "b"})
    assert path.is_symlink()
    assert len(open_ledger(there).table("articles")) == 1


def test_forgetting_is_for_good(path: Path) -> None:
    ledger = open_ledger(path)
    keys = ledger.table("notes").insert_multiple([{"id": "a"}, {"id": "b"}])
    ledger.storage.forget([str(keys[0])])
    assert [doc["id"] for doc in plain(path)] == ["b"]


def test_a_busy_file_is_told_of(path: Path) -> None:
    beside = path.with_suffix(".lock")
    with Lock(beside).exclusive(), pytest.raises(NotesBusy), Lock(beside, 0.05).exclusive():
        pass


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


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("grown") / "notes.json"
    ledger: Ledger = open_ledger(path)
    ledger.table("articles").insert({"title": "An article"})
    for n in range(6):
        ledger.table("notes").insert({"n": n, "body": "“words” " * n})
    return path.read_bytes()


@given(st.data())
def test_no_cut_is_taken_for_a_whole_file(grown: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(grown.rstrip(b" ")) - len(FOOT) - 1))
    cut = parse(grown[:at], "notes")
    assert cut.damaged
    assert not cut.appendable
    whole = parse(grown, "notes").tables["notes"]
    assert all(whole[key] == doc for key, doc in cut.tables.get("notes", {}).items())


@given(st.data())
def test_any_bytes_are_read_without_a_fault(grown: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(grown)))
    put = data.draw(st.binary(max_size=40))
    drop = data.draw(st.integers(0, 80))
    found = parse(grown[:at] + put + grown[at + drop :], "notes")
    assert all(isinstance(doc, dict) for docs in found.tables.values() for doc in docs.values())
