"""Orders of the shelf: by any of its columns, in the direction that a reader expects or turned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from postil.config import Places
from postil.library.articles.folders import natural
from postil.library.shelf.filtering import ShelfEntry
from postil.library.shelf.shelving import Shelved
from postil.model.values import NamedTuple
from postil.store.machine.choices import Choices

Sorted = tuple[bool, Any]
"""What is sorted by: whether nothing is known, which stands last, and what is known."""


class Order(NamedTuple):
    """One order."""

    name: str
    """As it is kept for the next time."""
    said: str
    """As the title line has it, after “by”."""
    key: Callable[[Shelved], Sorted]
    falls: bool = False
    """Whether the greatest comes first."""
    turned: bool = False
    """Whether it is the other way round."""

    @property
    def named(self) -> str:
        """As the title line has it, after “by”, with its direction if that is not the usual one."""
        return f"{self.said}, reversed" if self.turned else self.said


def _words(text: str) -> Sorted:
    return (not text, natural(text))


def _length(one: Shelved) -> Sorted:
    return (not (one.words or one.size), one.words or one.size // 6)


_TURNED = "-"
"""Before the name of an order that is kept turned."""

_PLACE = Order("place", "place", lambda _: (False, 0))
_READ = Order("read", "last reading", lambda one: (bool(one.read), one.read or ""), falls=True)

_BY_COLUMN = (
    Order("title", "title", lambda one: _words(one.title)),
    Order("author", "author", lambda one: _words(", ".join(one.authors))),
    Order("outlet", "outlet", lambda one: _words(one.outlet)),
    Order("date", "date of publication", lambda one: (bool(one.date), one.date), falls=True),
    Order("length", "length", _length),
    Order("notes", "number of notes", lambda one: (True, one.notes), falls=True),
    Order("tags", "tags", lambda one: _words(" ".join(one.tags))),
    Order("progress", "progress", lambda one: (True, _progress(one)), falls=True),
)

OF_LIBRARY = (_READ, *_BY_COLUMN)
"""The orders of all that is known, that of a new shelf first."""

OF_FOLDER = (_PLACE, _READ, *_BY_COLUMN)
"""The orders of a folder."""


def kept(places: Places, orders: Sequence[Order]) -> str:
    """Return the name of the order that was chosen last; "" for none."""
    return Choices(places.state).get(_kind(orders))


def keep(places: Places, order: Order, orders: Sequence[Order]) -> None:
    """Keep an order for the next time."""
    Choices(places.state).put(_kind(orders), f"{_TURNED if order.turned else ''}{order.name}")


def _kind(orders: Sequence[Order]) -> str:
    return "folder order" if orders is OF_FOLDER else "shelf order"


def order_named(name: str, orders: Sequence[Order]) -> Order:
    """Return an order by the name under which it is kept; the first one where there is none."""
    plain = name.removeprefix(_TURNED)
    found = next((one for one in orders if one.name == plain), None)
    return orders[0] if found is None else turned(found) if plain != name else found


def order_after(now: Order, orders: Sequence[Order]) -> Order:
    """Return the order that follows, in its usual direction; the first one after the last."""
    names = [one.name for one in orders]
    return orders[(names.index(now.name) + 1) % len(orders)]


def turned(order: Order) -> Order:
    """Return an order the other way round."""
    return order._replace(turned=not order.turned)


def ordered(entries: Sequence[ShelfEntry], order: Order) -> list[ShelfEntry]:
    """Return articles in an order; those that are alike in it by title, folders that are shut last.

    In their place in the folder they stay as they come. What is not known of an article stands
    last in either direction.
    """
    found = list(entries)
    if order.name != _PLACE.name:
        found.sort(key=lambda one: one.title_key)
        found.sort(key=lambda one: order.key(one.shelved), reverse=order.falls != order.turned)
        found.sort(key=lambda one: order.key(one.shelved)[0] != order.falls)
    elif order.turned:
        found.reverse()
    found.sort(key=lambda one: one.shelved.path is None and one.shelved.id is None)
    return found


def _progress(one: Shelved) -> tuple[int, float]:
    by_state = {"reading": 2, "todo": 1, "done": 0}
    return by_state[one.state], one.progress or 0.0
