"""The screen of the passages of a tag or a source: type to search in them, Enter goes to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from postil.config import Settings
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.listing.note_actions import NoteActions
from postil.tui.screens.listing.pointed_list import NotedList
from postil.tui.screens.passages.browsing import PassageBrowser
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.passages.passage_list import PassageDrawing
from postil.tui.screens.passages.preview import WholePassage
from postil.tui.screens.passages.supply import Supply
from postil.tui.screens.search.trail import HitTrail
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


class PassagesScreen(ListScreen[Passage]):
    """All passages of something, those asked for as soon as something is typed."""

    def __init__(
        self,
        supply: Supply,
        trail: HitTrail,
        memory: Memory,
        settings: Settings,
        home: Callable[[], Home],
        key_priority: KeyPriority,
    ) -> None:
        stage = ScreenListStage(self, settings, home, key_priority)
        whole = WholePassage()
        self.browser = PassageBrowser(self, supply, memory, stage.task(), whole.show)
        rows = NotedList(PassageDrawing(), ticks=True)
        self._visit = Visit(self, trail, self.browser, stage)
        self.browser.purpose = self._visit
        title = clean_line(supply.title)
        super().__init__(self.browser, rows, whole, tuple, title=title, hint=supply.hint)

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for what is to be opened."""
        return self.browser.takes_keys

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.browser.drop()

    def action_act(self, verb: str) -> None:
        """Do something with the notes that are meant."""
        self._visit.actions.do(verb)


class Visit:
    """The passages are listed to be gone to, and so that something is done with their notes."""

    def __init__(
        self,
        screen: ListScreen[Passage],
        trail: HitTrail,
        browser: PassageBrowser,
        stage: ScreenListStage,
    ) -> None:
        self._screen = screen
        self._trail = trail
        self._browser = browser
        self.actions = NoteActions(stage, self)

    # -- what passages are listed for

    def arrange(self, shown: Sequence[Passage], *, asked: bool) -> None:
        """Leave the ticks to those that are there still."""
        if not asked:
            self._screen.list.ticked &= {one.key for one in shown}

    def counted(self, shown: Sequence[Passage], of: int) -> str:
        """Return how many passages are listed."""
        return f"{len(shown)} of {of}" if len(shown) < of else f"{of}"

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the keys of the list do with notes."""
        row = self._screen.list.row
        return self.actions.hints() if in_list and row is not None and row.note else ()

    def take(self) -> None:
        """Go to the passage pointed at; ``n`` and ``N`` lead on to the others."""
        row = self._screen.list.row
        if row is None or row.stop is None:
            self._screen.app.bell()
            return
        stops = [(one, stop) for one in self._screen.list.rows if (stop := one.stop) is not None]
        at = next(at for at, (one, _) in enumerate(stops) if one is row)
        self._trail.begin([stop for _, stop in stops], at)
        self._screen.post_message(ListScreen.Chosen())

    # -- which notes are meant

    def pointed(self) -> str:
        """Return the note pointed at; "" for none."""
        row = self._screen.list.row
        return "" if row is None else row.note

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""
        return [one.note for one in self._screen.list.chosen if one.note]

    def listed(self) -> Sequence[str]:
        """Return all notes that are listed."""
        return [one.note for one in self._screen.list.rows if one.note]

    def changed(self) -> None:
        """List the passages as they are by now."""
        self._browser.read_again()
