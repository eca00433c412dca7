"""Browses passages: reads them, narrows them to what is typed, and hands on what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol

from postil.errors import PostilError
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.passage import Passage, lines_of
from postil.tui.screens.passages.supply import PassageReader, Supply
from postil.tui.startup.key_priority import BackgroundTask


class Purpose(Protocol):
    """What the passages are listed for."""

    def arrange(self, shown: Sequence[Passage], *, asked: bool) -> None:
        """Get ready to show other passages, that were asked for or are all there are."""

    def counted(self, shown: Sequence[Passage], of: int) -> str:
        """Return what is said beside the query line."""

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of keys."""

    def take(self) -> None:
        """Do what Enter is for."""


class PassageBrowser:
    """What a screen of passages asks for and shows."""

    def __init__(
        self,
        screen: ListScreen[Passage],
        supply: Supply,
        memory: Memory,
        task: BackgroundTask,
        show: Callable[[Passage | None], None],
    ) -> None:
        """Browse; ``show`` shows a passage in full."""
        self._screen = screen
        self._memory = memory
        self._show_whole = show
        self._reader = PassageReader(supply, screen, task, self._read, self._fitted)
        self.purpose: Purpose
        """Set by who makes both."""
        self._all: Sequence[Passage] = ()
        self._fits: Collection[str] | None = None
        """The keys of those that are asked for; None for all."""
        self._done = False
        self.answered = True
        """Whether what is typed has been answered."""
        self._opens = False
        """Whether to open what is pointed at as soon as it is."""

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for the list, and not for what is to be opened."""
        return not self._opens

    # -- reading

    def begin(self) -> None:
        """Begin where the reader has left, and read."""
        line = self._screen.line
        line.value = self._memory.typed
        line.cursor_position = len(line.value)
        self.answered = not line.value.strip()
        self._screen.count("reading…")
        self._screen.found(any_rows=False, empty="Reading…", looking=True)
        self._reader.read()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reader.drop()

    def read_again(self) -> None:
        """Read all passages anew; what is pointed at stays so."""
        self._reader.read()

    def _read(self, passages: Sequence[Passage], done: bool, error: PostilError | None) -> None:
        again = self._done and not done
        if again and error is None:
            return  # What was listed stays until all of it is read again.
        self._all, self._done = passages, self._done or done
        if error is not None:
            self._screen.complain(error)
        if self._done and self._screen.line.value.strip():
            self.typed()
        else:
            self._show()

    def typed(self) -> None:
        """Find what the query line asks for."""
        self._memory.typed = typed = self._screen.line.value
        if not typed.strip():
            self._fits, self.answered = None, True
            self._screen.complain(None)
            self._show()
        elif self._done:
            self.answered = False
            self._reader.fit(typed, self._all)

    def _fitted(self, typed: str, keys: Collection[str], error: PostilError | None) -> None:
        if typed != self._screen.line.value:
            return
        self._screen.complain(error)
        self.answered, opens, self._opens = True, self._opens, False
        if error is None:
            self._fits = keys
            self._show()
            if opens:
                self.open()

    # -- showing

    def _show(self) -> None:
        shown = self._all
        if self._fits is not None:
            shown = [one for one in self._all if one.key in self._fits]
        keys = [one.key for one in shown]
        at = keys.index(self._memory.key) if self._memory.key in keys else 0
        self.purpose.arrange(shown, asked=self._fits is not None)
        self._screen.list.set_lines(*lines_of(shown), at)
        self._screen.found(any_rows=bool(shown), empty=self._nothing(), looking=not self._done)
        self.count()

    def count(self) -> None:
        """Say how many passages are listed."""
        shown = self._screen.list.rows
        told = self.purpose.counted(shown, len(self._all))
        self._screen.count(told if self._done else f"reading… {len(shown)}")

    def _nothing(self) -> str:
        if not self._done:
            return "Reading…"
        return "None of these passages fits." if self._all else "There are no passages."

    def preview(self, row: Passage | None) -> None:
        """Show the passage pointed at."""
        if row is not None and self._done:
            self._memory.key = row.key
        self._show_whole(row)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another passage."""
        self._screen.list.pointed += by

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this list's own."""
        return self.purpose.hints(in_list=in_list)

    def open(self) -> None:
        """Take what is pointed at, as soon as what is typed is answered."""
        if self.answered:
            self.purpose.take()
        else:
            self._opens = True
