"""The sources as the screen lists them: read, asked for, put in an order, and ticked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from postil.errors import PostilError
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.sources.preview import SourcePreview
from postil.tui.screens.sources.reader import SourceReader
from postil.tui.screens.sources.session import SourcesSession
from postil.tui.screens.sources.source_rows import SourceDrawing, ordered
from postil.tui.startup.key_priority import BackgroundTask

if TYPE_CHECKING:
    from postil.library.catalogue.source_list import ListedSource, SourceFilter

PAUSE = 0.15
"""Seconds for which a source is pointed at before its passages are read."""

HINTS = (
    ("rows.tick", "ticks"),
    ("sources.join", "joins"),
    ("sources.part", "parts"),
    ("sources.likely", "next likely one"),
    ("sources.list-order sources.turn", "order"),
    ("sources.undo", "undoes"),
)


class Sources:
    """What the screen of sources asks for and shows."""

    def __init__(
        self,
        screen: ListScreen[ListedSource],
        session: SourcesSession,
        task: BackgroundTask,
        preview: SourcePreview,
        open_source: Callable[[ListedSource], None],
    ) -> None:
        """List sources; ``open_source`` lists the passages of one."""
        self._screen = screen
        self._session = session
        self._preview = preview
        self._open = open_source
        self._reader = SourceReader(session, screen, task, self)
        self.drawing = SourceDrawing()
        self.all: Sequence[ListedSource] | None = None
        """None before they are read."""
        self._filter: SourceFilter | None = None
        self._fits: Sequence[ListedSource] | None = None
        """Those that are asked for; None for all."""
        self._answered = True
        self._opens = False
        self._found: dict[str, Sequence[Passage]] = {}
        """Passages that were read, by the key of their source."""

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for the list, and not for what is to be opened."""
        return not self._opens

    @property
    def pointed(self) -> ListedSource | None:
        """The source pointed at."""
        return self._screen.list.row

    @property
    def ticked(self) -> Sequence[ListedSource]:
        """The sources that are ticked, listed or not."""
        return [one for one in self.all or () if one.key in self._screen.list.ticked]

    # -- reading

    def begin(self) -> None:
        """Read all sources."""
        line = self._screen.line
        line.value = self._session.typed
        line.cursor_position = len(line.value)
        self._answered = not line.value.strip()
        self.read_anew()

    def read_anew(self) -> None:
        """Read the sources that are to be listed by now, of the article or of the library."""
        self.drawing.in_library = self._session.here is None
        if self.all is None:
            self._screen.count("reading…")
            self._screen.found(any_rows=False, empty="Reading…", looking=True)
        self._reader.read()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reader.drop()

    def changed(self, key: str = "") -> None:
        """Show what was changed, and point at a source."""
        self._session.key = key or self._session.key
        self._screen.list.ticked.clear()
        self._found.clear()
        self._reader.read()

    def take_sources(
        self,
        listed: Sequence[ListedSource],
        fitting: SourceFilter,
        likely: Mapping[str, ListedSource] | None,
    ) -> None:
        """Show the sources that were read; ``likely`` is None for what is known already."""
        self.all, self._filter = listed, fitting
        if likely is not None:
            self.drawing.likely = likely
        self._screen.list.ticked &= {one.key for one in listed}
        self.typed()

    def tell_progress(self, done: int, of: int) -> None:
        """Say how many articles of how many are read."""
        if self.all is None:
            self._screen.count(f"reading {done} of {of} articles…")

    def typed(self) -> None:
        """Find what the query line asks for."""
        self._session.typed = typed = self._screen.line.value
        if self._filter is None:
            return
        if typed.strip():
            self._answered = False
            self._reader.fit(typed, self._filter)
        else:
            self._answered, self._fits = True, None
            self._screen.complain(None)
            self.show()

    def take_fitting(
        self, typed: str, listed: Sequence[ListedSource], error: PostilError | None
    ) -> None:
        """Show the sources that fit what is typed."""
        if typed != self._screen.line.value:
            return
        self._screen.complain(error)
        self._answered, opens, self._opens = True, self._opens, False
        if error is None:
            self._fits = listed
            self.show()
            if opens:
                self.open()

    def take_passages(self, key: str, passages: Sequence[Passage]) -> None:
        """Show some passages of a source, if it is still pointed at."""
        self._found[key] = passages
        if self.pointed is not None and self.pointed.key == key:
            self._show_whole(self.pointed)

    def complain(self, error: PostilError) -> None:
        """Say what could not be read."""
        self._screen.complain(error)

    # -- showing

    def show(self) -> None:
        """List the sources that fit, in the order that is chosen."""
        known = self.all or ()
        order, turned = self._session.order, self._session.turned
        shown = ordered(known if self._fits is None else self._fits, order, turned=turned)
        keys = [one.key for one in shown]
        at = keys.index(self._session.key) if self._session.key in keys else 0
        self._screen.list.show(shown, at)
        self._screen.found(any_rows=bool(shown), empty=self._nothing())
        self.count()

    def _nothing(self) -> str:
        typed = clean_line(self._screen.line.value, 40)
        if self.all:
            return f"No source here has {in_marks(typed)}."
        if self._session.here is not None:
            return "This article names no source. ctrl+l lists those of all that is known."
        return "Nothing that is known quotes anybody. postil add PATH makes articles known."

    def count(self) -> None:
        """Say how many sources are listed, in which order, and how many are ticked."""
        shown, known = len(self._screen.list.rows), len(self.all or ())
        if not known:
            self._screen.count("")
            return
        said = f"{shown} of {known}" if shown < known else f"{known}"
        ticked = len(self._screen.list.ticked)
        order = f" by {self._session.order}{', reversed' if self._session.turned else ''}"
        more = f", {ticked} ticked" if ticked else order
        self._screen.count(f"{said}{more}")

    def preview(self, row: ListedSource | None) -> None:
        """Show the source pointed at; some of its passages once the pointer rests."""
        if row is None:
            self._preview.show(None, None, None)
            return
        self._session.key = row.key
        self._show_whole(row)
        if row.key not in self._found:
            self._screen.set_timer(PAUSE, partial(self._read_passages, row))

    def _show_whole(self, row: ListedSource) -> None:
        likely = self.drawing.likely.get(row.key)
        self._preview.show(row, likely, self._found.get(row.key))

    def _read_passages(self, row: ListedSource) -> None:
        if self.pointed == row and row.key not in self._found:
            self._reader.read_passages(row)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another source."""
        self._screen.list.pointed += by

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the keys do to sources."""
        article = self._session.article is not None
        other = "the library" if self._session.here is not None else "this article"
        scope = (("sources.scope", other),) if article else ()
        if not in_list:
            return (*scope, ("sources.order", "order"))
        likely = bool(self.drawing.likely)
        return (*(one for one in HINTS if likely or one[0] != "sources.likely"), *scope)

    def open(self) -> None:
        """List what comes from the source pointed at, as soon as what is typed is answered."""
        if not self._answered or self.all is None:
            self._opens = self.all is not None
        elif self.pointed is None:
            self._screen.app.bell()
        else:
            self._open(self.pointed)
