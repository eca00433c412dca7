"""Letters are keys of the shelf only as long as nothing is typed."""

from __future__ import annotations

from postil.tui.screens.shelf import ShelfScreen
from postil.tui.screens.shelf_rows import ShelfRow
from tests.tui.host import Host, press

ROWS = [ShelfRow("/a/q.txt", "q and a", None, 0, (), "")]


def offered(host: Host) -> set[str]:
    """Return which of the actions of the field a key leads to."""
    actions = {active.binding.action for active in host.screen.active_bindings.values()}
    return actions & {"leave", "begin"}


async def test_what_leaves_and_what_begins_are_offered_while_nothing_is_typed() -> None:
    host = Host()
    async with host.run_test() as pilot:
        await host.push_screen(screen := ShelfScreen("Articles"))
        screen.show(ROWS)
        await pilot.pause()
        assert offered(host) == {"leave", "begin"}
        await press(pilot, "a")
        assert offered(host) == set()
        await press(pilot, "backspace")
        assert offered(host) == {"leave", "begin"}
        await press(pilot, "slash")
        assert offered(host) == set()
        await press(pilot, "q")
        assert host.is_running
