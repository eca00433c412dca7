"""A shelf is filled while its articles are still looked for, some dozens at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.care.local_state import open_home
from postil.tui.screens.shelf import ShelfRow
from postil.tui.screens.shelving import AT_ONCE, Shelf
from tests.tui.host import Host


class Counting(Shelf):
    """Keeps how many rows it was given each time, and whether they were all."""

    def __init__(self, places: Places, folder: Path) -> None:
        super().__init__(lambda: open_home(places), [folder])
        self.given: list[tuple[int, bool]] = []

    def show(self, rows: Sequence[ShelfRow], *, done: bool = True) -> None:
        self.given.append((len(rows), done))
        super().show(rows, done=done)


@pytest.mark.parametrize(
    ("articles", "given"),
    [
        (1, [(1, True)]),
        (AT_ONCE - 1, [(AT_ONCE - 1, True)]),
        (AT_ONCE, [(AT_ONCE, False), (AT_ONCE, True)]),
        (
            2 * AT_ONCE + 1,
            [(AT_ONCE, False), (2 * AT_ONCE, False), (2 * AT_ONCE + 1, True)],
        ),
    ],
)
async def test_rows_are_handed_over_by_the_fifty(
    own_places: Path, tmp_path: Path, articles: int, given: list[tuple[int, bool]]
) -> None:
    """Each time all of them are drawn: one by one, the last would come after seconds."""
    places = Places(*(own_places / name for name in ("home", "state", "config", "cache")))
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(articles):
        (folder / f"{number}.txt").write_text("Some words.\n", "utf-8")
    host = Host()
    async with host.run_test() as pilot:
        screen = Counting(places, folder)
        await host.push_screen(screen)
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert screen.given == given
