"""Garbage collection, all of it done while the reader rests: a whole one stops every key."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

REST = 2.0
"""Seconds without a key after which the next one is not to be expected at once."""

MANY = 30
"""Smaller collections after which a whole one is worth while."""

_OFTEN, _LARGER, _NEVER = 1000, 5, 2000
"""Objects between two collections of the newest; such between two larger ones, and whole ones."""


def leave_for_later() -> None:
    """Look for no garbage while the app starts, and afterwards through a part of it at most.

    Nothing that is made while starting is garbage, and looking for some takes a third of it.
    """
    gc.disable()
    gc.set_threshold(_OFTEN, _LARGER, _NEVER)


def keep_what_is_loaded() -> None:
    """Look for garbage from now on, but not in what the start has made.

    That stays to the end; to look through it stops every key.
    """
    gc.freeze()
    gc.enable()


class GarbageAtRest:
    """Looks through everything when no key has come for a while, and not between two of them.

    The texts that a search has met are hundreds of thousands of objects, which is more than a key
    may wait for.
    """

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        """``later`` does something after so many seconds."""
        self._later = later
        self._last = 0.0
        self._waits = False

    def key(self) -> None:
        """Take note that a key was answered; wait for a rest if there may be much garbage."""
        self._last = monotonic()
        if not self._waits and (gc.get_count()[2] >= MANY or not gc.isenabled()):
            self._waits = True
            self._later(REST, self._look)

    def _look(self) -> None:
        left = self._last + REST - monotonic()
        if left > 0:
            self._later(left, self._look)
            return
        self._waits = False
        if gc.isenabled():
            gc.collect()
        else:
            keep_what_is_loaded()
