"""Disks that fill up, processes that stop, clocks that jump, files out of all proportion."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.errors import CannotWrite, NotesBusy, NotesReadOnly
from postil.store.disk.lock import Lock
from postil.store.ledger.backups import Backups
from postil.store.ledger.line_scan import scan
from postil.store.ledger.storage import LedgerStorage
from postil.store.ledger.tables import Ledger
from tests.store.ledgers import open_ledger
from tests.support.effort import PATIENCE

SOURCE = str(Path(__file__).parents[3] / "src")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


class Disk:
    """A disk that has no room for more than so many bytes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
        self.room = room
        self._real = os.pwrite
        monkeypatch.setattr(os, "pwrite", self._pwrite)

    def _pwrite(self, fd: int, data: bytes, at: int) -> int:
        behind = max(0, at + len(data) - os.fstat(fd).st_size)
        if behind > self.room:
            if self.room <= 0 or behind == len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            data = bytes(data[: len(data) - behind + self.room])
            behind = self.room
        self.room -= behind
        return self._real(fd, data, at)


def many(count: int, size: int = 300) -> dict[str, dict[str, object]]:
    return {str(n): {"n": n, "body": "x" * size} for n in range(1, count)}


ACTS: dict[str, Callable[[Ledger], object]] = {
    "commit": lambda ledger: ledger.put({"notes": {"1": {"body": "y" * 90_000}}}),
    "several": lambda ledger: ledger.put({"notes": many(200)}),
    "articles": lambda ledger: ledger.put({"articles": {"1": {"title": "A"}}}),
}


