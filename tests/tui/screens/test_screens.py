"""The help."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.screens.help import HelpScreen
from tests.journeys.driving import reading
from tests.tui.host import NARROW, WIDE, Host, press, seen, showing


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_help_is_what_the_bindings_beneath_say(size: tuple[int, int]) -> None:
    async with showing(HelpScreen(), size) as (host, pilot):
        rows = host.screen.query_one(FilterList).shown
        assert [row.cells[:3] for row in rows] == [
            ("page", "j ↓", "Line down"),
            ("note", "t", "Tag"),
            ("app", "? F1", "Help"),
            ("app", "ctrl+q", "Quit"),
        ]
        await press(pilot, *"passage")
        shown = seen(host)
        assert "Put tags on the passage (note.tag)" in shown
        assert "Line down" not in shown
        await press(pilot, "escape")
        assert host.answer is None
        assert host.done == []


async def test_the_help_tells_of_keys_of_the_other_mode_and_of_those_that_are_no_bindings(
    tmp_path: Path,
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Some words of an article.\n", "utf-8")
    async with reading(path) as s:
        await s.press("?")
        rows = [row.cells for row in s.app.screen.query_one(FilterList).shown]
        keys = {cells[1]: cells[2] for cells in rows if cells[0] == "select"}
        assert keys["h ←"] == "Character back"
        assert keys["x"] == "Other end"
        assert keys["i"] == "Inside quotes: iq"
        assert ("page", "5j", "So many times") in [cells[:3] for cells in rows]
        assert ("mark", "1-5", "Mark in a colour") in [cells[:3] for cells in rows]
        assert ("cite", "y ctrl+c", "Copy words") in [cells[:3] for cells in rows]
        assert [cells[1] for cells in rows][:4] == ["j ↓", "k ↑", "space PageDown", "b PageUp"]
        assert list(dict.fromkeys(cells[0] for cells in rows)) == [
            "page", "outline", "find", "search", "select", "mark", "note", "cite", "source",
            "article", "margin", "link", "jump", "look", "app",
        ]  # fmt: skip


async def test_the_help_shows_the_keys_that_the_reader_has_set() -> None:
    host = Host()
    host.set_keymap({"note.tag": "ctrl+t,x"})
    async with host.run_test() as pilot:
        await host.push_screen(HelpScreen())
        await pilot.pause()
        rows = host.screen.query_one(FilterList).shown
        assert "x ctrl+t" in [row.cells[1] for row in rows]
