"""A shelf is filled while its articles are still looked for, more and more at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.message import Message

from postil.config import Places
from postil.library.care.local_state import open_home
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.screens.shelf import ShelfScreen
from postil.tui.screens.shelf_rows import ShelfRow
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

    def add(self, rows: Sequence[ShelfRow], *, done: bool = True) -> None:
        self.given.append((len(rows), done))
        super().add(rows, done=done)


def filled(folder: Path, articles: int) -> Path:
    folder.mkdir()
    for number in range(articles):
        (folder / f"{number}.txt").write_text("Some words.\n", "utf-8")
    return folder


@pytest.fixture
def places(own_places: Path) -> Places:
    return Places(*(own_places / name for name in ("home", "state", "config", "cache")))


@pytest.mark.parametrize(
    ("articles", "given"),
    [
        (1, [(1, True)]),
        (AT_ONCE - 1, [(AT_ONCE - 1, True)]),
        (AT_ONCE, [(AT_ONCE, False), (0, True)]),
        (2 * AT_ONCE + 1, [(AT_ONCE, False), (AT_ONCE, False), (1, True)]),
        (
            9 * AT_ONCE,
            [
                *((AT_ONCE, False), (AT_ONCE, False), (2 * AT_ONCE, False), (4 * AT_ONCE, False)),
                (AT_ONCE, True),
            ],
        ),
    ],
)
async def test_each_row_is_handed_over_once_and_the_list_is_drawn_seldom(
    places: Places, tmp_path: Path, articles: int, given: list[tuple[int, bool]]
) -> None:
    """What is done for all rows each time is done twice in the end, however many there are."""
    folder = filled(tmp_path / "shelf", articles)
    host = Host()
    async with host.run_test() as pilot:
        screen = Counting(places, folder)
        await host.push_screen(screen)
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert screen.given == given
        assert len(screen.query_one(FilterList).shown) == articles


async def test_what_is_listed_stays_while_it_is_looked_for_again(
    places: Places, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "shelf", AT_ONCE + 7)
    host = Host()
    async with host.run_test() as pilot:
        screen = Counting(places, folder)
        await host.push_screen(screen)
        await host.workers.wait_for_complete()
        (folder / "0.txt").unlink()
        screen.given.clear()
        screen.look()
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert screen.given == [(AT_ONCE + 6, True)]
        assert len(screen.query_one(FilterList).shown) == AT_ONCE + 6


async def test_rows_that_come_late_are_filtered_and_the_pointer_stays() -> None:
    host = Host()
    async with host.run_test() as pilot:
        await host.push_screen(screen := ShelfScreen("Articles"))
        rows = [ShelfRow(f"/a/{name}.txt", name, None, 0, (), "") for name in ("oak", "elm", "ash")]
        screen.show(rows[:2], done=False)
        await pilot.press("down")
        screen.add(rows[2:], done=False)
        await pilot.pause()
        found = screen.query_one(FilterList)
        assert [row.cells[0] for row in found.shown] == ["oak", "elm", "ash"]
        assert found.row is not None
        assert found.row.key == "/a/elm.txt"
        await pilot.press("o")
        screen.add([ShelfRow("/a/o.txt", "old oak", None, 12, (), "")])
        await pilot.pause()
        assert [row.cells[0] for row in found.shown] == ["oak", "old oak"]


async def test_a_row_without_a_path_is_told_apart_and_opens_nothing() -> None:
    opened: list[str] = []

    class Keeping(ShelfScreen):
        def post_message(self, message: Message) -> bool:
            if isinstance(message, ShelfScreen.Opened):
                opened.append(message.key)
            return super().post_message(message)

    host = Host()
    async with host.run_test() as pilot:
        await host.push_screen(screen := Keeping("Articles"))
        lost = [ShelfRow("", "not known", None, 2, (), "", missing=True, id=name) for name in "AB"]
        shut = ShelfRow("", "in/", None, 0, (), "", trouble="it cannot be read")
        screen.show([*lost, shut, ShelfRow("/a/b.txt", "b", None, 0, (), "")])
        await pilot.pause()
        found = screen.query_one(FilterList)
        states = [row.cells[-1] for row in found.shown]
        assert states == ["missing", "missing", "shut", "new"]
        await pilot.press("enter", "down", "enter", "down", "enter")
        assert opened == []
        await pilot.press("down", "enter")
        assert opened == ["/a/b.txt"]
