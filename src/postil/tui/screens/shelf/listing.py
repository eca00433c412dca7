"""The listing of a shelf: which rows stand on it, in which order, and which one is pointed at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len
from textual.message import Message

from postil import library
from postil.config import Settings
from postil.errors import PostilError
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.awaited import AwaitedRows
from postil.tui.screens.listing.keys_ahead import KeysAhead
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.query_line import QueryLine
from postil.tui.screens.shelf.answering import Answered, ShelfAnswers
from postil.tui.screens.shelf.contents import ShelfContents
from postil.tui.screens.shelf.loader import Filled, ShelfLoader
from postil.tui.screens.shelf.preview import ArticlePreview
from postil.tui.screens.shelf.rows import Head, SavedRow, ShelfDrawing, ShelfRow
from postil.tui.screens.shelf.shelf_list import ShelfList
from postil.tui.screens.shelf.wording import LOOKING, NOTHING_KNOWN, nothing_found
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.shelf.ordering import Order


class Stand(Protocol):
    """The screen of a shelf, as far as it shows what is listed."""

    line: QueryLine

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take a message; threads call this."""

    awaited: AwaitedRows

    def found(self, *, any_rows: bool, empty: str = "", looking: bool = False) -> None:
        """Show the list, or say why there is nothing in it; ``looking`` while there may be."""

    def count(self, said: str) -> None:
        """Say beside the query how much there is."""

    def complain(self, error: PostilError | None) -> None:
        """Say what is wrong with the query; None for nothing."""

    def entitle(self, name: str, more: str) -> None:
        """Say in the title line whose shelf it is, and in which order."""

    def wants(self, path: Path) -> None:
        """Ask for an article to be opened."""

    def key_of(self, name: str) -> str:
        """Return the key of a binding that works now; "" where none does."""


