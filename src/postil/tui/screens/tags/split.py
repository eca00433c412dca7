"""The checklist of a split: the notes that a query finds, all ticked until the reader unticks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on

from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.passages.supply import NotesOfTag
from postil.tui.screens.search.trail import HitTrail
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


class SplitScreen(PassagesScreen):
    """Lets the reader choose some notes of a tag; Enter takes those that are ticked."""

    TICKS: ClassVar[bool] = True

    def __init__(self, home: Callable[[], Home], tag: str, key_priority: KeyPriority) -> None:
        super().__init__(
            NotesOfTag(home, tag),
            HitTrail(),
            Memory(),
            key_priority,
            title=f"Split {in_marks(tag)}: which notes get another tag instead?",
            hint="a query: what it finds is ticked",
        )
        self._said: dict[str, bool] = {}
        """Whether a note is ticked, where the reader has said so."""
        self.taken: frozenset[str] = frozenset()
        """The ids of the notes that were chosen."""

    def arranged(self, shown: Sequence[Passage]) -> None:
        """Tick what the query finds, but for what the reader has said otherwise."""
        asked = bool(self.line.value.strip())
        self.list.ticked = {one.key for one in shown if self._said.get(one.key, asked)}

    def counted(self, shown: Sequence[Passage]) -> str:
        """Return how many are ticked."""
        return f"{len(self.list.ticked)} of {len(shown)} ticked"

    @on(PointedList.Ticked)
    def _ticked(self) -> None:
        asked = bool(self.line.value.strip())
        for one in self.list.rows:
            ticked = one.key in self.list.ticked
            if ticked == asked:
                self._said.pop(one.key, None)
            else:
                self._said[one.key] = ticked
        self.count(self.counted(self.list.rows))
        self.say()

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what Enter and ticking do."""
        count = len(self.list.ticked)
        named = f"names the tag for {count}" if count else "needs some that are ticked"
        return (("rows.open" if in_list else "field.enter", named), ("rows.tick", "ticks"))

    def take(self) -> None:
        """Leave with what is ticked."""
        if not self.list.ticked:
            self.app.bell()
            return
        self.taken = frozenset(self.list.ticked)
        self.action_leave()
