"""The checklist of a split: the notes that a query finds, all ticked until the reader unticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on

from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.browsing import PassageBrowser
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.passages.passage_list import PassageDrawing
from postil.tui.screens.passages.preview import WholePassage
from postil.tui.screens.passages.supply import NotesOfTag
from postil.tui.startup.key_priority import BackgroundTask

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


class SplitScreen(ListScreen[Passage]):
    """Lets the reader choose some notes of a tag; Enter takes those that are ticked."""

    ENTER: ClassVar[str] = "names the new tag"

    def __init__(self, home: Callable[[], Home], tag: str, task: BackgroundTask) -> None:
        whole = WholePassage()
        supply = NotesOfTag(home, tag)
        self.browser = PassageBrowser(self, supply, Memory(), task, whole.show)
        rows: PointedList[Passage, str] = PointedList(PassageDrawing(), ticks=True)
        self.checklist = self.browser.purpose = Checklist(self)
        title = f"Split {in_marks(tag)}: which notes get another tag instead?"
        hint = "a query: what it finds is ticked"
        super().__init__(self.browser, rows, whole, tuple, title=title, hint=hint)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.browser.drop()

    @on(PointedList.Ticked)
    def _ticked(self) -> None:
        self.checklist.ticked()
        self.browser.count()
        self.say()


class Checklist:
    """What is ticked: all that a query finds, but for what the reader has said otherwise."""

    def __init__(self, screen: ListScreen[Passage]) -> None:
        self._screen = screen
        self._asked = False
        self._said: dict[str, bool] = {}
        """Whether a note is ticked, where the reader has said so."""
        self.taken: frozenset[str] = frozenset()
        """The ids of the notes that were chosen."""

    def arrange(self, shown: Sequence[Passage], *, asked: bool) -> None:
        """Tick what is to be ticked of other passages."""
        self._asked = asked
        ticked = {one.key for one in shown if self._said.get(one.key, asked)}
        self._screen.list.ticked = ticked

    def ticked(self) -> None:
        """Take note of what the reader has ticked."""
        for one in self._screen.list.rows:
            ticked = one.key in self._screen.list.ticked
            if ticked == self._asked:
                self._said.pop(one.key, None)
            else:
                self._said[one.key] = ticked

    def counted(self, shown: Sequence[Passage], of: int) -> str:
        """Return how many are ticked."""
        listed = f"{len(shown)}" if len(shown) == of else f"the {len(shown)} found"
        return f"{len(self._screen.list.ticked)} of {listed} ticked"

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what ticks."""
        return (("rows.tick", "ticks"), ("rows.tick-all", "all")) if in_list else ()

    def take(self) -> None:
        """Leave with what is ticked."""
        if self._screen.list.ticked:
            self.taken = frozenset(self._screen.list.ticked)
            self._screen.action_leave()
        else:
            self._screen.app.bell()
