"""Lets long reading make way, and tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Pause = Callable[[float], None]
"""Called every few milliseconds with the share that is done, 0 to 1.

It may wait, and what it raises ends the reading.
"""

T = TypeVar("T")


def paced(
    pieces: Iterable[T], pause: Pause | None, share: Callable[[int, T], float]
) -> Iterable[T]:
    """Return the pieces; ``pause``, where there is one, is called before each.

    ``share`` tells from the index of a piece and the piece itself how much lies before it.
    """
    return pieces if pause is None else _paced(pieces, pause, share)


def part(pause: Pause | None, begin: float, end: float) -> Pause | None:
    """Return what a step is to call that takes the work from one share to another."""
    return None if pause is None else lambda share: pause(begin + share * (end - begin))


def _paced(pieces: Iterable[T], pause: Pause, share: Callable[[int, T], float]) -> Iterator[T]:
    for index, piece in enumerate(pieces):
        pause(share(index, piece))
        yield piece
