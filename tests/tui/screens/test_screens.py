"""The notes browser and the help."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color

from postil.model.note import Colour
from postil.model.values import replace
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.screens.help import HelpScreen
from postil.tui.screens.notes import NoteRow, NotesScreen
from postil.tui.theme import DARK
from tests.journeys.driving import reading
from tests.tui.host import NARROW, NOTHING, WIDE, Host, asked, press, seen, segments, showing

PLAIN = NoteRow("a", "Night shift", "forty riders", "", (), Colour.YELLOW, "same", "yesterday")
NOTES = [
    replace(PLAIN, body="Pull, *not* only\npush.", tags=("routes",)),
    replace(
        PLAIN,
        id="b",
        quote="the [b]timetable[/b]",
        colour=Colour.GREEN,
        article="The harbour",
    ),
    replace(PLAIN, id="c", quote="six", state="orphan", colour=Colour.PINK, modified="3 weeks ago"),
]


async def test_a_note_is_found_by_anything_it_holds() -> None:
    async with Host().run_test() as pilot:
        for typed, answer in (
            ("", "a"),
            ("push pull", "a"),
            ("routes", "a"),
            ("TIMETABLE", "b"),
            ("harbour", "b"),
            ("green", "b"),
            ("orphan", "c"),
            ("3 weeks", "c"),
        ):
            assert await asked(pilot, NotesScreen(NOTES), [*typed, "enter"]) == answer
        assert await asked(pilot, NotesScreen(NOTES), [*"ro", "escape"]) is None
        assert await asked(pilot, NotesScreen(NOTES), [*"zzz", "enter"]) is NOTHING
        assert await asked(pilot, NotesScreen(NOTES), ["down", "down", "enter"]) == "c"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_note_pointed_at_is_shown_whole(size: tuple[int, int]) -> None:
    async with showing(NotesScreen(NOTES), size) as (host, pilot):
        shown = seen(host)
        for text in ("Notes: 3", "Pull, *not* only", "● yellow  #routes", "◊ the [b]timetable"):
            assert text in shown
        assert "Enter goes to the passage" in shown
        await press(pilot, "down", "down")
        assert "! orphan: its words are no longer in the article" in seen(host)
        assert "■ pink" in seen(host)


async def test_the_sign_of_a_note_has_the_colour_of_the_note() -> None:
    async with showing(NotesScreen(NOTES)) as (host, _):
        for sign, words, colour in (("◊", "timetable", "green"), ("■", "six", "pink")):
            styles = [part.style for part in segments(host, words) if part.text == f"{sign} "]
            wanted = Color.parse(DARK.variables[f"sign-{colour}"])
            assert [style and style.color for style in styles] == [wanted]


async def test_without_notes_it_says_how_to_make_one() -> None:
    async with showing(NotesScreen([])) as (host, pilot):
        assert "There are no notes yet." in seen(host)
        await press(pilot, "enter")
        assert host.answer is NOTHING


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
