"""Work in a thread makes way for keys, and ends with the screen it was done for."""

from __future__ import annotations

import time

import pytest

from postil.tui.startup.key_priority import ANSWER, Abandoned, Errand, Pace


def test_work_rests_while_a_key_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    now, rests = 100.0, list[float]()

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        rests.append(seconds)

    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "sleep", sleep)
    pace = Pace()
    errand = Errand(pace)
    errand.make_way()
    assert rests == []
    pace.key()
    errand.make_way()
    assert sum(rests) == pytest.approx(ANSWER)
    errand.make_way()
    assert sum(rests) == pytest.approx(ANSWER)


def test_work_that_nobody_waits_for_ends_and_other_work_goes_on() -> None:
    pace = Pace()
    given_up = Errand(pace)
    wanted = given_up.another()
    given_up.step(0.5)
    assert given_up.share == 0.5
    given_up.drop()
    with pytest.raises(Abandoned):
        given_up.step(0.6)
    wanted.make_way()
