"""A small app that shows one screen and remembers what it answered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar, TypeVar

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from postil.errors import CannotWrite, PostilError
from postil.tui.theme import THEMES
from tests.tui.resting import going_on, rested

Answer = TypeVar("Answer")

NARROW = (80, 24)
WIDE = (160, 50)
NOTHING = object()
"""What is answered as long as the screen is open."""


class Host(App[None]):
    """Shows a page, with a few commands, under the screen that is tried."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "note('down')", "Line down", id="page.down", tooltip="One line on"),
        Binding("t", "note('tag')", "Tag", id="note.tag", tooltip="Put tags on the passage"),
        Binding("question_mark,f1", "note('help')", "Help", id="app.help", tooltip="What keys do"),
        Binding("ctrl+q", "quit", "Quit", id="app.quit", tooltip="Leave", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.answer: object = NOTHING
        self.done: list[str] = []
        self.copied: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("The passage stays in sight.", markup=False)

    def action_note(self, what: str) -> None:
        self.done.append(what)

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)

    def take(self, answer: object) -> None:
        self.answer = answer


class Storer:
    """Stores what a dialog answers, unless the disk is full."""

    def __init__(self, *, full: bool = False) -> None:
        self.full = full
        self.stored: list[object] = []

    async def __call__(self, answer: object) -> PostilError | None:
        if self.full:
            return CannotWrite("cannot write notes", "the disk is full", "make room and try again")
        self.stored.append(answer)
        return None


@asynccontextmanager
async def showing(
    screen: Screen[Answer],
    size: tuple[int, int] = NARROW,
    *,
    lasting: Collection[str] = (),
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """Run the host with the screen on top of it, at rest but for ``lasting`` work.

    ``size`` is in cells.
    """
    host = Host()
    async with host.run_test(size=size) as pilot:
        await host.push_screen(screen, host.take)
        await rested(pilot, lambda: going_on(pilot, lasting))
        yield host, pilot


async def asked(pilot: Pilot[None], screen: Screen[Answer], keys: Sequence[str]) -> object:
    """Show a screen on the host, press keys, and return what it answered."""
    host = pilot.app
    assert isinstance(host, Host)
    host.answer = NOTHING
    await host.push_screen(screen, host.take)
    await rested(pilot, lambda: going_on(pilot))
    await press(pilot, *keys)
    if host.answer is NOTHING:
        host.pop_screen()
    return host.answer


async def press(pilot: Pilot[None], *keys: str, lasting: Collection[str] = ()) -> None:
    """Send keys as fast as a terminal can, then wait until they have all had their effect.

    A key ``…`` waits for those before it, as a reader would after moving to another field.
    ``lasting`` groups of work are not waited for.
    """
    for key in keys:
        if key == "…":
            await rested(pilot, lambda: going_on(pilot, lasting))
            continue
        character = key_to_character(key)
        pilot.app.post_message(events.Key(key if len(key) > 1 else _name(key), character))
    await rested(pilot, lambda: going_on(pilot, lasting))


def _name(character: str) -> str:
    if character in " ,":
        return "space" if character == " " else "comma"
    return next(binding.key for binding in Binding.make_bindings([Binding(character, "")]))


def seen(host: App[None]) -> str:
    """Return what stands on the screen, line by line."""
    lines = host.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


def segments(host: App[None], text: str) -> list[Segment]:
    """Return the segments of the first line that holds a text."""
    for strip in host.screen._compositor.render_strips():
        if text in strip.text:
            return list(strip)
    raise AssertionError(f"{text!r} is not on the screen:\n{seen(host)}")
