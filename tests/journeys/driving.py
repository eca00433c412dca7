"""Drives the app as a reader does, and waits until all that came of it is done."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from textual import events
from textual.binding import Binding
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from postil import config
from postil.caret import Selection
from postil.config import Places, Settings
from postil.library.care import local_state
from postil.model.note import Note
from postil.model.span import Span
from postil.tui.app import PostilApp
from postil.tui.screens.reader.screen import ReaderScreen
from postil.tui.screens.shelf.screen import Shelf
from postil.tui.startup.loading_article import open_article
from postil.tui.widgets.page.view import ArticleView
from tests.support.effort import PATIENCE
from tests.tui.resting import going_on, rested

SMALL = (80, 24)
LARGE = (160, 50)
LASTING = {"refresh", "place"}
"""Groups of work that go on by themselves."""


class Told(PostilApp):
    """The app, which remembers what it has said in passing."""

    def __init__(self, settings: Settings, first: Callable[[PostilApp], Screen[None]]) -> None:
        super().__init__(settings, first)
        self.said: list[str] = []
        self.visited: list[str] = []

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        self.said.append(message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        self.visited.append(url)


class Session:
    """The app in the hands of one reader."""

    def __init__(self, app: Told, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    # -- what is there

    @property
    def reader(self) -> ReaderScreen:
        """The screen on which an article is read, dialogs over it or not."""
        found = [screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen)]
        assert found, "no article is open"
        return found[-1]

    @property
    def page(self) -> ArticleView:
        return self.reader.page

    @property
    def said(self) -> str:
        """What was said last in passing."""
        return self.app.said[-1] if self.app.said else ""

    @property
    def chosen(self) -> str:
        """The words of the selection, "" for none."""
        return self.page.viewport.words(self.page.passage) if self.page.passage else ""

    @property
    def selection(self) -> Selection:
        """The two ends of the selection, which must be there."""
        found = self.page.selection
        assert found is not None, "nothing is chosen"
        return found

    @property
    def dialog(self) -> str:
        """What kind of screen lies on top."""
        return type(self.app.screen).__name__

    @property
    def clipboard(self) -> str:
        """What was copied last."""
        outbox = self.app.settings.places.outbox
        return outbox.read_text("utf-8") if outbox.exists() else ""

    def notes(self) -> list[Note]:
        """Return the notes as they are on the disk, read anew, by place."""
        home = local_state.open_home(self.app.settings.places)
        return sorted(home.notes().values(), key=lambda n: (n.anchor.start, n.anchor.end))

    def only(self) -> Note:
        """Return the one note that there is."""
        (note,) = self.notes()
        return note

    def strips(self) -> list[Strip]:
        """Return the rows of the screen as they are drawn."""
        return self.app.screen._compositor.render_strips()

    def seen(self) -> str:
        """Return what stands on the screen, line by line."""
        return "\n".join(strip.text for strip in self.strips())

    def status(self) -> str:
        """Return the line that says where the reader is, and the source of the words there."""
        return f"{self.reader.status_line.left} {self.reader.status_line.right}"

    def top(self) -> str:
        """Return the words at the top of the page."""
        at = self.page.viewport.top_offset()
        return self.page.article.text[at : at + 30]

    # -- what is done

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has had its effect."""
        for key in keys:
            name = _name(key)
            self.app.post_message(events.Key(name, key_to_character(name) or character(key)))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text into a field, in one burst."""
        self.burst(*text)
        await self.settle()

    def burst(self, *keys: str) -> None:
        """Press keys at once, and wait for nothing."""
        for key in keys:
            self.app.post_message(events.Key(_name(key), key_to_character(key) or character(key)))

    async def find(self, words: str) -> None:
        """Look for words, and keep the matches."""
        await self.press("/")
        await self.type(words)
        await self.press("enter")

    async def choose(self, words: str, nth: int = 0) -> None:
        """Choose exactly these words with the mouse, scrolling to them if need be."""
        at = -1
        for _ in range(nth + 1):
            at = self.page.article.text.index(words, at + 1)
        await self.drag(Span(at, at + len(words)))
        assert self.chosen == words

    async def drag(self, span: Span) -> None:
        """Draw the mouse over a passage."""
        viewport = self.page.viewport
        if not viewport.in_sight(span.start) or not viewport.in_sight(span.end - 1):
            viewport.place_offset(span.start, 3)
            await self.settle()
        await self.pilot.mouse_down(self.page, offset=self.cell(span.start))
        await self.pilot.hover(self.page, offset=self.cell(span.end - 1))
        await self.pilot.mouse_up(self.page, offset=self.cell(span.end - 1))
        await self.settle()

    def cell(self, at: int) -> tuple[int, int]:
        """Return where on the page a character of the article stands."""
        block, row = self.page.viewport.position_of(at)
        within = at - self.page.article.starts[block]
        cell = self.page.viewport.typeset.cell_of(block, row, within)
        return self.page.viewport.left + cell, self.page.viewport.row_on_screen(at)

    def cell_of(self, words: str) -> tuple[int, int]:
        """Return where on the page these words begin."""
        return self.cell(self.page.article.text.index(words))

    async def click(self, words: str, times: int = 1) -> None:
        """Click on the first letter of some words, which must be in sight."""
        await self.pilot.click(self.page, offset=self.cell_of(words), times=times)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    # -- waiting

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for a condition; fail with what is on the screen if it does not come true."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited for {what or condition}:\n{self.seen()}"
            await self.pilot.pause(0.01)

    async def opened(self, dialog: str) -> None:
        """Wait for a dialog, by the name of its class, and until it is at rest."""
        await self.until(lambda: self.dialog == dialog, dialog)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every message is dealt with and no work of the app's own goes on."""
        await rested(self.pilot, self._busy)

    def _busy(self) -> str:
        """Return what is still going on."""
        # Work without a group of its own stands for the dialog that it waits for.
        lasting = LASTING if self.dialog == "ReaderScreen" else {*LASTING, "default"}
        if going := going_on(self.pilot, lasting):
            return going
        if not self.app.typed.type_ahead.at_rest:
            return "keys"
        if any(
            isinstance(s, ReaderScreen) and s.page.viewport.refining for s in self.app.screen_stack
        ):
            return "counting lines"
        return ""


