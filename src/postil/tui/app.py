"""The app: which screen is shown, and what belongs to the terminal rather than to an article."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.events import Event, InputEvent
from textual.screen import Screen

from postil import library
from postil.config import Settings
from postil.errors import NeedsPassword, PostilError
from postil.library.articles import quick_open
from postil.model.position import ReadingPosition
from postil.tui.dialogs.password import ask as ask_password
from postil.tui.dialogs.referencing import BibliographyWanted, chosen_bibliography
from postil.tui.messages import sentence, sentences
from postil.tui.screens.library_lists import LibraryLists
from postil.tui.screens.reader.commands.recalling import Memory
from postil.tui.screens.reader.outside.leaving import Beyond
from postil.tui.screens.reader.screen import ReaderScreen
from postil.tui.startup.app_input import OPENS, AppInput
from postil.tui.startup.drivers import no_clear_driver, reporting_driver
from postil.tui.startup.endings import AppEnding
from postil.tui.startup.first_page import Painted
from postil.tui.startup.key_priority import KeyPriority
from postil.tui.startup.loading_article import LoadingArticle, open_article
from postil.tui.startup.terminal_file import TerminalFile, modes
from postil.tui.theme import THEMES, themes

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.tui.screens.listing.query_line import QueryLine
    from postil.tui.screens.shelf.screen import Shelf


class PostilApp(App[int]):
    """Postil in a terminal."""

    TITLE = "Postil"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding(
            "ctrl+q",
            "quit",
            "Quit",
            id="app.quit",
            show=False,
            priority=True,
            tooltip="Leave Postil; everything is kept",
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "Suspend",
            id="app.suspend",
            show=False,
            tooltip="Back to the shell; fg comes back here",
        ),
    ]

    CSS = """
    /* Over the title, which nobody reads meanwhile: the lines below say what the keys do. */
    ToastRack { dock: top; align: left top; margin: 0; scrollbar-size-vertical: 0; display: none; }
    /* on a screen without a line for a title the query stands there */
    ListScreen.-low ToastRack, ListScreen.-lowest ToastRack { margin: 1 0 0 0; }
    Toast {
        width: 100%;
        max-width: 100%;
        padding: 0 1;
        margin-top: 0;
        background: $panel;
        color: $foreground;
        border-left: outer $primary;
        &.-error { border-left: outer $error; }
    }
    """

    def __init__(
        self,
        settings: Settings,
        first: Callable[[PostilApp], Screen[None]],
        painted: Painted | None = None,
        key_priority: KeyPriority | None = None,
    ) -> None:
        self.key_priority = key_priority or KeyPriority()
        terminal = TerminalFile(painted is not None, painted.modes if painted else modes())
        driver = reporting_driver(self.get_driver_class(), self.key_priority, terminal)
        super().__init__(
            driver_class=no_clear_driver(driver, painted) if painted else driver,
            # Without colours the terminal's own two are used, and not a scale of greys.
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self.typed = AppInput(self, self._deal_with)
        self.settings = settings
        self.ending = AppEnding(self, terminal)
        self.look = quick_open.appearance(settings.places)
        self._first = first
        self._home: Home | None = None
        self._left = Beyond()
        self._recalled: Memory = {}
        self.lists = LibraryLists(self, settings, self.open_home, self.key_priority)
        self._opening = Lock()
        for theme in themes(self.console.color_system).values():
            self.register_theme(theme)
        self.theme = THEMES[self.look.theme or settings.theme].name

    def open_home(self) -> Home:
        """Return the notes, opened once."""
        with self._opening:
            if self._home is None:
                self._home = library.local_state.open_home(self.settings.places, self.settings.name)
            return self._home

    def reader(self, opened: LoadingArticle) -> ReaderScreen:
        """Return the screen for an article, in the look chosen last."""
        look = quick_open.appearance(self.settings.places)
        screen = ReaderScreen(self.settings, look, self.open_home, opened)
        screen.parts.hits.trail = self.lists.trail
        screen.parts.leaving.beyond = self._left
        screen.parts.recall.memory = self._recalled
        return screen

    def get_default_screen(self) -> Screen[None]:
        """Show the article or the shelf from the first frame on."""
        return self._first(self)

    async def on_event(self, event: Event) -> None:
        """Deal with an event; what the reader types waits for what it is meant for."""
        await self.typed.take(event)

    async def _deal_with(self, event: Event) -> None:
        if isinstance(event, InputEvent):
            # A key may have waited for its turn for longer than threads rest when it is struck.
            self.key_priority.hold()
        await super().on_event(event)

    def on_mount(self) -> None:
        """Take the reader's own keys, and draw anew whenever the shell gives the screen back."""
        self.ending.begin()
        self.app_resume_signal.subscribe(self, self.come_back)
        self.typed.begin()
        if self.settings.keys:
            from postil.tui.keys import apply

            for said in apply(self, self.settings.keys):
                self.notify(said, severity="warning", markup=False, timeout=10)

    def come_back(self, _: App[int]) -> None:
        """Draw everything, because the terminal has shown something else meanwhile."""
        self.refresh(layout=True)

    # -- from screen to screen

    @on(ReaderScreen.Left)
    async def left(self) -> None:
        """Go back to the list an article was chosen in, or to the shelf; quit without either."""
        self.clear_notifications()
        if isinstance(self.screen, ReaderScreen) and await self.lists.back.go(self.screen):
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    @on(ReaderScreen.Elsewhere)
    async def elsewhere(self, event: ReaderScreen.Elsewhere) -> None:
        """Go to a place in another article."""
        reader = self.screen if isinstance(self.screen, ReaderScreen) else None
        if reader is not None:
            await reader.close()
        instead = len(self.screen_stack) > 1
        opened = self.open_path(event.path, event.where, event.note, instead=instead)
        self.lists.back.opened(opened, reader, instead=instead)

    def on_shelf_wanted(self, event: Shelf.Wanted) -> None:
        """Open what was chosen on the shelf."""
        self.open_path(event.path)

    def action_search(self) -> None:
        """Search everything that is known; the query that was typed last is there again."""
        self.lists.search()

    def action_list(self, what: str) -> None:
        """List something of the library: ``notes``, ``tags``, ``sources``, ``figures``."""
        self.lists.open(what)

    async def on_list_screen_chosen(self) -> None:
        """Go to what was chosen in a list over the library."""
        await self.lists.go()

    def on_query_line_asks(self, event: QueryLine.Asks) -> None:
        """Help with the query of a list over the library."""
        self.lists.queries.answer(event)

    def open_path(
        self,
        path: Path,
        where: ReadingPosition | None = None,
        note: str = "",
        instead: bool = False,
        password: str = "",
    ) -> ReaderScreen | None:
        """Open an article over the shelf, or instead of the one that is shown."""
        try:
            opened = open_article(self.settings, path, None, self.key_priority, password)
        except NeedsPassword as error:
            ask_password(self, error, partial(self.open_path, path, where, note, instead))
            return None
        except PostilError as error:
            self.tell(sentences(error), 8, trouble=True)
            return None
        self.clear_notifications()
        reader = self.reader(opened)
        reader.start_at(where, note)
        if instead:
            self.switch_screen(reader)
        else:
            self.push_screen(reader)
        return reader

    def action_command_palette(self) -> None:
        """Let the reader find a command by its name."""
        self._command()

    @work(name=OPENS, description="do a command")
    async def _command(self) -> None:
        from postil.tui.commands import commands
        from postil.tui.dialogs.palette import Palette

        chosen = await self.push_screen_wait(Palette(commands(self.screen)))
        if chosen is not None:
            await self.run_action(chosen.action, chosen.node)

    async def action_quit(self) -> None:
        """Keep what is typed and the places of all articles, and leave."""
        if (error := await self.ending.quit()) is not None:
            self.tell(f"{sentences(error)} Quit again to give up what is written.", 8, trouble=True)

    def tell(self, said: str, seconds: float, trouble: bool = False) -> None:
        """Tell the reader something in passing, instead of what was told before."""
        self.clear_notifications()
        severity: Literal["error", "information"] = "error" if trouble else "information"
        self.notify(said, severity=severity, markup=False, timeout=seconds)

    # -- bibliographies

    @on(BibliographyWanted)
    @work(name=OPENS, description="bibliography")
    async def list_works(self, event: BibliographyWanted) -> None:
        """Let the reader choose how the bibliography is written, and copy it."""
        made = await chosen_bibliography(
            self, event, self.settings, self.open_home, self.key_priority
        )
        if made is not None and made.trouble:
            self.tell(made.trouble, 8, trouble=True)
        elif made is not None:
            self.copy_text(made.quotation, "Bibliography", made.problems)

    # -- the clipboard

    @on(ReaderScreen.CopyWanted)
    def copy_wanted(self, event: ReaderScreen.CopyWanted) -> None:
        """Copy what a screen hands over."""
        self.copy_text(event.text, event.what, event.problems)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy from a text field by the same way as everything else."""
        self.copy_text(text, "Words", ())

    @work(thread=True, group="clipboard", description="copy text")
    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Copy a text off the event loop, and say by which route it went."""
        from postil.tui.startup.copying import copy

        try:
            copied = copy(self.settings, text, self.write_to_terminal)
        except PostilError as error:
            self.call_from_thread(self.tell, sentences(error), 8, trouble=True)
            return
        said = [sentence(f"{what} {copied.detail}"), *problems]
        self.call_from_thread(self.tell, " ".join(said), 5 + 2 * len(problems))

    def write_to_terminal(self, sequence: str) -> None:
        """Write a control sequence between two frames."""
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a web address that the reader has confirmed."""
        webbrowser.open(url, new=2 if new_tab else 0)
