"""The screen of the notes browser: type to find, Enter goes to the passage, other keys act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from postil.config import Settings
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.notes.browser import NoteBrowser
from postil.tui.screens.notes.finder import Found
from postil.tui.screens.notes.session import FromArticle, NoteSession
from postil.tui.screens.notes.viewing import Viewed
from postil.tui.screens.search.trail import HitTrail
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home

LOOK_EVERY = 2.0
"""Seconds between two looks whether others have written notes; each is one stat."""


class NotesScreen(ListScreen[str]):
    """The notes of an article, or of the library."""

    HINT: ClassVar[str] = "words, tag:…, source:…, colour:…, state:orphan"

    ENTER: ClassVar[str] = "goes there"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+l",
            "scope",
            "Article or library",
            id="notes.library",
            show=False,
            tooltip="List the notes of this article, or those of the whole library",
        ),
        Binding(
            "ctrl+o",
            "order",
            "Order",
            id="notes.next-order",
            show=False,
            tooltip="List by place, date, tag, source or article: each time by the next",
        ),
        Binding(
            "ctrl+b",
            "act('bibliography')",
            "Bibliography",
            id="notes.bibliography",
            show=False,
            tooltip="Copy a list of what the passages of the notes listed here quote and cite",
        ),
    ]

    def __init__(
        self,
        session: NoteSession,
        trail: HitTrail,
        settings: Settings,
        home: Callable[[], Home],
        key_priority: KeyPriority,
        article: FromArticle | None = None,
    ) -> None:
        """List the notes of an article, if there is one and no other are wanted."""
        self.browser = browser = NoteBrowser(
            self, session, trail, settings, home, key_priority, article, self._entitle
        )
        super().__init__(browser, browser.rows, browser.whole, browser.tags)

    def on_mount(self) -> None:
        """Look now and then whether others have written, as long as nothing lies over the list."""
        self._looking = self.set_interval(LOOK_EVERY, self._look_for_others)

    def on_screen_suspend(self) -> None:
        """Rest below another screen."""
        self._looking.pause()

    def on_screen_resume(self) -> None:
        """Look again."""
        self._looking.resume()

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.browser.drop()

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for the note to be gone to."""
        return self.browser.takes_keys

    def _entitle(self, title: str) -> None:
        self._heading.update(title)

    def _look_for_others(self) -> None:
        if self.is_current:
            self.run_worker(self.browser.look, thread=True, group="refresh", description="glance")

    @on(Found)
    def _take(self, event: Found) -> None:
        self.browser.take(event)

    @on(PointedList.Ticked)
    def _tell(self) -> None:
        self.browser.tell()

    @on(Viewed)
    def _viewed(self) -> None:
        self.browser.viewed()

    def action_act(self, verb: str) -> None:
        """Do something with the notes that are meant."""
        self.browser.acting.do(verb)

    def action_scope(self) -> None:
        """List the notes of the article, or of the library."""
        self.browser.change_scope()

    def action_order(self) -> None:
        """List in the next order."""
        self.browser.change_order(turn=False)

    def action_turn_order(self) -> None:
        """List in the same order the other way round."""
        self.browser.change_order(turn=True)

    def action_compare(self) -> None:
        """Set the passages side by side."""
        self.browser.compare()
