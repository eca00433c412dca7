"""The shelf: all articles that are known, or those of a folder, to choose one from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from postil import library
from postil.config import Settings
from postil.model.values import dataclass
from postil.tui.commands import plainest_keys
from postil.tui.dialogs.referencing import BibliographyWanted
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.shelf.acting import ShelfActions
from postil.tui.screens.shelf.answering import Answered
from postil.tui.screens.shelf.listing import ShelfListing, shortened
from postil.tui.screens.shelf.loader import Changed, Filled, Reading
from postil.tui.screens.shelf.rows import ShelfRow
from postil.tui.screens.shelf.shelf_list import SCREEN
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home

LOOK_EVERY = 4.0
"""Seconds between two looks whether anything has come into the folders that are watched."""

CSS = """
Shelf {
    #both, &.-wide #both { layout: vertical; }
    #preview { height: 6; }
    &.-wide #found { width: 1fr; }
    &.-wide #preview {
        width: 1fr;
        height: 8;
        margin-left: 0;
        border-left: none;
        border-top: solid $primary 40%;
    }
}
"""


class Shelf(ListScreen[ShelfRow]):
    """Type to filter, Enter opens; the rows come while they are looked for."""

    HINT: ClassVar[str] = "type to filter: words, or author:hart read:todo"

    DEFAULT_CSS = CSS

    BINDINGS: ClassVar[list[BindingType]] = SCREEN

    @dataclass
    class Wanted(Message):
        """An article is to be opened."""

        path: Path

    def __init__(
        self,
        settings: Settings,
        home: Callable[[], Home],
        paths: Sequence[Path],
        key_priority: KeyPriority,
    ) -> None:
        """Without ``paths`` the shelf has all that is known."""
        stage = ScreenListStage(self, settings, home, key_priority)
        self._listing = listing = ShelfListing(self, stage, home, paths, key_priority)
        super().__init__(listing, listing.list, listing.article, lambda: listing.tags)
        self._actions = ShelfActions(listing, stage)
        self._timer: Timer | None = None

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen: there is something that it may mean."""
        return self._listing.takes_keys

    def on_screen_resume(self) -> None:
        """Look again: an article may have been read or annotated meanwhile."""
        self._listing.loader.look()
        self._timer = self.set_interval(LOOK_EVERY, self.look_out)

    def on_screen_suspend(self) -> None:
        """Look no more while nobody sees it."""
        if self._timer is not None:
            self._timer.stop()

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._listing.drop()

    def on_resize(self) -> None:
        """Shorten the title to the room that there is."""
        self._listing.entitle()

    # -- what the listing asks for

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(work, thread=True, exclusive=True, group=group, description=group)

    def entitle(self, name: str, more: str) -> None:
        """Say in the title line whose shelf it is, and in which order."""
        self._heading.update(f"{shortened(name, self.size.width - 4 - cell_len(more))}{more}")

    def wants(self, path: Path) -> None:
        """Ask for an article to be opened."""
        self.post_message(self.Wanted(path))

    def key_of(self, name: str) -> str:
        """Return the key of a binding that works now; "" where none does."""
        return plainest_keys(self).get(name, "")

    # -- what comes from threads

    def look_out(self) -> None:
        """Look whether anything has come or gone, unless a look takes that long."""
        if all(one.is_finished for one in self.workers if one.group == "look out"):
            self._listing.loader.look_out()

    @on(Changed)
    def _changed(self) -> None:
        self._listing.loader.look()

    @on(Filled)
    def _filled(self, event: Filled) -> None:
        self._listing.filled(event)

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        self._listing.answer(event)

    @on(Reading)
    def _reading(self, event: Reading) -> None:
        self.count(f"reading {event.read + 1} of {event.of} articles…")

    # -- keys

    def action_act(self, verb: str) -> None:
        """Do something with the articles that are ticked, or with the one pointed at."""
        self._actions.do(verb)

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._listing.sort()

    def action_turn_order(self) -> None:
        """Sort by the same column the other way round."""
        self._listing.turn()

    def action_bibliography(self) -> None:
        """List what the articles that are listed quote and cite."""
        if paths := self._listing.paths():
            about = library.labels.counted(len(paths), "article")
            gather = partial(library.bibliography.shelved, paths=paths)
            self.post_message(BibliographyWanted(about, gather))

    def action_clear(self) -> None:
        """Empty the query; go back where that is empty, and something lies beneath."""
        if self.line.value:
            self.line.value = ""
            self.line.focus()
        elif len(self.app.screen_stack) > 1:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave Postil, or go back to what lies beneath."""
        if len(self.app.screen_stack) > 1:
            super().action_leave()
        else:
            self.run_worker(self.app.action_quit(), description="quit")
