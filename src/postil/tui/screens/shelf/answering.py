"""Answers what is typed on the shelf, in a thread: which articles fit, in the order that holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.values import dataclass, field
from postil.tui.screens.shelf.contents import ShelfContents
from postil.tui.screens.shelf.rows import SavedRow, used_columns
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.shelf.filtering import ShelfEntry, ShelfFilter
    from postil.library.shelf.ordering import Order


About = tuple[Mapping[str, int], tuple[str, ...]]
"""The columns in which anything stands, and all tags."""


@dataclass
class Answered(Message):
    """What is typed was answered, or cannot be read."""

    typed: str
    order: Order
    """In which the entries stand."""
    saved: Sequence[SavedRow] = ()
    entries: Sequence[ShelfEntry] = ()
    used: Mapping[str, int] = field(default_factory=dict)
    """The columns in which anything stands, with the cells that they would fill."""
    tags: Sequence[str] = ()
    """Those that a query may be completed with."""
    error: PostilError | None = None


class Asker(Protocol):
    """The screen that asks."""

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take an answer; threads call this."""


class ShelfAnswers:
    """Answers each query until the next one is asked."""

    def __init__(
        self,
        asker: Asker,
        contents: ShelfContents,
        home: Callable[[], Home],
        key_priority: KeyPriority,
    ) -> None:
        self._asker = asker
        self._contents = contents
        self._home = home
        self._task = BackgroundTask(key_priority)
        self._filter: ShelfFilter | None = None
        self._known: tuple[Sequence[ShelfEntry], About] | None = None

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._task.drop()

    def ask(self, typed: str, order: Order) -> None:
        """Find what fits what is typed by now, and nothing else any more."""
        self._task.drop()
        self._task = self._task.another()
        self._asker.in_thread("filter", partial(self._answer, typed, order, self._task))

    def _answer(self, typed: str, order: Order, task: BackgroundTask) -> None:
        try:
            task.let_keys_go_first()
            home = self._home()
            if self._filter is None:
                self._filter = library.filtering.ShelfFilter(home.places, home)
            entries = self._contents.sorted(order)
            found = self._filter.fitting(typed, entries, task.yield_to_keys)
            saved = _saved(library.saved_queries.saved_queries(home), typed)
            used, tags = self._about(entries)
            self._asker.post_message(Answered(typed, order, saved, found, used, tags))
            self._filter.prepare(entries, task.yield_to_keys)
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Answered(typed, order, error=error))

    def _about(self, entries: Sequence[ShelfEntry]) -> About:
        """Return which columns are used, and the tags; anew only where there are other entries."""
        if self._known is None or self._known[0] is not entries:
            tags = dict.fromkeys(tag for one in entries for tag in one.shelved.tags)
            about = used_columns([one.shelved for one in entries]), tuple(tags)
            self._known = (entries, about)
        return self._known[1]


def _saved(queries: Mapping[str, str], typed: str) -> list[SavedRow]:
    """Return the saved queries whose names begin as what is typed, which names none whole."""
    begun = typed.strip().removeprefix("@").casefold()
    return [
        SavedRow(name, query)
        for name, query in queries.items()
        if name.casefold().startswith(begun) and name.casefold() != begun
    ]
