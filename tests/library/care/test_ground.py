"""What a home stands on: room that is short and locks that are held are told with a way out."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from postil.config import Places
from postil.library.care import ground


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("home", "state", "config", "cache")))


def disk(**values: int) -> Callable[[object], SimpleNamespace]:
    usual = {"f_bavail": 10**6, "f_frsize": 4096, "f_files": 10**6, "f_favail": 10**6, "f_flag": 0}
    return lambda _: SimpleNamespace(**{**usual, **values})


@pytest.mark.parametrize(
    ("values", "said", "remedy"),
    [
        ({}, "4.1 GB free for home", None),
        ({"f_bavail": 100}, "nearly full: 0.4 MB free for home", "make room on it"),
        ({"f_bavail": 0}, "the disk is full: nothing can be stored", "make room on it"),
        ({"f_favail": 0}, "no more files can be made", "make room on it"),
        ({"f_files": 0, "f_favail": 0}, "free for home", None),
        ({"f_flag": os.ST_RDONLY}, "the disk of home is read-only", "POSTIL_HOME"),
    ],
)
def test_the_room_on_the_disk(
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    values: dict[str, int],
    said: str,
    remedy: str | None,
) -> None:
    monkeypatch.setattr(os, "statvfs", disk(**values))
    (found,) = ground.examined(places)
    assert found.check == "disk"
    assert said in found.result
    assert (found.repair is None) is (remedy is None)
    assert (remedy or "") in (found.repair or "")


def test_a_lock_that_is_held_is_told_with_its_holder(places: Places) -> None:
    lock = places.state / "locks" / "state.lock"
    lock.parent.mkdir(parents=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        *_, found = ground.examined(places)
    assert found.check == "lock"
    assert found.result.startswith(f"process {os.getpid()} (")
    assert f"kill {os.getpid()}" in (found.repair or "")
    assert found.path == str(lock)
    assert [one.check for one in ground.examined(places)] == ["disk"]
