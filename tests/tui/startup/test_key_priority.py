"""Work in a thread makes way for keys, and ends with the screen it was done for."""

from __future__ import annotations

import time

import pytest

from postil.tui.startup.key_priority import ANSWER, BackgroundTask, Cancelled, KeyPriority


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
