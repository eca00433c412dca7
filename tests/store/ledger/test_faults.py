"""Deaths, full disks and torn writes: nothing that was acknowledged is ever lost."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.errors import CannotWrite
from tests.store.ledgers import open_ledger

SOURCE = str(Path(__file__).parents[3] / "src")
CALLS = ("pwrite", "fsync", "fdatasync", "replace", "ftruncate", "unlink", "open")


class DiedError(BaseException):
    """The process is gone: nothing that comes after it in the code may run."""


class Death:
    """Lets the process die at a byte that it writes, or at a call that it makes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, written: int, calls: int) -> None:
        self.written, self.calls, self.dead = written, calls, False
        real = {name: getattr(os, name) for name in CALLS}
        self._pwrite = real["pwrite"]
        for name in CALLS:
            monkeypatch.setattr(os, name, self._counting(real[name]))
        monkeypatch.setattr(os, "pwrite", self._write)

    def _counting(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            self._count()
            return call(*args, **kwargs)

        return counted

    def _count(self) -> None:
        self.calls -= 1
        if self.dead or self.calls < 0:
            self.dead = True
            raise DiedError

    def _write(self, fd: int, data: bytes, at: int) -> int:
        self._count()
        self.written -= len(data)
        if self.written < 0:
            self._pwrite(fd, bytes(data[: self.written]), at)
            self.dead = True
            raise DiedError
        written: int = self._pwrite(fd, data, at)
        return written


def work(path: Path, held: dict[int, dict[str, object]], rnd: random.Random) -> None:
    """Add, change and delete until the end; ``held`` is what was acknowledged."""
    notes = open_ledger(path).table("notes")
    for n in range(8):
        roll = rnd.random()
        keys = list(held)
        if roll < 0.6 or not keys:
            doc = {"n": n, "body": "words " * rnd.randrange(60)}
            held[notes.insert(doc)] = dict(doc)
        elif roll < 0.85:
            key = rnd.choice(keys)
            notes.update({"body": "changed"}, doc_ids=[key])
            held[key]["body"] = "changed"
        else:
            key = rnd.choice(keys)
            notes.remove(doc_ids=[key])
            del held[key]


@pytest.mark.parametrize("seed", range(60))
def test_a_death_anywhere_loses_no_acknowledged_note(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rnd = random.Random(seed)
    path = tmp_path / "notes.json"
    held: dict[int, dict[str, object]] = {}
    work(path, held, rnd)
    by_byte = seed % 2 == 0
    with monkeypatch.context() as patched:
        death = Death(
            patched,
            rnd.randrange(2500) if by_byte else 10**9,
            10**9 if by_byte else rnd.randrange(60),
        )
        try:
            work(path, held, rnd)
        except DiedError:
            assert death.dead
    ledger = open_ledger(path)
    found = {doc.doc_id: dict(doc) for doc in ledger.table("notes")}
    odd = [key for key in held.keys() | found.keys() if held.get(key) != found.get(key)]
    assert len(odd) <= 1, "more than the one operation that was under way"
    assert ledger.storage.trouble is None
    assert json.loads(path.read_bytes()), "mended, so that plain TinyDB reads it"
    key = ledger.table("notes").insert({"n": "after"})
    with TinyDB(path, access_mode="r") as plain:
        assert plain.table("notes").get(doc_id=key) == {"n": "after"}


@pytest.mark.parametrize("room", [0, 1, 40, 300])
def test_a_full_disk_changes_nothing_and_the_next_write_works(
    room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    ledger = open_ledger(path)
    ledger.table("notes").insert({"n": 1})
    before = path.read_bytes()
    real = os.pwrite
    limit = len(before) + room

    def pwrite(fd: int, data: bytes, at: int) -> int:
        if at + len(data) > limit:
            if at >= limit:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            data = bytes(data[: limit - at])
        return real(fd, data, at)

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", pwrite)
        for table in ("notes", "articles"):
            with pytest.raises(CannotWrite, match="the disk is full; make room"):
                ledger.table(table).insert({"body": "x" * 5000})
        assert path.read_bytes() == before
        assert len(ledger.table("notes")) == 1
    ledger.table("notes").insert({"n": 2})
    assert [doc["n"] for doc in open_ledger(path).table("notes")] == [1, 2]
    assert not path.with_name("notes.json.tmp").exists()


def test_a_disk_that_fails_to_sync_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    ledger = open_ledger(path)
    ledger.table("notes").insert({"n": 1})
    before = path.read_bytes()

    def fails(fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdatasync", fails)
        with pytest.raises(CannotWrite):
            ledger.table("notes").insert({"n": 2})
    assert path.read_bytes() == before


CHILD = """
import os, sys
sys.path[:0] = [sys.argv[1]]
from postil.store.ledger.tables import Ledger
notes = Ledger(sys.argv[2]).table("notes")
n = len(notes)
while True:
    notes.insert({"n": n})
    os.write(1, b"%d\\n" % n)
    n += 1
"""


def test_a_killed_writer_keeps_its_word(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    acknowledged: set[int] = set()
    for _ in range(4):
        command = [sys.executable, "-c", CHILD, SOURCE, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            said = child.stdout.readline()
            time.sleep(0.05)
            child.kill()
            said += child.stdout.read()
        acknowledged |= {int(line) for line in said.splitlines(keepends=True) if line[-1:] == b"\n"}
        found = {doc["n"] for doc in open_ledger(path).table("notes")}
        assert acknowledged <= found
        assert len(found - acknowledged) <= 4
    assert len(acknowledged) > 4
