"""What hangs is left behind as soon as nobody waits for it any more."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from postil.errors import NotThere
from postil.tui.screens.shelf.apart import apart
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority
from tests.support.effort import PATIENCE


def test_it_is_done_when_it_returns_and_an_error_is_raised() -> None:
    done: list[int] = []
    apart(lambda: done.append(1), BackgroundTask(KeyPriority()))
    assert done == [1]

    def fail() -> None:
        raise NotThere("a", "it is gone", "look elsewhere")

    with pytest.raises(NotThere):
        apart(fail, BackgroundTask(KeyPriority()))


def test_what_hangs_holds_nobody_up_who_has_given_it_up() -> None:
    hanging, task = Event(), BackgroundTask(KeyPriority())
    waiting = Thread(target=apart, args=(hanging.wait, task))
    waiting.start()
    task.drop()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
    hanging.set()
