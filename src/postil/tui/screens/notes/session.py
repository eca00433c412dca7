"""What the notes browser remembers from one time to the next, and where it was opened from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from postil.library.browsing.orders import Arrangement, Order
from postil.model.span import Span
from postil.model.values import NamedTuple

if TYPE_CHECKING:
    from postil.library.browsing.note_lists import NoteList
    from postil.library.care.local_state import Home

IN_ARTICLE = (Order.PLACE, Order.DATE, Order.TAG, Order.SOURCE)
"""The orders of one article's notes."""

IN_LIBRARY = (*IN_ARTICLE, Order.ARTICLE)


class FromArticle(NamedTuple):
    """The article from which the browser was opened."""

    title: str
    path: str
    """As the system spells it; "" for what is no file."""
    places: Mapping[str, Span | None]
    """Of its notes, as far as they are known, by their ids."""
    records: Callable[[Home], Sequence[str]]
    """Returns the ids of its records; a thread calls it."""


class NoteSession:
    """The query, the order, and which note was pointed at."""

    def __init__(self) -> None:
        self.typed = ""
        self.whole_library = False
        """Whether all notes are listed although an article is open."""
        self.pointed = ""
        """The id of the note pointed at last."""
        self.tags: tuple[str, ...] = ()
        """All tags, the most used first."""
        self.note_list: NoteList | None = None
        """All notes of the library, as they were when they were listed last."""
        self._orders = dict.fromkeys((True, False), Arrangement(Order.PLACE))

    def order(self, *, in_library: bool) -> Arrangement:
        """Return the order in which notes are listed."""
        return self._orders[in_library]

    def change_order(self, *, in_library: bool, turn: bool) -> None:
        """List notes in the next order, or ``turn`` the one in which they are."""
        orders, now = IN_LIBRARY if in_library else IN_ARTICLE, self._orders[in_library]
        after = orders[(orders.index(now.by) + 1) % len(orders)]
        self._orders[in_library] = (
            now._replace(turned=not now.turned) if turn else Arrangement(after)
        )
