"""The app: which screen is shown, and what belongs to the terminal rather than to an article."""

from __future__ import annotations

import gc
import os
import sys
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from postil.config import Settings
from postil.errors import PostilError
from postil.library import articles, desk
from postil.library.desk import Home
from postil.tui.palette import KeyCommands
from postil.tui.screens.opening import Opened, OpeningScreen
from postil.tui.screens.reader import Reader
from postil.tui.theme import THEMES

SWITCH = 0.001
"""Seconds after which a busy thread makes way, so that keys stay quick while an article is read."""


class PostilApp(App[int]):
    """Postil in a terminal."""

    TITLE = "Postil"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = ""
    COMMANDS = {KeyCommands}
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
    ]

    CSS = """
    ToastRack { align: right bottom; padding: 0 1 2 0; }
    Toast {
        width: auto;
        max-width: 76;
        padding: 0 1;
        margin-top: 0;
        background: $panel;
        color: $foreground;
        border-left: outer $primary;
        &.-error { border-left: outer $error; }
    }
    """

    def __init__(
        self, settings: Settings, home: Home, first: Callable[[PostilApp], Screen[None]]
    ) -> None:
        super().__init__()
        self.settings = settings
        self.home = home
        self._first = first
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[desk.look(home).theme or settings.theme].name

    def get_default_screen(self) -> Screen[None]:
        """Show the article or the shelf from the first frame on."""
        return self._first(self)

    def on_mount(self) -> None:
        """Take the reader's own keys, and let the collector work again."""
        if self.settings.keys:
            from postil.tui.keys import apply

            for sentence in apply(self, self.settings.keys):
                self.notify(sentence, severity="warning", markup=False, timeout=10)
        self.call_after_refresh(_collect)

    # -- from screen to screen

    @on(OpeningScreen.Left)
    def left(self) -> None:
        """Go back to the shelf, or quit where there is none."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    @on(OpeningScreen.Elsewhere)
    def elsewhere(self, event: OpeningScreen.Elsewhere) -> None:
        """Go to a place in another article."""
        if isinstance(self.screen, Reader):
            self.screen.close()
        self.open_path(event.path, event.offset, instead=len(self.screen_stack) > 1)

    def open_path(self, path: Path, offset: int | None = None, instead: bool = False) -> None:
        """Open an article over the shelf, or instead of the one that is shown."""
        try:
            opened = open_article(path, None)
        except PostilError as error:
            self.notify(str(error), severity="error", markup=False, timeout=8)
            return
        reader = Reader(self.settings, self.home, opened)
        if offset is not None:
            reader.start_at(offset)
        if instead:
            self.switch_screen(reader)
        else:
            self.push_screen(reader)

    async def action_quit(self) -> None:
        """Keep the places of all articles that are open, and leave."""
        for screen in self.screen_stack:
            if isinstance(screen, Reader):
                screen.close()
        self.exit(0)

    # -- the clipboard

    @on(OpeningScreen.CopyWanted)
    def copy_wanted(self, event: OpeningScreen.CopyWanted) -> None:
        """Copy what a screen hands over."""
        self.copy_text(event.text, event.what, event.problems)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy from a text field by the same way as everything else."""
        self.copy_text(text, "Copied", ())

    @work(thread=True, group="clipboard")
    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Copy a text off the event loop, and say by which route it went."""
        from postil import clipboard

        environ = dict(os.environ)
        if self.settings.clipboard != "auto":
            environ["POSTIL_CLIPBOARD"] = self.settings.clipboard
        try:
            copied = clipboard.copy(
                text, environ=environ, outbox=self.settings.outbox, terminal=self.write_to_terminal
            )
        except PostilError as error:
            self.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        sure = "" if copied.confirmed else " (unconfirmed)"
        said = [f"{what}: {copied.detail}{sure}.", *problems]
        self.call_from_thread(
            self.notify, " ".join(said), markup=False, timeout=5 + 2 * len(problems)
        )

    def write_to_terminal(self, sequence: str) -> None:
        """Write a control sequence between two frames."""
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a web address that the reader has confirmed."""
        webbrowser.open(url, new=2 if new_tab else 0)


def _collect() -> None:
    """Let the collector work, but not on what the start has made: that stays to the end."""
    gc.freeze()
    gc.enable()


def open_article(path: Path | None, data: bytes | None) -> Opened:
    """Read the first screenful of an article. Raises CannotOpen and its kinds."""
    rest = articles.opening(path, data)
    return Opened(path, next(rest), rest)


def run(settings: Settings, paths: Sequence[Path], data: bytes | None) -> int:
    """Run the app on an article, a folder, some of both, or everything known; return its status.

    Raises PostilError for what can be known before the app has taken the terminal.
    """
    gc.disable()
    sys.setswitchinterval(SWITCH)
    home = desk.open_home(settings.places)
    single = paths[0] if len(paths) == 1 else None
    if data is not None or (single is not None and not single.is_dir()):
        opened = open_article(single, data)
        return PostilApp(settings, home, lambda app: Reader(settings, app.home, opened)).run() or 0
    from postil.tui.shelving import Shelf

    return PostilApp(settings, home, lambda app: Shelf(app.home, paths)).run() or 0


__all__ = ["PostilApp", "run"]
