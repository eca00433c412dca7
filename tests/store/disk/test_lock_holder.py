"""Who holds a lock is told by the number of the process, and nobody where it is free."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from pathlib import Path

import pytest

from postil.store.disk import lock_holder
from postil.store.disk.lock_holder import UNKNOWN, holder


def test_a_lock_that_is_free_or_not_there_has_no_holder(tmp_path: Path) -> None:
    assert holder(tmp_path / "one.lock", 0) is None
    (tmp_path / "one.lock").touch()
    assert holder(tmp_path / "one.lock", 0) is None
    assert [path.name for path in tmp_path.iterdir()] == ["one.lock"]


def test_the_process_that_holds_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "one.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert holder(held_path := tmp_path / "one.lock", 0) == os.getpid()
        monkeypatch.setattr(lock_holder, "_LOCKS", tmp_path / "nothing")
        assert holder(held_path, 0) == UNKNOWN


def test_who_holds_it_for_a_moment_only_is_not_named(tmp_path: Path) -> None:
    with (tmp_path / "one.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        threading.Timer(0.1, lambda: fcntl.flock(held, fcntl.LOCK_UN)).start()
        assert holder(tmp_path / "one.lock", 30) is None
        time.sleep(0.1)
