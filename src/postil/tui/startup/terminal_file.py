"""The way to the terminal: knows whether its screen is taken, and gives it back in any case."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TextIO

TERMINAL = 2
"""Textual draws on standard error, so the first page does too."""

TAKE = "\x1b[?1049h"
"""Changes to the other screen, as every app that fills one does."""

LEAVE = "\x1b[?1049l"

GIVE_BACK = (
    "\x1b[?2026l"  # a frame that was begun
    "\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2048l"
    f"\x1b[?7h\x1b[<u\x1b[0m{LEAVE}\x1b[?25h"
)
"""Puts everything back that Textual's driver has set: pasting, mouse, focus, wrapping, keys."""

KNOCK = "\x1b[?25l"
"""Changes nothing, since the cursor is hidden already, and fails where nobody is there."""

_PIECE = 1 << 16
"""Code points that are gathered at most before they are written."""
_WAIT = 0.15
"""Seconds to wait for a writer who may hang in a terminal that takes nothing."""

Modes = list[int | list[bytes | int]]
"""How a terminal is set, as ``termios`` has it."""


def modes() -> Modes | None:
    """Return how the terminal is set that keys come from; None where it cannot be asked."""
    if sys.platform == "win32":
        return None
    import termios

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None


def set_modes(wanted: Modes | None) -> None:
    """Set the terminal that keys come from; says nothing where it is gone."""
    if wanted is None or sys.platform == "win32":
        return
    import termios

    try:
        termios.tcsetattr(0, termios.TCSANOW, wanted)
    except termios.error:
        return


class TerminalFile:
    """What Textual's driver writes to, instead of the stream itself.

    A terminal that is gone swallows what is written: an error there would end the thread that
    writes, and then the app would wait for it for ever.
    """

    def __init__(self, taken: bool, before: Modes | None) -> None:
        """``taken`` tells whether the other screen is shown; ``before`` how the terminal was."""
        self.taken = taken
        """Whether the other screen is shown: between ctrl+z and fg it is not."""
        self.ending = False
        """Whether the app is about to end: a terminal that was given back is not taken again."""
        self.gone: Callable[[], None] = lambda: None
        """Called once, by whichever thread finds it out, when the terminal takes nothing."""
        self._before = before
        self._file: TextIO | None = None
        self._encoding = "utf-8"
        self._waiting: list[str] = []
        self._size = 0
        self._lock = Lock()
        self._closed = False

    def over(self, file: TextIO) -> TerminalFile:
        """Write to this stream from now on."""
        self._file = file
        self._encoding = file.encoding or "utf-8"
        return self

    def fileno(self) -> int:
        """Return the descriptor: that of the stream, or the one to which all drawing goes."""
        return TERMINAL if self._file is None else self._file.fileno()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return os.isatty(self.fileno())

    def write(self, text: str) -> int:
        """Take a text; it is written with those that follow at once."""
        self._waiting.append(text)
        self._size += len(text)
        if self._size > _PIECE:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Write what waits."""
        text = "".join(self._waiting)
        self._waiting.clear()
        self._size = 0
        with self._lock:
            if text and not self._closed:
                self._send(text)

    def give_back(self) -> None:
        """Put the terminal back as it was, if it is not back yet, and write nothing more.

        What is just being written is waited for; who does not get through is not. The terminal may
        take nothing, and this may last for ever then.
        """
        held = self._lock.acquire(timeout=_WAIT)
        self._closed = True
        try:
            if self.taken:
                self.taken = False
                set_modes(self._before)
                with suppress(OSError):
                    self._write(GIVE_BACK, last=True)
        finally:
            if held:
                self._lock.release()

    def knock(self) -> None:
        """Write what changes nothing, which tells whether the terminal is there; in any thread.

        While somebody else writes, that tells as much.
        """
        if self.taken and self._lock.acquire(blocking=False):
            try:
                if not self._closed:
                    self._send(KNOCK)
            finally:
                self._lock.release()

    def lose(self) -> None:
        """Take note that the terminal is gone."""
        if not self._closed:
            self._closed = True
            self.gone()

    def _send(self, text: str) -> None:
        try:
            self._write(text)
        except OSError:
            self.lose()
        on, off = text.rfind(TAKE), text.rfind(LEAVE)
        if on != off:
            self.taken = on > off

    def _write(self, text: str, *, last: bool = False) -> None:
        data = memoryview(text.encode(self._encoding, "replace"))
        while data and (last or not self._closed):
            data = data[os.write(self.fileno(), data) :]
