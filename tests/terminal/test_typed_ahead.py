"""Keys in one burst arrive where they were meant to, in a real terminal on a busy machine.

All pairs of keys, at many moments, are tried by ``python -m tests.bench.typed_ahead``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.articles import HARBOUR
from tests.terminal.bursts import STARTING, busy, lost, lost_at_the_start, pairs, words
from tests.terminal.emulator import COMMAND

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command postil is not installed beside this Python"
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    return path


def test_what_follows_a_key_that_opens_something_arrives_there(harbour: Path) -> None:
    # Every opening key, and each following one several times: another one with each.
    every = pairs()
    bursts = [every[at] for at in range(0, len(every), 4)]
    with busy(1, seconds=60):
        assert lost([harbour], bursts, words()) == []


def test_what_is_typed_before_the_first_page_is_drawn_waits_for_it(harbour: Path) -> None:
    keys = [STARTING[name] for name in ("find", "source", "escape, find")]
    with busy(1, seconds=60):
        assert lost_at_the_start([harbour], words(), (0.0,), keys) == []
