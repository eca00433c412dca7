"""What a list over the library offers to those who act on its rows: it speaks, asks and works."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen
from textual.worker import WorkType

from postil import library
from postil.config import Settings
from postil.errors import PostilError
from postil.library.articles import quick_open
from postil.tui.dialogs.frame.asked import asked
from postil.tui.dialogs.referencing import BibliographyWanted
from postil.tui.messages import sentences
from postil.tui.screens.reader.notes.changes import ChangeResult
from postil.tui.screens.reader.screen import ReaderScreen
from postil.tui.screens.reader.stage import Answer
from postil.tui.startup.app_input import OPENS
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority

if TYPE_CHECKING:
    from postil.library.articles.quick_open import Appearance
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput


class ListStage(Protocol):
    """A list over the library as those see it who act on its rows."""

    @property
    def settings(self) -> Settings:
        """The settings, which do not change while the app runs."""

    @property
    def home(self) -> Home:
        """The notes; opening them takes a while, so a thread does it first."""

    @property
    def look(self) -> Appearance:
        """What was chosen last: the style of citations among other things."""

    def keep_look(self, look: Appearance) -> None:
        """Keep what was chosen for the next time, and for the article beneath."""

    def task(self) -> BackgroundTask:
        """Return work that lets keys go before."""

    def say(self, text: str, trouble: bool = False) -> None:
        """Tell the reader something in passing, instead of what was told before."""

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog and return its answer."""

    def in_background(
        self,
        function: Callable[..., Coroutine[Any, Any, None]],
        *arguments: object,
        group: str = "default",
        opens: bool = False,
    ) -> None:
        """Do something that waits for the reader or for a thread; it may open a dialog."""

    def notes_changed(self) -> None:
        """Show the notes as they are by now in the articles beneath."""

    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Put a text in the clipboard, and say what it is and what there is to say besides."""

    def list_works(self, about: str, gather: Callable[[Home], BibliographyInput]) -> None:
        """Let the reader choose how the works that something quotes are listed, and copy that."""


class ScreenListStage:
    """The stage of one screen."""

    def __init__(
        self,
        screen: Screen[None],
        settings: Settings,
        home: Callable[[], Home],
        key_priority: KeyPriority,
    ) -> None:
        self._screen = screen
        self._home = home
        self._key_priority = key_priority
        self.settings = settings

    @property
    def home(self) -> Home:
        """The notes; opening them takes a while, so a thread does it first."""
        return self._home()

    def task(self) -> BackgroundTask:
        """Return work that lets keys go before."""
        return BackgroundTask(self._key_priority)

    # -- what was chosen last

    def _readers(self) -> list[ReaderScreen]:
        stack = self._screen.app.screen_stack
        return [one for one in stack if isinstance(one, ReaderScreen)]

    @property
    def look(self) -> Appearance:
        """What was chosen last; an open article may not have kept it yet."""
        readers = self._readers()
        if readers:
            return readers[-1].parts.appearance.now
        return quick_open.appearance(self.settings.places)

    def keep_look(self, look: Appearance) -> None:
        """Keep what was chosen for the next time, and for the article beneath."""
        for reader in self._readers():
            reader.parts.appearance.now = look
        work = partial(library.local_state.keep_appearance, self.home, look)
        self._screen.run_worker(work, thread=True, group="look", description="keep look")

    # -- speaking

    def say(self, text: str, trouble: bool = False) -> None:
        """Tell the reader something in passing."""
        self._screen.app.clear_notifications()
        self._screen.notify(
            text,
            severity="error" if trouble else "information",
            markup=False,
            timeout=6 if trouble else 4,
        )

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""
        self.say(sentences(error), trouble=True)

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog and return its answer."""
        return await asked(self._screen, dialog)

    # -- working

    def in_background(
        self,
        function: Callable[..., Coroutine[Any, Any, None]],
        *arguments: object,
        group: str = "default",
        opens: bool = False,
    ) -> None:
        """Do something that waits for the reader or for a thread.

        Where it ``opens`` a dialog, the keys that come next are meant for that.
        """
        work: WorkType[None] = partial(function, *arguments)
        name = OPENS if opens else ""
        self._screen.run_worker(work, name=name, group=group, description=group)

    def notes_changed(self) -> None:
        """Show the notes as they are by now in the articles beneath.

        They would not hear of it: what this very program writes is no news to the home.
        """
        for reader in self._readers():
            reader.stage.in_thread("refresh", reader.parts.updates.reload, ChangeResult())

    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Put a text in the clipboard."""
        self._screen.post_message(ReaderScreen.CopyWanted(text, what, problems))

    def list_works(self, about: str, gather: Callable[[Home], BibliographyInput]) -> None:
        """Let the reader choose how the works that something quotes are listed."""
        self._screen.post_message(BibliographyWanted(about, gather))