def character(key: str) -> str | None:
    """Return the character that a key types, if any."""
    return key if len(key) == 1 else None


def _name(key: str) -> str:
    """Return Textual's name of a key."""
    if len(key) > 1:
        return key
    if key in " ,":
        return "space" if key == " " else "comma"
    return next(binding.key for binding in Binding.make_bindings([Binding(key, "")]))


def places() -> Places:
    """Return the places of the test that is running."""
    return config.load(os.environ).places


@asynccontextmanager
async def reading(
    path: Path | None, size: tuple[int, int] = SMALL, *, data: bytes | None = None
) -> AsyncIterator[Session]:
    """Open an article, or bytes from standard input, and wait until it is settled."""
    settings = config.load(os.environ)

    opened = open_article(settings, path, data)
    app = Told(settings, lambda app: app.reader(opened))
    async with app.run_test(size=size) as pilot:
        session = Session(app, pilot)
        await session.until(lambda: session.reader.stage.open_article is not None, "the article")
        await session.settle()
        yield session


@asynccontextmanager
async def shelf(*folders: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Session]:
    """Open the shelf of some folders, and wait until it is filled."""
    async with shelf_at_once(*folders, size=size) as session:
        await session.settle()
        yield session


@asynccontextmanager
async def shelf_at_once(*folders: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Session]:
    """Open the shelf of some folders, and wait for nothing."""
    settings = config.load(os.environ)
    app = Told(settings, lambda app: Shelf(app.settings, app.open_home, folders, app.key_priority))
    async with app.run_test(size=size) as pilot:
        yield Session(app, pilot)
