"""What Postil takes for granted in TinyDB and in the system: if it moves, this says so first."""

from __future__ import annotations

import importlib.util
import inspect
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage, MemoryStorage, Storage
from tinydb.table import Document, Table

from postil.errors import NotesBusy
from postil.store.disk import lock as lock_room
from postil.store.disk.durable import replace
from postil.store.ledger.storage import LedgerStorage
from postil.store.ledger.tables import Ledger, LedgerTable
from tests.store.ledgers import open_ledger

OVERRIDDEN = {
    Storage: {"read": ["self"], "write": ["self", "data"], "close": ["self"]},
    Table: {
        "search": ["self", "cond"],
        "_get_next_id": ["self"],
        "_read_table": ["self"],
        "_update_table": ["self", "updater"],
    },
}
READERS = {"all", "search", "get", "contains", "count", "__len__", "__iter__"}
WRITERS = {
    "insert",
    "insert_multiple",
    "update",
    "update_multiple",
    "upsert",
    "remove",
    "truncate",
}


def test_tinydb_has_the_methods_that_are_overridden() -> None:
    for kind, methods in OVERRIDDEN.items():
        for name, parameters in methods.items():
            assert list(inspect.signature(getattr(kind, name)).parameters) == parameters, name


def test_nothing_else_of_tinydb_is_overridden() -> None:
    ours = {name for name in vars(LedgerTable) if name in dir(Table) and not name.startswith("__")}
    assert ours == set(OVERRIDDEN[Table])
    ours = {name for name in vars(Ledger) if name in dir(TinyDB) and not name.startswith("__")}
    assert ours == {"table", "table_class", "storage"}
    methods = {name for name in vars(Storage) if not name.startswith("_")}
    assert methods <= set(dir(LedgerStorage)), "a storage is told by what it can do"
    assert LedgerTable.document_id_class is int
    assert LedgerTable.document_class is Document


class Watched(Table):
    """Notes which of the methods that Postil overrides are called."""

    def __init__(self, storage: Storage, name: str) -> None:
        super().__init__(storage, name)
        self.called: set[str] = set()

    def __getattribute__(self, name: str) -> object:
        if name in OVERRIDDEN[Table] and name != "search":
            super().__getattribute__("called").add(name)
        return super().__getattribute__(name)


def called(name: str, *arguments: object, **named: object) -> set[str]:
    table = Watched(MemoryStorage(), "notes")  # type: ignore[no-untyped-call]
    table.insert({"n": 1})
    table.called.clear()
    result = getattr(table, name)(*arguments, **named)
    if name == "__iter__":
        list(result)
    return table.called


def every(name: str) -> tuple[tuple[object, ...], dict[str, object]]:
    def whole(doc: object) -> bool:
        return True

    whole.is_cacheable = lambda: False  # type: ignore[attr-defined]
    return {
        "search": ((whole,), {}),
        "get": ((), {"doc_id": 1}),
        "contains": ((), {"doc_id": 1}),
        "count": ((whole,), {}),
        "insert": (({"n": 2},), {}),
        "insert_multiple": (([{"n": 2}, {"n": 3}],), {}),
        "update": (({"n": 2},), {"doc_ids": [1]}),
        "update_multiple": (([({"n": 2}, whole)],), {}),
        "upsert": ((Document({"n": 2}, doc_id=1),), {}),
        "remove": ((), {"doc_ids": [1]}),
    }.get(name, ((), {}))  # type: ignore[return-value]


@pytest.mark.parametrize("name", sorted(READERS))
def test_all_that_reads_goes_through_one_method(name: str) -> None:
    arguments, named = every(name)
    assert called(name, *arguments, **named) == {"_read_table"}


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_all_that_writes_goes_through_one_method(name: str) -> None:
    arguments, named = every(name)
    found = called(name, *arguments, **named)
    assert "_update_table" in found
    new = {"_get_next_id"} if name.startswith("insert") else set()
    assert found == {"_update_table"} | new


def test_no_other_public_method_was_added() -> None:
    public = {name for name in vars(Table) if not name.startswith("_")}
    known = {"name", "storage", "clear_cache", "document_class", "document_id_class"}
    known |= {"query_cache_class", "default_query_cache_capacity"}
    assert public - known == (READERS | WRITERS) - {"__len__", "__iter__"}


def test_the_plain_storage_reads_json_and_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    notes = open_ledger(path).table("notes")
    key = notes.insert({"n": 1})
    notes.update({"n": 2}, doc_ids=[key])
    with TinyDB(path, access_mode="r") as plain:
        assert isinstance(plain.storage, JSONStorage)
        assert plain.table("notes").all() == [{"n": 2}], "of a repeated key the last one counts"
        assert plain.table("notes").all()[0].doc_id == key


# The way of Windows


def windows_lock(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the room of the lock as Windows would, with a ``msvcrt`` that locks by descriptor."""
    held: dict[int, int] = {}

    def locking(fd: int, mode: int, length: int) -> None:
        assert mode == 2, "a try that does not wait"
        assert length == 1
        assert os.lseek(fd, 0, os.SEEK_CUR) == 0, "always the same byte"
        inode = os.fstat(fd).st_ino
        if inode in held.values():
            raise PermissionError(13, "locked by another")
        held[fd] = inode

    def close(fd: int) -> None:
        held.pop(fd, None)  # which gives the lock back
        real(fd)

    real = os.close
    monkeypatch.setattr(os, "close", close)
    fake = SimpleNamespace(LK_NBLCK=2, locking=locking)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(sys, "platform", "win32")
    found = importlib.util.spec_from_file_location("windows_lock", lock_room.__file__)
    assert found is not None
    assert found.loader is not None
    room = importlib.util.module_from_spec(found)
    found.loader.exec_module(room)
    return room


def test_the_lock_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = windows_lock(monkeypatch)
    path = tmp_path / "lock"
    one, other = room.Lock(path, 0.05), room.Lock(path, 0.05)
    with one.exclusive(), one.exclusive():
        with pytest.raises(NotesBusy), other.exclusive():
            pass
        with other.shared():
            pass  # a reader goes on without it
    with other.exclusive():
        pass
    with one.shared(), pytest.raises(NotesBusy), other.exclusive():
        pass


def test_a_file_that_windows_will_not_replace_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(b"old")
    rename, refusals = os.replace, [1, 2, 3]

    def refused(source: Path, target: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(13, "open elsewhere")
        rename(source, target)

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError):
        replace(path, (b"new",))
    assert path.read_bytes() == b"old"
    monkeypatch.setattr(sys, "platform", "win32")
    replace(path, (b"new",))
    assert path.read_bytes() == b"new"
    assert refusals == []


def test_writing_without_the_calls_that_windows_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pwrite", "fdatasync", "O_DIRECTORY", "O_CLOEXEC"):
        monkeypatch.delattr(os, name, raising=False)
    path = tmp_path / "notes.json"
    ledger = LedgerStorage(path)
    for n in range(20):
        ledger.commit({"notes": {str(n % 7): {"n": n, "body": "x" * 700}}})
    ledger.commit({"articles": {"1": {}}})
    assert ledger.compact()
    assert {doc["n"] for doc in LedgerStorage(path).read()["notes"].values()} == set(range(13, 20))  # type: ignore[index]
