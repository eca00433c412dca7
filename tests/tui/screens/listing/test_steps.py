"""How far a change of many notes is, is told a few times a second, and of a short one never."""

from __future__ import annotations

import pytest

from postil.tui.screens.listing import steps


def test_progress_is_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [10.0]
    monkeypatch.setattr(steps, "monotonic", lambda: now[0])
    said: list[float] = []
    told = steps.NowAndThen(said.append)
    told(0.1)
    assert said == []
    for at in range(10):
        now[0] += steps.EVERY / 2
        told(at / 10)
    assert said == [0.1, 0.3, 0.5, 0.7, 0.9]
