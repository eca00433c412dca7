from __future__ import annotations

import errno
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from postil.store.ledger.backups import LATEST, RETRY, Backups
from postil.store.ledger.storage import LedgerStorage

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Day:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def backups(tmp_path: Path, day: Day) -> Backups:
    return Backups(tmp_path / "backups", "notes", day)


def days(backups: Backups) -> list[str]:
    return [path.name.removeprefix("notes.backup-")[:10] for path in backups.newest_first()]


def test_the_first_change_of_a_day_keeps_the_file_as_it_was(
    tmp_path: Path, day: Day, backups: Backups
) -> None:
    path = tmp_path / "notes.json"
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {"1": {}}})
    assert days(backups) == [], "there was nothing yet"
    ledger.commit({"notes": {"2": {}}})
    for n in range(3, 6):
        before = path.read_bytes()
        day.now += timedelta(days=1)
        ledger.commit({"notes": {str(n): {}}})
        assert backups.newest_first()[0].read_bytes() == before
        LedgerStorage(path, backups=Backups(backups.folder, "notes", day)).commit(
            {"notes": {str(n * 10): {}}}
        )
    assert days(backups) == [f"2026-11-{n}" for n in (26, 25, 24, 23)]


def test_copies_are_thinned_with_age(
    tmp_path: Path, day: Day, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda fd: None)
    path = tmp_path / "notes.json"
    path.write_bytes(b"{}")
    for _ in range(600):
        assert backups.keep(path)
        day.now += timedelta(hours=16)
    kept = days(backups)
    assert len(set(kept[:9])) >= 7, "each of the last days"
    weeks = {datetime.fromisoformat(one).isocalendar()[:2] for one in kept}
    assert len(weeks) >= 4
    assert len({one[:7] for one in kept}) == 12
    assert len(kept) <= LATEST + 7 + 4 + 12
    assert len(list(backups.folder.iterdir())) == len(kept)


def test_a_clock_that_is_set_back_loses_no_copy_and_makes_one(
    tmp_path: Path, day: Day, backups: Backups
) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(b"{}")
    for _ in range(40):
        assert backups.keep(path)
        day.now += timedelta(days=1)
    before = set(days(backups))
    day.now -= timedelta(days=365)
    path.write_bytes(b'{"later":{}}')
    assert backups.due
    assert backups.keep(path)
    assert not backups.due
    kept = [one for one in backups.newest_first() if one.read_bytes() == path.read_bytes()]
    assert len(kept) == 1
    assert before <= set(days(backups))


def test_what_was_damaged_is_never_thinned(tmp_path: Path, day: Day, backups: Backups) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(b"{}")
    aside = [backups.set_aside(b"%d" % n) for n in range(5)]
    assert len(set(aside)) == 5, "in the same moment too"
    assert backups.set_aside(b"3") == aside[3]
    for _ in range(60):
        assert backups.keep(path)
        day.now += timedelta(days=30)
    assert [one.read_bytes() for one in aside] == [b"0", b"1", b"2", b"3", b"4"]


def test_a_full_disk_stops_the_copy_and_not_the_change(
    tmp_path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {"1": {"body": "x" * 5000}}})
    real = os.pwrite

    def pwrite(fd: int, data: bytes, at: int) -> int:
        if len(data) > 1000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(fd, data, at)

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", pwrite)
        ledger.commit({"notes": {"2": {}}})
    assert set(ledger.newest("notes")) == {"1", "2"}
    assert list(backups.folder.iterdir()) == []
    assert not backups.due, "not at every change"
    later = time.monotonic() + RETRY + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert backups.due, "it is tried again"


def test_what_a_killed_copy_left_is_removed(tmp_path: Path, backups: Backups) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(b"{}")
    backups.folder.mkdir()
    left = backups.folder / "notes.backup-2026-11-20-120000-000.tmp"
    other = backups.folder / "other.backup-2026-11-20-120000-000.tmp"
    for one in (left, other):
        one.write_bytes(b"{")
    assert backups.keep(path)
    assert not left.exists()
    assert other.exists()


def test_copies_are_for_their_owner_alone(tmp_path: Path, backups: Backups) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(b"{}")
    assert backups.keep(path)
    assert backups.newest_first()[0].stat().st_mode & 0o077 == 0
    assert backups.folder.stat().st_mode & 0o077 == 0


def test_a_ledger_that_has_doubled_is_copied_again_the_same_day(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    backups = Backups(path.parent, "notes.json")
    ledger = LedgerStorage(path, backups=backups)
    for number in range(64):
        ledger.commit({"notes": {str(number): {"body": "x" * 900}}})
    copies = backups.newest_first()
    assert LATEST <= len(copies) <= 8
    assert copies[0].stat().st_size * 2 > path.stat().st_size * 0.9
    fresh = LedgerStorage(path, backups=Backups(path.parent, "notes.json"))
    fresh.commit({"notes": {"1": {"body": "y"}}})
    assert backups.newest_first() == copies, "another Postil sees the same copies"


def test_the_first_notes_of_a_home_are_in_its_copies(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    backups = Backups(tmp_path / "backups", "notes")
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {}, "articles": {"1": {"title": "Boats"}}})
    for number in range(4):
        ledger.commit({"notes": {str(number): {"body": "x" * 300}}})
    path.write_bytes(b"no ledger")
    tables = LedgerStorage(path, backups=backups).read()
    assert tables is not None
    assert len(tables["notes"]) >= 2, "they are written into the room that was left free"
