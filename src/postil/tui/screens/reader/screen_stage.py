"""What the reader screen does for its parts: it speaks, asks and works for them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkType

from postil.config import Settings
from postil.errors import PostilError
from postil.model.article import Article
from postil.tui.commands import key_name, plainest_keys
from postil.tui.dialogs.frame.asked import asked
from postil.tui.messages import sentences
from postil.tui.screens.reader.stage import Answer, Key, Seen
from postil.tui.startup.app_input import OPENS
from postil.tui.widgets.page.view import ArticleView

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home


PATIENT = 0.5
"""Seconds after which the reader is told that something waits for the article."""

SHEET_BESIDE = 150
"""Terminal width, in cells, from which a dialog stands beside the text and not below it."""


class ScreenStage:
    """The stage of one screen; the screen tells it what is open."""

    def __init__(
        self,
        screen: Screen[None],
        page: ArticleView,
        article: Article,
        settings: Settings,
        home: Callable[[], Home],
    ) -> None:
        self._screen = screen
        self._home = home
        self._update_status: Callable[[], None]
        self._show_hints: Callable[[], None]
        self.page = page
        self.settings = settings
        self.article = article
        self.open_article: OpenArticle | None = None
        self._not_loaded: PostilError | None = None
        """Why the home's part of it could not be read."""
        self.asking = 0
        """Dialogs that are open; what they are about stays on the page meanwhile."""
        self._timers: list[Timer] = []
        self._resting = False

    def connect(self, update_status: Callable[[], None], show_hints: Callable[[], None]) -> None:
        """Name what draws the lines below the page, before anything is to be drawn there."""
        self._update_status = update_status
        self._show_hints = show_hints

    @property
    def home(self) -> Home:
        """The notes; opening them takes a while, so a thread does it first."""
        return self._home()

    @property
    def width(self) -> int:
        """The cells of a row of the terminal, also before the screen is laid out."""
        return self._screen.size.width or self._screen.app.size.width

    async def loaded(self) -> OpenArticle:
        """Return the article with what the home knows of it; wait where that is not known yet."""
        begun = time.monotonic()
        told = False
        while self.open_article is None:
            if self._not_loaded is not None:
                self.complain(self._not_loaded)
                raise asyncio.CancelledError
            if not told and time.monotonic() - begun > PATIENT:
                self.say("The article is still being read; this is done as soon as it is.")
                told = True
            await asyncio.sleep(0.02)
        return self.open_article

    def give_up_loading(self, error: PostilError) -> None:
        """Tell why the article will not be known to the home; what waits for that is given up."""
        self._not_loaded = error
        self.complain(error)

    # -- speaking

    def say(self, text: str, trouble: bool = False, seconds: float = 4) -> None:
        """Tell the reader something in passing."""
        # One sentence at a time: a pile of them would hide what is read.
        self.hush()
        severity: SeverityLevel = "error" if trouble else "information"
        timeout = 6 if trouble else seconds
        self._screen.notify(text, severity=severity, markup=False, timeout=timeout)

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""
        self.say(sentences(error), trouble=True)

    def hush(self) -> None:
        """Take away what was told in passing."""
        self._screen.app.clear_notifications()

    async def ask(self, dialog: Screen[Answer], about: int | None = None) -> Answer | None:
        """Open a dialog and return its answer; the words it is about stay in sight above it."""
        if about is not None and self.width < SHEET_BESIDE:
            self.page.viewport.lift(about)
        self.asking += 1
        try:
            return await asked(self._screen, dialog)
        finally:
            self.asking -= 1

    def update_status(self) -> None:
        """Say in the status line where the reader is now."""
        self._update_status()

    def show_hints(self) -> None:
        """Name in the bottom line what can be done now."""
        self._show_hints()

    def key(self, verb: str) -> str:
        """Return the plainest key of a verb, as readers know it."""
        if active := self.keys().get(verb):
            return active
        # A dialog or a field that has the focus hides it just now.
        bound = [one for one in self._screen.BINDINGS if isinstance(one, Binding)]
        keys = self.settings.keys.get(verb) or next(one.key for one in bound if one.id == verb)
        return key_name(keys.split(",")[0])

    def keys(self) -> dict[str, str]:
        """Return the plainest key of everything that can be done now, by the ids of the keys."""
        return plainest_keys(self._screen)

    def open_url(self, url: str) -> None:
        """Hand a web address to the browser; a thread calls this."""
        self._screen.app.open_url(url)

    # -- working

    # Work is described by its group: to write its arguments out, as Textual's decorator does,
    # takes a quarter of a second where they hold a long article.
    def in_thread(
        self,
        group: str,
        function: Callable[..., object],
        *arguments: object,
        exclusive: bool = False,
        description: str = "",
    ) -> None:
        """Do something in a thread; ``exclusive`` gives up what the group does already."""
        self._screen.run_worker(
            partial(function, *arguments),
            group=group,
            description=description or group,
            exclusive=exclusive,
            thread=True,
        )

    def glance(self, look: Callable[[], Seen], seen: Callable[[Seen], object]) -> None:
        """Take a look in a thread, and hand on what was seen.

        It costs a tenth of what work costs that Textual knows of, which counts where it is done
        again and again for as long as an article is open.
        """

        def looked(done: asyncio.Future[Seen]) -> None:
            if done.cancelled():
                return
            if done.exception() is not None:
                # Raised where the app hears of it.
                self._screen.call_later(done.result)
            else:
                seen(done.result())

        asyncio.get_running_loop().run_in_executor(None, look).add_done_callback(looked)

    def in_background(
        self,
        function: Callable[..., Coroutine[Any, Any, None]],
        *arguments: object,
        group: str = "default",
        description: str = "",
        opens: bool = False,
    ) -> None:
        """Do something on the event loop that waits for the reader or for a thread.

        Where it ``opens`` a dialog, the keys that come next are meant for that.
        """
        work: WorkType[None] = partial(function, *arguments)
        name = OPENS if opens else ""
        self._screen.run_worker(work, name=name, group=group, description=description or group)

    def later(self, function: Callable[..., object], *arguments: object) -> None:
        """Do something on the event loop, after all that was handed in before; threads call it."""
        self._screen.call_later(function, *arguments)

    def after(self, seconds: float, function: Callable[[], object]) -> None:
        """Do something some seconds from now."""
        if seconds > 0:
            self._screen.set_timer(seconds, function)
        else:
            # A timer of no seconds may divide by them.
            self._screen.call_later(function)

    def every(self, seconds: float, function: Callable[[], object]) -> Timer:
        """Do something again and again, some seconds apart, while no other screen lies over."""
        timer = self._screen.set_interval(seconds, function, pause=self._resting)
        self._timers.append(timer)
        return timer

    def rest(self) -> None:
        """Let what is done again and again wait: another screen lies over this one.

        Whatever a covered screen is told, Textual draws all screens anew for it.
        """
        self._resting = True
        for timer in self._timers:
            timer.pause()

    def wake(self) -> None:
        """Go on with what is done again and again, once at once."""
        self._resting = False
        for timer in self._timers:
            timer.resume()

    def whenever_back(self, function: Callable[[], object]) -> None:
        """Do something whenever the terminal gets the focus again, if it tells."""

        def back(focus: bool) -> None:
            if focus:
                function()

        self._screen.watch(self._screen.app, "app_focus", back, init=False)

    def after_refresh(self, function: Callable[[], object]) -> None:
        """Do something when what has changed is drawn."""
        self._screen.call_after_refresh(function)


def bindings(*tables: Iterable[Key]) -> list[BindingType]:
    """Return the bindings of some tables of keys, in their order; each runs the verb of its id."""
    return [
        Binding(
            key.keys,
            f"run('{key.id}')",
            key.name,
            id=key.id,
            show=key.shown,
            tooltip=key.tooltip,
        )
        for table in tables
        for key in table
    ]
