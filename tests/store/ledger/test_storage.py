"""What a ledger writes: a line at the end, in room that was left, seen by all who share it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tinydb import where

from postil.errors import CannotWrite, NotesBusy
from postil.store.disk.lock import Lock
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.ledger.storage import LedgerStorage
from tests.store.ledgers import open_ledger, plain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


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


def test_nothing_is_read_or_written_through_a_link(tmp_path: Path, path: Path) -> None:
    """Whoever shares the folder could have laid it to any file of the reader's."""
    there = tmp_path / "elsewhere.json"
    open_ledger(there).table("notes").insert({"id": "a"})
    before = there.read_bytes()
    path.symlink_to(there)
    with pytest.raises(CannotWrite, match="it is a link, and Postil follows none"):
        open_ledger(path).table("articles").insert({"id": "b"})
    assert path.is_symlink()
    assert there.read_bytes() == before


def test_a_folder_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    open_ledger(tmp_path / "link" / "notes.json").table("notes").insert({"id": "a"})
    assert len(open_ledger(tmp_path / "real" / "notes.json").table("notes")) == 1


def test_forgetting_is_for_good(path: Path) -> None:
    ledger = open_ledger(path)
    keys = ledger.table("notes").insert_multiple([{"id": "a"}, {"id": "b"}])
    ledger.storage.forget([str(keys[0])])
    assert [doc["id"] for doc in plain(path)] == ["b"]


def test_a_busy_file_is_told_of(path: Path) -> None:
    beside = path.with_suffix(".lock")
    with Lock(beside).exclusive(), pytest.raises(NotesBusy), Lock(beside, 0.05).exclusive():
        pass
