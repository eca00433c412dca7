"""Signals that ask Postil to end are heard from before the first page is painted."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

Answer = Callable[[int], object]
"""Ends Postil, given the number of the signal."""


class SignalWatch:
    """Hears the signals that ask Postil to end, from before the first page is painted."""

    def __init__(self) -> None:
        self._answer: Answer = die
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def __enter__(self) -> SignalWatch:
        """Hear them; what the shell has told to be ignored, as ``nohup`` does, stays so."""
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._came)
        return self

    def __exit__(self, *_: object) -> None:
        """Answer as before."""
        for number, before in self._before.items():
            signal.signal(number, before)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let them wait, while the terminal is being taken and nobody could give it back."""
        if not hasattr(signal, "pthread_sigmask"):
            yield
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, self._before)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def answer(self, answer: Answer) -> None:
        """Answer by this from now on."""
        self._answer = answer

    def _came(self, number: int, _: FrameType | None) -> None:
        self._answer(number)


def die(number: int) -> None:
    """End by a signal, as if nobody had heard it."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