class ShelfListing:
    """What is listed, and what is done with the row pointed at."""

    def __init__(
        self,
        stand: Stand,
        stage: ListStage,
        home: Callable[[], Home],
        paths: Sequence[Path],
        key_priority: KeyPriority,
    ) -> None:
        """Without ``paths`` the shelf has all that is known."""
        self._stand, self._stage = stand, stage
        settings: Settings = stage.settings
        self._drawing = ShelfDrawing(settings.words_per_minute)
        self.list = ShelfList(self._drawing, ticks=True)
        self.article = ArticlePreview(settings.words_per_minute)
        self.name = ", ".join(clean_line(str(path)) for path in paths) or "Your articles"
        self._of_library = not paths
        self.tags: Sequence[str] = ()
        """Those that a query may be completed with."""
        self._places = settings.places
        self._orders = library.ordering.OF_FOLDER if paths else library.ordering.OF_LIBRARY
        chosen = library.ordering.kept(settings.places, self._orders)
        self._order = library.ordering.order_named(chosen, self._orders)
        only = os.path.realpath(paths[0]) if len(paths) == 1 else ""
        self._contents = ShelfContents(f"{only.rstrip(os.sep)}{os.sep}" if only else "")
        self.loader = ShelfLoader(stand, self._contents, settings.places, home, paths, key_priority)
        self._answers = ShelfAnswers(stand, self._contents, home, key_priority)
        self._ahead = KeysAhead()
        self._done = False
        """Whether all articles have been found."""
        self._held = ""
        """The key of the row pointed at, which stays so while others come and go."""

    # -- what there is

    def begin(self) -> None:
        """Say in which order the articles come, and that they are looked for."""
        self.entitle()
        self._stand.found(any_rows=False, empty=LOOKING, looking=True)

    @property
    def takes_keys(self) -> bool:
        """Whether there is something that the next key may mean, and nothing that opens."""
        return (self._done or bool(self._contents)) and self._ahead.takes_keys

    def drop(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.loader.drop()
        self._answers.drop()

    def filled(self, event: Filled) -> None:
        """Show what is there by now."""
        self._done = self._done or event.done
        if event.error is not None:
            self._stage.complain(event.error)
        elif event.said:
            self._stage.say(event.said)
        self._ask()

    def typed(self) -> None:
        """Filter by what is typed by now."""
        self._ahead.ask()
        self._stand.awaited.look()
        self._held = ""
        self._ask()

    def _ask(self) -> None:
        self._ahead.answered = False
        self._answers.ask(self._stand.line.value, self._order)

    def answer(self, event: Answered) -> None:
        """Show what fits, unless something else is asked for by now."""
        if event.typed != self._stand.line.value or event.order != self._order:
            return
        self._stand.complain(event.error)
        if event.error is not None:
            self._ahead.give_up()
            return
        self.tags = event.tags
        self._show(event)
        self.list.pointed += self._ahead.come()
        if self._ahead.opens:
            self._ahead.opens = False
            self.open()

    def _show(self, event: Answered) -> None:
        """List the saved queries, and below them the articles with the names of their columns."""
        self._drawing.order, self._drawing.used = self._order, event.used
        rows: list[ShelfRow] = [*event.saved, *event.entries]
        lines: list[Head | int] = []
        for start, end in ((0, len(event.saved)), (len(event.saved), len(rows))):
            if start < end:
                lines += [Head(saved=not start and bool(event.saved)), *range(start, end)]
        places = [at for at, line in enumerate(lines) if isinstance(line, int)]
        keys = (self._drawing.key(row) for row in rows) if self._held else ()
        named = event.typed.lstrip().startswith("@") or not event.entries
        start = 0 if named else len(event.saved)
        held = next((at for at, key in enumerate(keys) if key == self._held), start)
        self.list.set_lines(rows, lines, places, held)
        if held == start:
            # Above the first article stand the names of the columns, and the saved queries.
            self.list.scroll_home(animate=False, immediate=True)
            self.list.follow()
        of, fit = len(self._contents), len(event.entries)
        every = library.labels.counted(of, "article") if of else ""
        self._stand.count(f"{fit:,} of {of:,}" if event.typed.strip() else every)
        empty = self._nothing(event.typed)
        self._stand.found(any_rows=bool(rows), empty=empty, looking=not self._done)

    def _nothing(self, typed: str) -> str:
        if not self._done:
            return LOOKING
        if typed.strip() and len(self._contents):
            key = self._stand.key_of("shelf.search")
            return nothing_found(typed, key, of_library=self._of_library)
        return NOTHING_KNOWN if self._of_library else "There is no article here yet."

    def preview(self, row: ShelfRow | None) -> None:
        """Show the row pointed at."""
        if row is not None:
            self._held = self._drawing.key(row)
        self.article.show(row)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another row, as soon as what is typed is answered."""
        self.list.pointed += self._ahead.move(by)

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""
        if not in_list:
            more = [("query.complete", "fields")]
            if self._stand.line.value:
                more = [("shelf.clear", "shows all again"), ("query.save", "saves it")]
            return [*more, ("shelf.search", "searches texts"), ("app.quit", "quits")]
        return [
            ("shelf.state", "read or not"),
            ("shelf.tag", "tags"),
            ("shelf.note", "writes"),
            ("shelf.sort shelf.turn", "sorts"),
            ("shelf.leave", "quits"),
        ]

    def open(self) -> None:
        """Open the article pointed at, or ask the saved query."""
        row = self.list.row
        if not self._ahead.answered:
            self._ahead.opens = True
        elif isinstance(row, SavedRow):
            line = self._stand.line
            line.value = f"@{row.name} "
            line.cursor_position = len(line.value)
            line.focus()
        elif row is not None and row.shelved.missing:
            what, why = clean_line(row.shelved.title), row.shelved.trouble
            self._stage.say(f"{what}: {why}.", trouble=True)
        elif row is not None and row.shelved.path is not None:
            self._stand.wants(row.shelved.path)
        elif row is not None:
            self._stage.say(f"{clean_line(row.shelved.title)}: {row.shelved.trouble}.")

    def sort(self) -> None:
        """Sort by the next column."""
        self._sort(library.ordering.order_after(self._order, self._orders))

    def turn(self) -> None:
        """Sort by the same column the other way round."""
        self._sort(library.ordering.turned(self._order))

    def _sort(self, order: Order) -> None:
        self._order = order
        work = partial(library.ordering.keep, self._places, self._order, self._orders)
        self._stand.in_thread("keep order", work)
        self.entitle()
        self._ahead.rearranged = False
        self._ask()

    def entitle(self) -> None:
        """Say whose shelf it is, and in which order."""
        self._stand.entitle(self.name, f", by {self._order.named}")

    def paths(self) -> list[Path]:
        """Return where the articles lie that are listed."""
        listed = (row.shelved.path for row in self.list.rows if not isinstance(row, SavedRow))
        return [path for path in listed if path is not None]

    # -- what was changed

    def pointed(self) -> ShelfRow | None:
        """Return the row pointed at."""
        return self.list.row

    def chosen(self) -> Sequence[ShelfRow]:
        """Return the rows that are ticked, else the one pointed at."""
        return self.list.chosen

    def listed(self) -> Sequence[ShelfRow]:
        """Return the rows of all articles that the query leaves."""
        return self.list.rows

    def ticks(self) -> bool:
        """Tell whether any row is ticked."""
        return bool(self.list.ticked)

    def changed(self, paths: Sequence[Path]) -> None:
        """Show articles as they are by now; of none: look at all of them again."""
        if paths:
            self.loader.look_at(paths)
        else:
            self.loader.look()

    def wants(self, path: Path) -> None:
        """Open an article."""
        self._stand.wants(path)

    def dropped(self, keys: Sequence[str]) -> None:
        """Take articles off the shelf of all that is known."""
        self.list.ticked.difference_update(keys)
        if self._of_library:
            self._contents.drop(keys)
        self._ask()


def shortened(name: str, room: int) -> str:
    """Return the end of a name that is too long for so many cells."""
    while cell_len(name) > max(20, room):
        name = f"…{name[2:]}"
    return name
