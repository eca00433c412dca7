"""Opens the lists over the library from wherever the reader is, and goes to what is chosen there.

What each of them remembers from one time to the next is kept here for as long as the app runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from postil.config import Settings
from postil.tui.screens.listing.query_help import QueryHelp
from postil.tui.screens.notes.session import NoteSession
from postil.tui.screens.reader.screen import ReaderScreen
from postil.tui.screens.search.session import SearchSession
from postil.tui.screens.sources.session import SourcesSession
from postil.tui.screens.tags.session import TagsSession
from postil.tui.screens.ways_back import MakesList, ScreenStack, WaysBack
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


class LibraryLists:
    """The screens that list something of the whole library."""

    def __init__(
        self,
        app: ScreenStack,
        settings: Settings,
        home: Callable[[], Home],
        key_priority: KeyPriority,
    ) -> None:
        self._app = app
        self._settings = settings
        self._key_priority = key_priority
        self._home = home
        self._search = SearchSession(settings.places, home)
        self._notes = NoteSession()
        self.trail = self._search.trail
        """The hits, or passages, of the list that was used last."""
        self.back = WaysBack(app, self.trail)
        """How ``q`` leads back to the list in which an article was chosen."""
        self._tags = TagsSession(home, self.trail)
        self.queries = QueryHelp(home)
        """What helps with a query in any of them."""
        self._sources = SourcesSession(home, self.trail)

    def search(self) -> None:
        """Search everything that is known; the query that was typed last is there again."""
        from postil.tui.screens.search.screen import SearchScreen

        if self._went_back(SearchScreen):
            return
        self._show(partial(SearchScreen, self._search, self._settings, self._key_priority))

    def open(self, what: str) -> None:
        """Open the list of something, as a key names it."""
        lists = {
            "notes": self._list_notes,
            "tags": self._list_tags,
            "sources": self._list_sources,
            "figures": self._show_figures,
        }
        lists[what]()

    def _list_tags(self) -> None:
        from postil.tui.screens.tags.screen import TagsScreen

        if self._went_back(TagsScreen):
            return
        self._show(partial(TagsScreen, self._tags, self._settings, self._key_priority))

    def _list_sources(self) -> None:
        from postil.tui.screens.sources.screen import SourcesScreen

        if self._went_back(SourcesScreen):
            return
        readers = [one for one in self._app.screen_stack if isinstance(one, ReaderScreen)]
        self._sources.article = readers[-1].stage.open_article if readers else None
        self._show(partial(SourcesScreen, self._sources, self._settings, self._key_priority))

    def _show_figures(self) -> None:
        from postil.tui.screens.figures import FiguresScreen

        if isinstance(self._app.screen_stack[-1], FiguresScreen):
            return
        readers = [one for one in self._app.screen_stack if isinstance(one, ReaderScreen)]
        path = readers[-1].path if readers else None
        self._app.clear_notifications()
        self._app.push_screen(FiguresScreen(self._home, self._key_priority, path))

    def _list_notes(self) -> None:
        from postil.tui.screens.notes.screen import NotesScreen

        if self._went_back(NotesScreen):
            return
        readers = [one for one in self._app.screen_stack if isinstance(one, ReaderScreen)]
        article = readers[-1].parts.browsing.from_here() if readers else None
        settings, home, priority = self._settings, self._home, self._key_priority
        self._show(partial(NotesScreen, self._notes, self.trail, settings, home, priority, article))

    def _went_back(self, kind: type[Screen[None]]) -> bool:
        """Go back to a list that lies below others, or is on top; tell whether there is one."""
        if not any(isinstance(one, kind) for one in self._app.screen_stack):
            return False
        while not isinstance(top := self._app.screen_stack[-1], kind):
            top.dismiss(None)  # Who waits for its answer gets none.
        return True

    def _show(self, make: MakesList) -> None:
        self._app.clear_notifications()
        self.back.show(make)

    async def go(self) -> None:
        """Go to the present stop of the trail, in the article that is open or in another one."""
        below = await self.back.leave_lists()
        stop = self.trail.now
        if isinstance(below, ReaderScreen):
            below.parts.hits.come()
        elif stop is not None:
            opened = self._app.open_path(Path(stop.path), note=stop.note)
            self.back.opened(opened, None, instead=False)
