"""Work in a thread makes way for keys, and ends with the screen it was done for."""

from __future__ import annotations

import time

import pytest

from postil.tui.startup.key_priority import (
    ANSWER,
    PAUSE,
    PAUSE_WITHIN,
    BackgroundTask,
    Cancelled,
    KeyPriority,
)


def test_work_rests_while_a_key_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    now, rests = 100.0, list[float]()

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        rests.append(seconds)

    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "sleep", sleep)
    key_priority = KeyPriority()
    task = BackgroundTask(key_priority)
    task.yield_to_keys()
    assert rests == []
    key_priority.key()
    task.yield_to_keys()
    assert sum(rests) == pytest.approx(ANSWER)
    task.yield_to_keys()
    assert sum(rests) == pytest.approx(ANSWER)


def test_work_that_nobody_waits_for_ends_and_other_work_goes_on() -> None:
    key_priority = KeyPriority()
    given_up = BackgroundTask(key_priority)
    wanted = given_up.another()
    given_up.step(0.5)
    assert given_up.share == 0.5
    given_up.drop()
    with pytest.raises(Cancelled):
        given_up.step(0.6)
    wanted.yield_to_keys()


class Clock:
    """A clock that goes on by sleeping alone."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.slept = 0.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        monkeypatch.setattr(time, "sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_what_is_new_waits_until_the_reader_pauses(clock: Clock) -> None:
    key_priority = KeyPriority()
    task = BackgroundTask(key_priority)
    task.wait_for_pause()
    assert clock.slept == 0, "no key was struck yet"
    key_priority.key()
    task.wait_for_pause()
    assert clock.slept == pytest.approx(ANSWER + PAUSE, abs=0.011)
    assert task.idle() >= PAUSE


def test_a_reader_who_never_pauses_is_shown_what_is_new_all_the_same(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_priority = KeyPriority()

    def struck_meanwhile(seconds: float) -> None:
        clock.sleep(seconds)
        key_priority.key()

    monkeypatch.setattr(time, "sleep", struck_meanwhile)
    key_priority.key()
    BackgroundTask(key_priority).wait_for_pause()
    assert clock.slept == pytest.approx(PAUSE_WITHIN, abs=0.011)


def test_work_begins_behind_the_keys_that_were_struck_before(clock: Clock) -> None:
    task = BackgroundTask(KeyPriority())
    task.let_keys_go_first()
    assert clock.slept == pytest.approx(ANSWER)
    assert task.idle() > 0, "it is no key itself"


def test_what_waits_for_a_pause_ends_with_its_screen(clock: Clock) -> None:
    task = BackgroundTask(KeyPriority())
    task.drop()
    with pytest.raises(Cancelled):
        task.wait_for_pause()
