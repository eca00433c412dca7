"""Deaths, torn writes and full disks on the way of the app: no acknowledged note is ever lost."""

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

from postil.errors import CannotWrite
from postil.model.note import Note
from postil.model.values import replace
from postil.store.disk.clock import new_id, number
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.ledger import storage
from postil.store.records.records import ArticleRecord
from tests.store.homes import DIGEST, a_note, add, edit, ledger_of, places
from tests.store.ledgers import plain

ROOT = Path(__file__).parents[3]
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


class Desk:
    """Somebody who adds, edits and deletes notes, and knows what was acknowledged."""

    def __init__(self, rnd: random.Random) -> None:
        self._rnd = rnd
        self.held: dict[str, Note] = {}

    def work(self, home: Home, changes: int = 8) -> None:
        """Change notes until the end, or until the process dies."""
        for turn in range(changes):
            roll, ids = self._rnd.random(), list(self.held)
            if roll < 0.6 or not ids:
                note = add(home, a_note(f"{turn} " + "words " * self._rnd.randrange(60)))
                self.held[note.id] = note
            elif roll < 0.85:
                old = self.held[self._rnd.choice(ids)]
                (new,) = edit(home, old, replace(old, body=f"changed {turn}")).after
                assert isinstance(new, Note)
                self.held[old.id] = new
            else:
                old = self.held[self._rnd.choice(ids)]
                home.apply(Change("deletion", before=(old,)))
                del self.held[old.id]

    def odd(self, home: Home) -> list[str]:
        """Return the notes that are not as they were acknowledged."""
        found = home.notes()
        return [
            one for one in self.held.keys() | found.keys() if self.held.get(one) != found.get(one)
        ]


@pytest.mark.parametrize("seed", range(60))
def test_a_death_anywhere_loses_no_acknowledged_note(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rnd = random.Random(seed)
    desk = Desk(rnd)
    desk.work(open_home(places(tmp_path)))
    by_byte = seed % 2 == 0
    with monkeypatch.context() as patched:
        home = open_home(places(tmp_path))
        death = Death(
            patched,
            rnd.randrange(12_000) if by_byte else 10**9,
            10**9 if by_byte else rnd.randrange(150),
        )
        try:
            desk.work(home)
        except DiedError:
            assert death.dead
    again = open_home(places(tmp_path))
    odd = desk.odd(again)
    assert len(odd) <= 1, "more than the one change that was under way"
    assert again.trouble is None
    path = ledger_of(again)
    assert json.loads(path.read_bytes()), "mended, so that plain TinyDB reads it"
    note = add(again, a_note("after"))
    assert str(number(note.id)) in {str(doc.doc_id) for doc in plain(path)}
    again.undo()
    assert desk.odd(open_home(places(tmp_path))) == odd
    again.undo()  # the journal is whole as well


@pytest.mark.parametrize("seed", range(12))
def test_a_death_in_a_tidying_loses_no_acknowledged_note(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SUPERSEDED", 3)
    rnd = random.Random(seed)
    desk = Desk(rnd)
    home = open_home(places(tmp_path))
    desk.work(home)
    old = next(iter(desk.held.values()))
    for turn in range(12):
        (old,) = edit(home, old, replace(old, body=f"turn {turn}")).after  # type: ignore[assignment]
    desk.held[old.id] = old
    versions = home.versions.by_key()
    with monkeypatch.context() as patched:
        death = Death(patched, 10**9, rnd.randrange(40))
        try:
            open_home(places(tmp_path)).tidy()
        except DiedError:
            assert death.dead
    again = open_home(places(tmp_path))
    assert desk.odd(again) == []
    assert again.versions.by_key().keys() == versions.keys()
    again.tidy()
    assert desk.odd(open_home(places(tmp_path))) == []


@pytest.mark.parametrize("room", [0, 1, 40, 300])
def test_a_full_disk_changes_nothing_and_the_next_write_works(
    room: int, tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = add(home, a_note("first"))
    path = ledger_of(home)
    before = path.read_bytes()
    real = os.pwrite
    sizes: dict[int, int] = {}

    def pwrite(fd: int, data: bytes, at: int) -> int:
        found = os.fstat(fd)
        limit = sizes.setdefault(found.st_ino, found.st_size) + room
        if at + len(data) > limit:
            if at >= limit:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            data = bytes(data[: limit - at])
        return real(fd, data, at)

    article = ArticleRecord(new_id(), (DIGEST,), title="words " * 3000)
    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", pwrite)
        for record in (a_note("words " * 3000), article):
            with pytest.raises(CannotWrite, match="the disk is full; make room"):
                home.apply(Change("new", after=(record,)))
        with pytest.raises(CannotWrite, match="the disk is full; make room"):
            home.put_article(article)
        assert path.read_bytes() == before
        assert list(home.notes().values()) == [first]
    second = add(home, a_note("second"))
    assert open_home(places(tmp_path)).notes() == {first.id: first, second.id: second}
    assert list((tmp_path / "home").rglob("*.tmp")) == []


def test_a_disk_that_fails_to_sync_is_told_of(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first = add(home, a_note("first"))
    path = ledger_of(home)
    before = path.read_bytes()

    def fails(fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdatasync", fails)
        with pytest.raises(CannotWrite):
            add(home, a_note("second"))
    assert path.read_bytes() == before
    assert list(home.notes().values()) == [first]


CHILD = """
import os, sys
from pathlib import Path
from postil.store.home.home import open_home
from tests.store.homes import a_note, add, places
home = open_home(places(Path(sys.argv[1])))
n = len(home.notes())
while True:
    add(home, a_note(str(n)))
    os.write(1, b"%d\\n" % n)
    n += 1
"""


def test_a_killed_writer_keeps_its_word(tmp_path: Path) -> None:
    acknowledged: set[int] = set()
    environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    for _ in range(4):
        command = [sys.executable, "-c", CHILD, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ) as child:
            assert child.stdout is not None
            said = child.stdout.readline()
            time.sleep(0.05)
            child.kill()
            said += child.stdout.read()
        acknowledged |= {int(line) for line in said.splitlines(keepends=True) if line[-1:] == b"\n"}
        home = open_home(places(tmp_path))
        found = {int(note.body) for note in home.notes().values()}
        assert acknowledged <= found
        assert len(found - acknowledged) <= 4
        assert {int(doc["body"]) for doc in plain(ledger_of(home))} == found
    assert len(acknowledged) > 4
