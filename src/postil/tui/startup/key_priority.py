"""Lets threads work while the reader reads, and rest while a key is answered."""

from __future__ import annotations

import time

ANSWER = 0.02
"""Seconds after a key in which nothing else should run: a page is drawn in less."""


PAUSE = 0.08
"""Seconds after an answer in which no other key came: what is new may be drawn now.

Whoever turns page after page sees each as one picture, and waits for nothing that is beside it.
"""

PAUSE_WITHIN = 1.0
"""Seconds after which what is new is drawn in any case."""

_LOOK = 0.01


class Cancelled(Exception):
    """Nobody waits for this work any more."""


class KeyPriority:
    """Knows when the last key came; threads of one interpreter get in each other's way."""

    def __init__(self) -> None:
        self._until = time.monotonic()
        self._answered = self._until - 2 * PAUSE
        """When the last key was answered, if that took no longer than it may."""

    def key(self) -> None:
        """Take note that a key has come; the thread that reads the terminal calls this."""
        self._until = self._answered = time.monotonic() + ANSWER

    def hold(self) -> None:
        """Let threads rest as after a key, because one may wait to be answered."""
        self._until = time.monotonic() + ANSWER

    def answered(self) -> None:
        """Take note that what the last key did is drawn: nothing needs to rest for it any more."""
        self._until = time.monotonic()

    def idle(self) -> float:
        """Return the seconds since the last key was answered, or since the start."""
        return max(0.0, time.monotonic() - self._answered)

    def rest(self) -> None:
        """Wait, in a thread, until the last key is answered."""
        while (seconds := self._until - time.monotonic()) > 0:
            time.sleep(seconds)

    def pause(self) -> None:
        """Wait, in a thread, until the reader pauses; no longer than ``PAUSE_WITHIN``."""
        end = time.monotonic() + PAUSE_WITHIN
        while self.idle() < PAUSE and time.monotonic() < end:
            time.sleep(_LOOK)


class BackgroundTask:
    """Work done for a screen; it ends when the screen is gone."""

    def __init__(self, key_priority: KeyPriority) -> None:
        self._key_priority = key_priority
        self._dropped = False
        self.share = 0.0
        """How much of the present step is done, 0 to 1."""

    @property
    def dropped(self) -> bool:
        """Whether nobody waits for the work any more."""
        return self._dropped

    def another(self) -> BackgroundTask:
        """Return more work for keys to go before, with an end of its own."""
        return BackgroundTask(self._key_priority)

    def idle(self) -> float:
        """Return the seconds since the last key was answered, or since the start."""
        return self._key_priority.idle()

    def step(self, share: float) -> None:
        """Take note of how much is done, and make way; a share below 0 is no news."""
        if share >= 0:
            self.share = share
        self.yield_to_keys()

    def drop(self) -> None:
        """Give the work up."""
        self._dropped = True

    def yield_to_keys(self) -> None:
        """Let keys go before; work calls this every few milliseconds.

        Raises Cancelled where nobody waits for the work any more.
        """
        self._end_if_dropped()
        self._key_priority.rest()

    def let_keys_go_first(self) -> None:
        """Begin when a key that was struck before could be answered; a thread calls this."""
        self._key_priority.hold()
        self.yield_to_keys()

    def wait_for_pause(self) -> None:
        """Wait with what is to be drawn until the reader pauses; a thread calls this.

        Raises Cancelled where nobody waits for the work any more.
        """
        self._end_if_dropped()
        self._key_priority.pause()
        self._end_if_dropped()

    def _end_if_dropped(self) -> None:
        if self._dropped:
            raise Cancelled
