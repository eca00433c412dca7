"""Garbage is looked for when no key has come for a while, and only where there may be much."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from postil.tui.startup import garbage
from postil.tui.startup.garbage import MANY, REST, GarbageAtRest, leave_for_later


class Clock:
    """A clock, and what is to be done at some time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.due: list[tuple[float, Callable[[], None]]] = []
        monkeypatch.setattr(garbage, "monotonic", lambda: self.now)

    def later(self, seconds: float, work: Callable[[], None]) -> None:
        self.due.append((self.now + seconds, work))

    def go_on(self, seconds: float) -> None:
        """Let some time go by, and do what is due."""
        self.now += seconds
        due, self.due = self.due, []
        for at, work in due:
            if at <= self.now:
                work()
            else:
                self.due.append((at, work))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    yield Clock(monkeypatch)
    gc.enable()


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When all was looked through."""
    found: list[float] = []
    monkeypatch.setattr(gc, "collect", lambda: found.append(1.0))
    return found


def much(monkeypatch: pytest.MonkeyPatch, collections: int = MANY) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, collections))


def test_nothing_is_done_where_there_is_little(
    clock: Clock, whole: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    much(monkeypatch, MANY - 1)
    GarbageAtRest(clock.later).key()
    assert not clock.due
    assert not whole


def test_keys_put_it_off_until_a_rest(
    clock: Clock, whole: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    much(monkeypatch)
    at_rest = GarbageAtRest(clock.later)
    for _ in range(20):
        at_rest.key()
        assert len(clock.due) == 1
        clock.go_on(REST / 2)
    assert not whole
    clock.go_on(REST)
    assert whole
    assert not clock.due


def test_where_nothing_was_opened_it_begins_at_the_first_rest(clock: Clock) -> None:
    """A shelf has no article whose loading would be the end of the start."""
    often = gc.get_threshold()
    try:
        leave_for_later()
        assert not gc.isenabled()
        GarbageAtRest(clock.later).key()
        clock.go_on(REST)
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.set_threshold(*often)
