"""Work in a thread makes way for keys, and ends with the screen it was done for."""

from __future__ import annotations

import time

import pytest

from postil.tui.startup.key_priority import ANSWER, Abandoned, Errand, Pace


def test_work_rests_while_a_key_is_answered() -> None:
    pace = Pace()
    errand = Errand(pace)
    begun = time.monotonic()
    errand.make_way()
    assert time.monotonic() - begun < ANSWER
    pace.key()
    begun = time.monotonic()
    errand.make_way()
    assert time.monotonic() - begun >= ANSWER * 0.9


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
