"""The sources screen: who is quoted in an article or in the library, and what comes from each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from postil.config import Settings
from postil.text.clean import clean_line
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.sources.joins import SourceJoining
from postil.tui.screens.sources.passages import PassagesOfSource
from postil.tui.screens.sources.preview import SourcePreview
from postil.tui.screens.sources.session import SourcesSession
from postil.tui.screens.sources.source_rows import SCREEN_KEYS, SourceList
from postil.tui.screens.sources.sources import Sources
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.catalogue.source_list import ListedSource


class SourcesScreen(ListScreen["ListedSource"]):
    """Type to find a source, Enter lists what comes from it; in the list J joins two of them."""

    HINT: ClassVar[str] = "people, outlets, date:2014..2015"

    ENTER: ClassVar[str] = "lists its passages"

    BINDINGS: ClassVar[list[BindingType]] = SCREEN_KEYS

    def __init__(
        self, session: SourcesSession, settings: Settings, key_priority: KeyPriority
    ) -> None:
        self._session = session
        self._settings = settings
        self._key_priority = key_priority
        preview = SourcePreview()
        self._stage = ScreenListStage(self, settings, session.home, key_priority)
        self.sources = Sources(self, session, self._stage.task(), preview, self._open_source)
        self._joining = SourceJoining(self._stage, self.sources)
        rows = SourceList(self.sources.drawing)
        super().__init__(self.sources, rows, preview, tuple, title=_title(session))

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for what is to be opened."""
        return self.sources.takes_keys

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.sources.drop()

    @on(PointedList.Ticked)
    def _ticked(self) -> None:
        self.sources.count()

    def action_change(self, what: str) -> None:
        """Join or part sources."""
        self._stage.in_background(self._joining.verbs[what], opens=True)

    def action_scope(self) -> None:
        """List the sources of the library instead of those of the article, or back."""
        if self._session.article is None:
            self.app.bell()
            return
        self._session.whole_library = not self._session.whole_library
        self._heading.update(_title(self._session))
        self.sources.read_anew()

    def action_order(self) -> None:
        """List the sources in the next order."""
        self._session.next_order()
        self.sources.show()

    def action_turn_order(self) -> None:
        """List the sources in the same order the other way round."""
        self._session.turned = not self._session.turned
        self.sources.show()

    def _open_source(self, listed: ListedSource) -> None:
        session = self._session
        here = session.here
        path = None if here is None else here.path
        make = partial(
            PassagesScreen,
            PassagesOfSource(session.home, listed, path),
            session.trail,
            session.within.setdefault(listed.key, Memory()),
            self._settings,
            session.home,
            self._key_priority,
        )
        screen = make()
        screen.again = make
        self.app.push_screen(screen)


def _title(session: SourcesSession) -> str:
    here = session.here
    if here is None:
        return "Sources of all that is known"
    title = here.article.metadata.title or here.article.name
    return f"Sources of {clean_line(title)}"
