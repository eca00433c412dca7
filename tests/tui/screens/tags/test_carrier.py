"""How far a change of many notes is, is told a few times a second, and of a short one never."""

from __future__ import annotations

import pytest

from postil.tui.screens.tags import carrier


def test_progress_is_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [10.0]
    monkeypatch.setattr(carrier, "monotonic", lambda: now[0])
    said: list[float] = []
    told = carrier.NowAndThen(said.append)
    told(0.1)
    assert said == []
    for step in range(10):
        now[0] += carrier.EVERY / 2
        told(step / 10)
    assert said == [0.1, 0.3, 0.5, 0.7, 0.9]