@pytest.mark.parametrize("room", [0, 1, 500, 20_000])
@pytest.mark.parametrize("act", ACTS)
def test_a_disk_that_fills_up_in_a_change(
    act: str, room: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(path, backups=Backups(path.parent / "kept", "notes"))
    ledger.put({"notes": many(100)})
    before, held = path.read_bytes(), dict(ledger.storage.newest("notes"))
    with monkeypatch.context() as patched:
        Disk(patched, room)
        with pytest.raises(CannotWrite, match="the disk is full; make room and try again"):
            ACTS[act](ledger)
        assert path.read_bytes() == before
        assert not path.with_name("notes.json.tmp").exists()
        ledger.storage.refresh()
        assert ledger.storage.newest("notes") == held
        ledger.put({"notes": {"7": {"n": "small"}}})
    ACTS[act](ledger)
    assert LedgerStorage(path).read() == ledger.storage.read()
    assert ledger.storage.newest("notes")["7"] in ({"n": "small"}, many(9)["7"])


@pytest.mark.parametrize("room", [0, 5_000, 40_000])
def test_a_disk_that_fills_up_in_a_compaction_or_its_backup(
    room: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = Backups(path.parent / "kept", "notes")
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": many(100)})
    ledger.commit({"notes": {"1": {"n": "new"}}})
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        Disk(patched, room)
        assert not ledger.compact()
        assert path.read_bytes() == before
        assert not list(path.parent.rglob("*.tmp"))
        ledger.commit({"notes": {"2": {"n": "small"}}})
    assert ledger.compact()
    assert [ledger.newest("notes")[key] for key in "12"] == [{"n": "new"}, {"n": "small"}]
    assert LedgerStorage(path).read() == ledger.read()


@pytest.mark.permissions
def test_a_folder_that_must_not_be_written_to_for_a_while(path: Path) -> None:
    ledger = LedgerStorage(path, backups=Backups(path.parent, "notes.json"))
    ledger.commit({"notes": many(9)})
    everything = [path.parent, *path.parent.iterdir()]
    for one in everything:
        one.chmod(0o555 if one.is_dir() else 0o444)
    try:
        fresh = LedgerStorage(path)
        fresh.mend()
        assert fresh.newest("notes") == ledger.newest("notes")
        for each in (ledger, fresh):
            with pytest.raises(NotesReadOnly, match="allow writing there"):
                each.commit({"notes": {"1": {}}})
            assert not each.compact()
    finally:
        for one in everything:
            one.chmod(0o755 if one.is_dir() else 0o644)
    fresh.commit({"notes": {"1": {"n": "again"}}})
    ledger.refresh()
    assert ledger.newest("notes")["1"] == {"n": "again"}


HOLDER = """
import sys
sys.path[:0] = [sys.argv[1]]
from pathlib import Path
from postil.store.disk.lock import Lock
with Lock(Path(sys.argv[2])).exclusive():
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped there")
def test_a_lock_that_a_stopped_process_holds(path: Path) -> None:
    lock = path.with_name("notes.json.lock")
    before = LedgerStorage(path)
    before.commit({"notes": {"1": {"n": 1}}})
    command = [sys.executable, "-c", HOLDER, SOURCE, str(lock)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        try:
            ledger = LedgerStorage(path, Lock(lock, patience=0.1))
            start = time.monotonic()
            ledger.refresh()
            assert ledger.newest("notes") == {"1": {"n": 1}}, "reading goes on"
            with pytest.raises(NotesBusy, match="another Postil has held them for too long; close"):
                ledger.commit({"notes": {"2": {"n": 2}}})
            assert 0.1 <= time.monotonic() - start < PATIENCE
        finally:
            holder.send_signal(signal.SIGCONT)
            holder.stdin.close()
            holder.wait(10)
    ledger.commit({"notes": {"2": {"n": 2}}})
    assert len(LedgerStorage(path).read() or {}) == 1
    assert set(ledger.newest("notes")) == {"1", "2"}


def test_a_clock_that_is_set_back_a_year(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [datetime(2026, 11, 23, 12, tzinfo=UTC)]
    backups = Backups(path.parent / "kept", "notes", lambda: clock[0])
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {"1": {"n": 1}}})
    ledger.commit({"notes": {"2": {"n": 2}}})
    clock[0] = clock[0].replace(year=2025)
    monkeypatch.setattr(time, "time_ns", lambda: 1_763_900_000_000_000_000)
    ledger.commit({"notes": {"3": {"n": 3}}})
    assert [one.name[13:23] for one in backups.newest_first()] == ["2026-11-23", "2025-11-23"]
    other = LedgerStorage(path, backups=backups)
    other.commit({"notes": {"4": {"n": 4}}})
    assert ledger.refresh()
    path.write_bytes(b"")
    again = LedgerStorage(path, backups=backups)
    again.mend()
    assert set(again.newest("notes")) == {"1", "2"}, "what any of them has"


def test_a_note_of_a_megabyte(path: Path) -> None:
    body = "드라마 “words” \n" * 60_000
    notes = open_ledger(path).table("notes")
    key = notes.insert({"body": body})
    notes.insert({"body": "small"})
    notes.update({"tags": [f"tag {n}" for n in range(10_000)]}, doc_ids=[key])
    with TinyDB(path, access_mode="r") as plain:
        assert plain.table("notes").get(doc_id=key)["body"] == body
    reader = LedgerStorage(path)
    assert reader.refresh(lambda share: None)
    assert reader.newest("notes")[str(key)]["body"] == body
    assert len(scan(path, b'"tag 9999"')) == 1
    path.write_bytes(path.read_bytes().rstrip()[:-700_000])
    assert len(open_ledger(path).table("notes")) == 2, "its first version is whole"


def test_a_file_of_very_many_lines(path: Path) -> None:
    ledger = LedgerStorage(path)
    ledger.commit({"notes": {"1": {"n": 0}}})
    raw = path.read_bytes().rstrip()[:-2]
    lines = b"".join(b',"%d":{"n":%d}\n' % (n % 1000 + 1, n) for n in range(200_000))
    path.write_bytes(raw + lines + b"}}\n")
    reader = LedgerStorage(path)
    assert reader.refresh(lambda share: None)
    assert reader.newest("notes") == {str(n % 1000 + 1): {"n": n} for n in range(199_000, 200_000)}
    assert reader.overdue
    gone: list[int] = []
    tidy = LedgerStorage(path, superseded=lambda versions: gone.append(len(versions)))
    assert tidy.compact(lambda share: None)
    assert gone == [199_001]
    assert path.stat().st_size < 40_000
    assert LedgerStorage(path).read() == reader.read()


def _write(path: str, name: str, count: int) -> None:
    ledger = LedgerStorage(path)
    for n in range(count):
        ledger.commit({"notes": {f"{name}{n}": {"n": n}, f"{name}999": {"latest": n}}})


def _compact(path: str, done: str) -> None:
    ledger = LedgerStorage(path, backups=Backups(Path(path).parent / "kept", "notes"))
    while not Path(done).exists():
        ledger.compact()


def test_two_write_while_a_third_compacts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spawn = multiprocessing.get_context("spawn")
    done = path.with_name("done")
    tidy = spawn.Process(target=_compact, args=(str(path), str(done)))
    writers = [spawn.Process(target=_write, args=(str(path), name, 120)) for name in "12"]
    for process in (tidy, *writers):
        process.start()
    for writer in writers:
        writer.join()
    done.touch()
    tidy.join()
    assert [process.exitcode for process in (tidy, *writers)] == [0, 0, 0]
    expected = {f"{name}{n}": {"n": n} for name in "12" for n in range(120)}
    expected |= {f"{name}999": {"latest": 119} for name in "12"}
    ledger = LedgerStorage(path)
    ledger.refresh()
    assert ledger.newest("notes") == expected
    assert list((path.parent / "kept").iterdir())


def test_a_failing_fsync_of_a_rewrite_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = LedgerStorage(path)
    ledger.commit({"notes": many(9)})
    before = path.read_bytes()

    def fails(fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails)
        with pytest.raises(CannotWrite):
            ledger.commit({"articles": {"1": {}}})
    assert path.read_bytes() == before
    assert json.loads(before)
    ledger.commit({"articles": {"1": {}}})
    assert len(LedgerStorage(path).read() or {}) == 2
