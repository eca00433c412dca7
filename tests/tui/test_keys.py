"""The reader's own key map, the names of keys, and the palette."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from postil.tui import keys
from postil.tui.commands import Command, commands, key_name, plainest_first
from postil.tui.dialogs.palette import Palette
from postil.tui.keys import check
from postil.tui.widgets.field import Line
from tests.tui.host import NARROW, NOTHING, WIDE, Host, asked, press, seen, showing


class Page(Widget, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "down", "Down", id="page.down", tooltip="t"),
        Binding("k", "up", "Up", id="page.up", tooltip="t"),
        Binding("h", "left", "Left", id="select.left", tooltip="t"),
        Binding("h", "back", "Back", id="page.back", tooltip="t"),
    ]


class Desk(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "outline", "Outline", id="desk.outline", tooltip="t"),
        Binding("k", "top", "Top", id="desk.top", tooltip="t"),
    ]


class Dialog(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="dialog.open", tooltip="t"),
    ]


class Typing(ModalScreen[None]):
    TYPING = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="typing.save", tooltip="t"),
    ]


class Reader(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", id="app.help", tooltip="t"),
        Binding("Q", "quit", "Quit", id="app.quit", tooltip="t"),
    ]


def checked(**wanted: str) -> tuple[dict[str, str], list[str]]:
    keymap = {name.replace("_", "."): typed for name, typed in wanted.items()}
    return check(keymap, Reader, [Page, Desk, Dialog, Typing])


@pytest.mark.parametrize(
    "wanted",
    [
        {"page_down": "n"},
        {"page_down": "n, ctrl+n , f5"},
        {"page_down": "question_mark", "app_help": "f1"},
        {"page_down": "k", "page_up": "j", "desk_top": "g"},
        {"dialog_open": "Q"},
        {"typing_save": "ctrl+o"},
    ],
    ids=str,
)
def test_a_map_without_a_clash_is_taken_whole(wanted: dict[str, str]) -> None:
    taken, sentences = checked(**wanted)
    assert sentences == []
    assert set(taken) == {name.replace("_", ".") for name in wanted}


def test_signs_are_given_their_long_names() -> None:
    assert checked(page_down="?, -", app_help="f1")[0]["page.down"] == "question_mark,minus"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"page_dwn": "n"}, "page.dwn: no command has this name; did you mean page.down?"),
        ({"xyz_q": "n"}, "xyz.q: no command has this name; postil config --keys names them all"),
        ({"page_down": "k"}, "page.down = k: page.up would lose its key"),
        ({"page_down": "n", "page_up": "n"}, "page.up = n: page.down has that key"),
        ({"page_down": "o"}, "page.down = o: desk.outline would lose its key"),
        ({"page_down": "?"}, "page.down = ?: app.help would lose its key"),
        ({"app_quit": "j"}, "app.quit = j: page.down has that key"),
        ({"select_left": "ctrl+l"}, "select.left = ctrl+l: page.back would lose its key"),
        ({"page_down": "ctr+n"}, "page.down = ctr+n: there is no key ctr+n"),
        ({"page_down": "enterr"}, "there is no key enterr"),
        ({"page_down": " , "}, "no key is named"),
        ({"typing_save": "s"}, "typing.save = s: s is needed for typing there"),
        ({"typing_save": "ctrl+w"}, "ctrl+w is needed for typing there"),
    ],
    ids=str,
)
def test_each_entry_that_cannot_be_taken_is_said(wanted: dict[str, str], said: str) -> None:
    taken, sentences = checked(**wanted)
    assert len(sentences) == 1
    assert said in sentences[0]
    assert len(taken) == len(wanted) - 1


def test_one_bad_entry_leaves_the_others() -> None:
    taken, sentences = checked(page_down="n", desk_outline="u", page_up="n", dialog_open="z")
    assert list(taken) == ["page.down", "desk.outline", "dialog.open"]
    assert sentences == [
        "page.up = n: page.down has that key; give page.up or page.down another one"
    ]


def test_what_textual_drops_without_a_word_is_still_there() -> None:
    """The reason for all this: should Textual mend it, the check may go."""
    app = Reader()
    bindings = app._bindings.copy()
    bindings.apply_keymap({"app.help": "Q"})
    left = [binding.id for kept in bindings.key_to_bindings.values() for binding in kept]
    assert "app.quit" not in left


async def test_a_map_is_set_and_what_is_wrong_is_said() -> None:
    host = Host()
    async with host.run_test() as pilot:
        assert keys.apply(host, {}) == []
        sentences = keys.apply(host, {"note.tag": "f9", "note.tga": "y", "page.down": "f9"})
        assert [sentence.split(":")[0] for sentence in sentences] == ["note.tga", "page.down = F9"]
        await press(pilot, "t", "f9", "down")
        assert host.done == ["tag", "down"]


def test_every_dialog_tells_what_its_keys_do() -> None:
    for cls in keys._classes():
        if cls.__module__.startswith(("postil.tui.dialogs", "postil.tui.screens")):
            for binding in cls.__dict__.get("BINDINGS", []):
                assert isinstance(binding, Binding)
                assert binding.id, binding
                assert binding.description, binding
                assert binding.tooltip, binding


def test_no_command_of_a_dialog_needs_a_key_of_a_field() -> None:
    for cls in keys._classes():
        if getattr(cls, "TYPING", False):
            for binding in Binding.make_bindings(cls.__dict__.get("BINDINGS", [])):
                assert not keys._edits(binding.key), (cls, binding)


def test_keys_have_the_names_that_readers_know() -> None:
    named = {
        "ctrl+s": "ctrl+s",
        "escape": "Esc",
        "question_mark": "?",
        "right_square_bracket": "]",
        "shift+down": "shift+↓",
        "shift+tab": "shift+Tab",
        "f12": "F12",
        "G": "G",
        "space": "space",
        "minus": "-",
    }
    assert {key: key_name(key) for key in named} == named


class Commands(Host):
    def compose(self) -> ComposeResult:
        yield Page()
        yield Line()


async def test_the_palette_does_what_the_keys_of_the_screen_do() -> None:
    async with Commands().run_test() as pilot:
        known = commands(pilot.app.screen)
        assert [command.name for command in known][:2] == ["Down", "Up"]
        assert {"Tag", "Help", "Quit"} <= {command.name for command in known}
        answers = {
            name: await asked(pilot, Palette(known), [*typed, "enter"])
            for name, typed in (("name", "tag"), ("tooltip", "put tags"), ("neither", "zzz"))
        }
        assert answers["neither"] is NOTHING
        for name in ("name", "tooltip"):
            chosen = answers[name]
            assert isinstance(chosen, Command)
            assert (chosen.id, chosen.keys) == ("note.tag", ("t",))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_palette_has_a_line_for_each_command_with_its_keys(size: tuple[int, int]) -> None:
    known = [
        Command("page.down", ("j", "↓"), "Line down", "One line on", "", Host()),
        Command("note.tag", ("t",), "Tag", "Put tags on", "", Host()),
        Command("app.help", ("?", "F1"), "Help", "What keys do", "", Host()),
    ]
    async with showing(Palette(known), size) as (host, pilot):
        lines = seen(host).split("\n")
        at = next(at for at, line in enumerate(lines) if "► Tag" in line)
        assert lines[at].rstrip().endswith(" t")
        assert [line.split("│")[-1].split() for line in lines[at + 1 : at + 3]] == [
            ["Help", "?", "F1"],
            ["Line", "down", "j", "↓"],
        ]
        assert "Put tags on" in seen(host)
        await press(pilot, *"down")
        assert "► Line down" in seen(host)


def test_the_keys_of_least_trouble_are_named_first() -> None:
    assert plainest_first(["↓", "j"]) == ("j", "↓")
    assert plainest_first(["ctrl+c", "y"]) == ("y", "ctrl+c")
    assert plainest_first(["PageDown", "space"]) == ("space", "PageDown")
    assert plainest_first(["alt+←", "ctrl+o", "H"]) == ("H", "alt+←", "ctrl+o")
    assert plainest_first(["+", "ctrl++"]) == ("+", "ctrl++")


def test_no_two_widgets_have_one_name() -> None:
    """A style sheet finds widgets by the names of their classes, wherever they stand."""
    found = [cls for cls in set(keys._classes()) if cls.__module__.startswith("postil.")]
    names = [cls.__name__ for cls in found]
    assert sorted(names) == sorted(set(names))
