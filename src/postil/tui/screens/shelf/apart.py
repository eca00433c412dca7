"""Does work apart that may hang, as on a drive that does not answer: nobody waits for it then.

A thread in which the system hangs cannot be ended, and the app would wait for it when it ends; one
that Python does not know of is left behind.
"""

from __future__ import annotations

from _thread import start_new_thread
from collections.abc import Callable
from threading import Event

from postil.tui.startup.key_priority import BackgroundTask

LOOK_EVERY = 0.05
"""Seconds between two looks whether anybody still waits."""


def apart(work: Callable[[], None], task: BackgroundTask) -> None:
    """Do work in a thread of its own; return when it is done, or the task is dropped."""
    done = Event()
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  (raised again by who waits)
            failed.append(error)
        finally:
            done.set()

    start_new_thread(run, ())
    while not done.wait(LOOK_EVERY):
        if task.dropped:
            return
    if failed:
        raise failed[0]
