"""A dialog that is closed, or whose app ends, before it is built, is no fault."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.dialogs.frame.confirm import Confirm
from postil.tui.dialogs.frame.text_popup import TextPopup
from postil.tui.dialogs.palette import Palette
from postil.tui.dialogs.resolve_conflict import ResolveConflict, Text
from postil.tui.screens.help import HelpScreen
from tests.tui.host import Host

OPEN: dict[str, Callable[[Host], object]] = {
    "choose": lambda host: host.push_screen(ChooseOne("Which?", [Choice("1", "one")])),
    "confirm": lambda host: host.push_screen(Confirm("Sure?", "All of it.", "does it")),
    "popup": lambda host: host.push_screen(TextPopup("Note", "Some words.")),
    "palette": lambda host: host.push_screen(Palette([])),
    "conflict": lambda host: host.push_screen(ResolveConflict([Text("today", "one")])),
    "help": lambda host: host.push_screen(HelpScreen()),
}


@pytest.mark.parametrize("name", OPEN)
async def test_the_app_ends_while_it_is_being_built(name: str) -> None:
    host = Host()
    async with host.run_test() as pilot:
        OPEN[name](host)
        host.exit()
        await pilot.pause()
    assert host.return_code == 0


@pytest.mark.parametrize("name", OPEN)
async def test_it_is_closed_before_it_is_built(name: str) -> None:
    host = Host()
    async with host.run_test() as pilot:
        OPEN[name](host)
        host.pop_screen()
        await pilot.pause()
        assert len(host.screen_stack) == 1
