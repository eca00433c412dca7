"""The passages of a tag or a source: type to search in them, Enter goes to one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import ClassVar

from textual import on

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.passage import Passage, lines_of
from postil.tui.screens.passages.passage_list import PassageDrawing
from postil.tui.screens.passages.preview import WholePassage
from postil.tui.screens.passages.supply import Fitted, PassageReader, Read, Supply
from postil.tui.screens.search.trail import HitTrail
from postil.tui.startup.key_priority import KeyPriority


class PassagesScreen(ListScreen[Passage]):
    """All passages of something, those asked for as soon as something is typed."""

    TICKS: ClassVar[bool] = False

    def __init__(
        self,
        supply: Supply,
        trail: HitTrail,
        memory: Memory,
        key_priority: KeyPriority,
        *,
        title: str = "",
        hint: str = "",
    ) -> None:
        self._trail = trail
        self._memory = memory
        self._passage = WholePassage()
        rows = PointedList(PassageDrawing(), ticks=self.TICKS)
        super().__init__(
            self,
            rows,
            self._passage,
            tuple,
            title=clean_line(title or supply.title),
            hint=hint or supply.hint,
        )
        self._reader = PassageReader(supply, self, key_priority)
        self._all: Sequence[Passage] = ()
        self._fits: Collection[str] | None = None
        """The keys of those that are asked for; None for all."""
        self._done = False
        self._answered = True
        """Whether what is typed has been answered."""
        self._opens = False
        """Whether to open what is pointed at as soon as it is."""

    # -- reading

    def begin(self) -> None:
        """Begin where the reader has left, and read."""
        self.line.value = self._memory.typed
        self.line.cursor_position = len(self.line.value)
        self._answered = not self.line.value.strip()
        self.count("reading…")
        self.found(any_rows=False, empty="Reading…")
        self._reader.read()

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(work, thread=True, exclusive=True, group=group, description=group)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._reader.drop()

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for what is to be opened."""
        return not self._opens

    @on(Read)
    def _read(self, event: Read) -> None:
        self._all, self._done = event.passages, event.done
        if event.error is not None:
            self.complain(event.error)
        if self._done and self.line.value.strip():
            self.typed()
        else:
            self._show()

    def typed(self) -> None:
        """Find what the query line asks for."""
        self._memory.typed = typed = self.line.value
        if not typed.strip():
            self._fits, self._answered = None, True
            self.complain(None)
            self._show()
        elif self._done:
            self._answered = False
            self._reader.fit(typed, self._all)

    @on(Fitted)
    def _fitted(self, event: Fitted) -> None:
        if event.typed != self.line.value:
            return
        self.complain(event.error)
        self._answered = True
        if event.error is None:
            self._fits = event.keys
            self._show()
        elif self._opens:
            self._opens = False
        if self._opens:
            self._opens = False
            self.open()

    # -- showing

    def _show(self) -> None:
        shown = self._all
        if self._fits is not None:
            shown = [one for one in self._all if one.key in self._fits]
        keys = [one.key for one in shown]
        at = keys.index(self._memory.key) if self._memory.key in keys else 0
        self.arranged(shown)
        self.list.set_lines(*lines_of(shown), at)
        self.found(any_rows=bool(shown), empty=self._nothing())
        self.count(self.counted(shown) if self._done else f"reading… {len(shown)}")

    def arranged(self, shown: Sequence[Passage]) -> None:
        """Do what there is to do before passages are listed: the pointer is kept among them."""
        del shown

    def _nothing(self) -> str:
        if not self._done:
            return "Reading…"
        return "None of these passages fits." if self._all else "There are no passages."

    def counted(self, shown: Sequence[Passage]) -> str:
        """Return how many passages are listed."""
        return f"{len(shown)} of {len(self._all)}" if self._fits is not None else f"{len(shown)}"

    def preview(self, row: Passage | None) -> None:
        """Show the passage pointed at."""
        if row is not None and self._done:
            self._memory.key = row.key
        self._passage.show(row)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another passage."""
        self.list.pointed += by

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""
        return ()

    def open(self) -> None:
        """Take what is pointed at, as soon as what is typed is answered."""
        if self._answered:
            self.take()
        else:
            self._opens = True

    def take(self) -> None:
        """Go to the passage pointed at; ``n`` and ``N`` lead on to the others."""
        row = self.list.row
        if row is None or row.stop is None:
            self.app.bell()
            return
        stops = [(one, stop) for one in self.list.rows if (stop := one.stop) is not None]
        at = next(at for at, (one, _) in enumerate(stops) if one is row)
        self._trail.begin([stop for _, stop in stops], at)
        self.post_message(self.Chosen())
