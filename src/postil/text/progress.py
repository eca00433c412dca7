"""Progress of long work, which tells how far it is, makes way, and can be given up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[float], None]
"""Called every few milliseconds with the share of the work that is done, 0 to 1.

It may wait, so that others can work, and what it raises ends the work.
"""

T = TypeVar("T")


def tracked(
    steps: Iterable[T], progress: Progress | None, share: Callable[[int, T], float]
) -> Iterable[T]:
    """Return the steps; ``progress``, where there is one, is called before each.

    ``share`` tells from the index of a step and the step itself how much lies before it.
    """
    return steps if progress is None else _tracked(steps, progress, share)


def within(progress: Progress | None, begin: float, end: float) -> Progress | None:
    """Return the progress of a part of the work, which takes it from one share to another.

    | begin, end | the part is at | the whole is at |
    |------------|----------------|-----------------|
    | 0, 0.8     | 0.5            | 0.4             |
    | 0.8, 1     | 0.5            | 0.9             |
    """
    return None if progress is None else lambda share: progress(begin + share * (end - begin))


def no_progress(share: float) -> None:
    """Tell nobody, and go on at once."""


def _tracked(
    steps: Iterable[T], progress: Progress, share: Callable[[int, T], float]
) -> Iterator[T]:
    for index, step in enumerate(steps):
        progress(share(index, step))
        yield step
