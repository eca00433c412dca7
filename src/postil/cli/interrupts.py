"""Interrupts that wait: what has begun to be written is written to its end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def to_its_end() -> Iterator[Callable[[], bool]]:
    """Do something that Ctrl-C does not break off; yield what tells whether it was asked for.

    Only the thread that signals come to can hold them back; in any other nothing is changed.
    """
    asked = False

    def ask(_signal: int, _frame: object) -> None:
        nonlocal asked
        asked = True

    if threading.current_thread() is not threading.main_thread():
        yield lambda: asked
        return
    usual = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, usual)
