"""Orders: how notes may be listed; the app knows them before it lists any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from postil.model.values import NamedTuple

Noted = TypeVar("Noted")


class Order(StrEnum):
    """In what order notes are listed."""

    PLACE = "place"
    """As they stand in the text; the article that was noted last comes first."""
    DATE = "date"
    """When they were made, the newest first."""
    TAG = "tag"
    SOURCE = "source"
    ARTICLE = "article"
    """By the titles of the articles."""


class Arrangement(NamedTuple):
    """An order, in the direction that a reader expects or the other way round."""

    by: Order
    turned: bool = False


def turned(
    groups: Iterable[tuple[str, Iterable[Noted]]],
    order: Order,
    last: Collection[str],
    lost: Callable[[Noted], bool] = lambda _: False,
) -> Iterator[tuple[str, Sequence[Noted]]]:
    """Yield groups the other way round; those whose heads are to be ``last`` stay there.

    So does, within its group, a note that is ``lost``.
    Within a group that is no matter of the order, such as one below a tag, notes stay as they are.
    """
    within = order in (Order.PLACE, Order.DATE)
    known, unknown = list[tuple[str, Sequence[Noted]]](), list[tuple[str, Sequence[Noted]]]()
    for head, group in groups:
        notes = list(group)
        if within:
            notes.reverse()
            notes.sort(key=lost)
        (unknown if head in last else known).append((head, notes))
    yield from reversed(known)
    yield from unknown
