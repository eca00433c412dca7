"""Reading states: what a reading list says of an article."""

from __future__ import annotations

from enum import StrEnum

FINISHED = 0.99
"""Share of an article from which on it counts as read."""


class ReadingState(StrEnum):
    """Whether an article is to be read, is being read, or is read; named as queries ask for it."""

    TODO = "todo"
    READING = "reading"
    DONE = "done"

    @property
    def next(self) -> ReadingState:
        """The state that follows, the first one after the last."""
        every = list(ReadingState)
        return every[(every.index(self) + 1) % len(every)]


def by_progress(progress: float | None) -> ReadingState:
    """Return the state of an article of which so much was seen, 0 to 1; None for never opened."""
    if progress is None:
        return ReadingState.TODO
    return ReadingState.DONE if progress >= FINISHED else ReadingState.READING
