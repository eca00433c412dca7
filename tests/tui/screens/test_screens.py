"""The shelf, the notes browser and the help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.color import Color
from textual import on

from postil.model.note import Colour
from postil.model.values import replace
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import RowList
from postil.tui.screens.help import HelpScreen
from postil.tui.screens.notes import NoteRow, NotesScreen
from postil.tui.screens.shelf import ShelfScreen
from postil.tui.screens.shelf_rows import ShelfRow
from postil.tui.theme import DARK
from tests.journeys.driving import reading
from tests.tui.host import NARROW, NOTHING, WIDE, Host, asked, press, seen, segments, showing

ROWS = [
    ShelfRow(
        "/a/night.txt", "Night shift", 0.236, 3, ("routes",), "yesterday", where="a/night.txt"
    ),
    ShelfRow("/a/harbour.md", "The [b]harbour[/b]", None, 0, (), ""),
    ShelfRow("/b/gone.txt", "Letters", 1.0, 1, ("press freedom",), "3 weeks ago", missing=True),
]


class Opening(Host):
    """Remembers which articles were opened."""

    opened: list[str]

    @on(ShelfScreen.Opened)
    def remember(self, event: ShelfScreen.Opened) -> None:
        self.opened.append(event.key)


async def test_an_article_is_opened_by_keys_and_by_a_click() -> None:
    host = Opening()
    host.opened = []
    async with host.run_test() as pilot:
        shelf = ShelfScreen("Articles in ~/reading")
        await host.push_screen(shelf)
        shelf.show(ROWS)
        await pilot.pause()
        await press(pilot, "down", "enter")
        await press(pilot, *"gone", "enter")
        await press(pilot, "escape", *"zz", "enter")
        await press(pilot, "escape", *"freedom", "enter")
        await press(pilot, "escape")
        await pilot.click(RowList, offset=(5, 0), times=2)
        await pilot.pause()
    assert host.opened == [ROWS[1].path, ROWS[2].path, ROWS[2].path, ROWS[0].path]


@pytest.mark.parametrize(
    ("size", "folded"), [(WIDE, False), (NARROW, True), ((50, 15), True)], ids=["wide", "80", "50"]
)
async def test_the_shelf_says_what_is_known_of_each_article(
    size: tuple[int, int], folded: bool
) -> None:
    shelf = ShelfScreen("Articles in ~/reading")
    async with showing(shelf, size) as (host, pilot):
        assert "Looking for articles" in seen(host)
        shelf.show(ROWS[:1], done=False)
        await pilot.pause()
        assert "1 so far, looking for more" in seen(host)
        shelf.show(ROWS)
        await pilot.pause()
        await pilot.pause()
        shown = seen(host)
        assert "looking" not in shown
        assert "a/night.txt   #routes" in shown
        for text in ("Articles in ~/reading", "► Night shift", "24%", "The [b]harbour[/b]", "new"):
            assert text in shown
        assert "missing" in shown
        assert ("#press freedom" not in shown) == folded
        assert ("3 weeks ago" in shown) == (size[0] >= 80)
        assert "? keys   q quits" in shown


@pytest.mark.parametrize("key", ["f1", "?"])
async def test_the_shelf_explains_its_keys(key: str) -> None:
    async with showing(ShelfScreen("Articles")) as (host, pilot):
        await press(pilot, key)
        names = [row.cells[2] for row in host.screen.query_one(FilterList).shown]
        assert {"Row below", "Take it", "Show all again", "Quit", "Type to filter"} <= set(names)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("q", True),
        ("/q", False),
        ("lq", False),
        ("lq?:/", False),
        (["l", "escape", "q"], True),
        (["slash", "escape", "q"], True),
        (["l", "backspace", "q"], True),
        (["slash", "q", "backspace", "q"], False),
    ],
    ids=str,
)
async def test_q_leaves_the_shelf_as_long_as_nothing_is_typed(
    keys: Sequence[str], left: bool
) -> None:
    async with showing(ShelfScreen("Articles")) as (host, pilot):
        shelf = host.screen
        assert isinstance(shelf, ShelfScreen)
        shelf.show(ROWS)
        await press(pilot, *keys)
        assert host._exit == left
        assert host.screen is shelf
        typed = shelf.query_one(FilterList).typed
        assert typed == ("" if left else "q" if "slash" in keys else "".join(keys).lstrip("/"))


async def test_the_shelf_says_which_keys_work_while_letters_are_typed() -> None:
    async with showing(ShelfScreen("Articles")) as (host, pilot):
        shelf = host.screen
        assert isinstance(shelf, ShelfScreen)
        shelf.show(ROWS)
        await press(pilot, "/")
        assert "Esc ends typing   ctrl+q quits" in seen(host)
        await press(pilot, "l")
        assert "Enter opens   Esc shows all again   ctrl+q quits" in seen(host)
        await press(pilot, "escape")
        assert "Enter opens   ? keys   q quits" in seen(host)


async def test_a_key_of_the_shelf_may_be_another() -> None:
    host = Host()
    host.set_keymap({"shelf.leave": "x"})
    async with host.run_test() as pilot:
        await host.push_screen(ShelfScreen("Articles"))
        await press(pilot, *"qx", "escape")
        assert not host._exit
        await press(pilot, "x")
        assert host._exit


async def test_an_empty_shelf_says_what_to_do() -> None:
    shelf = ShelfScreen("Articles", empty="Put a .txt file here.")
    async with showing(shelf) as (host, pilot):
        shelf.show([])
        await pilot.pause()
        assert "Put a .txt file here." in seen(host)
        assert "Enter opens" not in seen(host)
        await press(pilot, "enter")
        assert host.answer is NOTHING


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
            "margin", "link", "jump", "look", "app",
        ]  # fmt: skip


async def test_the_help_shows_the_keys_that_the_reader_has_set() -> None:
    host = Host()
    host.set_keymap({"note.tag": "ctrl+t,x"})
    async with host.run_test() as pilot:
        await host.push_screen(HelpScreen())
        await pilot.pause()
        rows = host.screen.query_one(FilterList).shown
        assert "x ctrl+t" in [row.cells[1] for row in rows]
