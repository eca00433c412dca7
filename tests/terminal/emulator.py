"""Runs the installed command in a terminal of its own, and reads what a person would see there."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.support.effort import PATIENCE

COMMAND = Path(sys.executable).with_name("postil")
BEGIN = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
if sys.argv[1]:
    os.close(os.open(sys.argv[1], os.O_RDWR))
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Becomes a command, as a shell in a terminal starts it: ctrl+c is heard, though whoever runs the
tests in the background hears none. The first terminal that the leader of a session opens becomes
its own.
"""

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "ctrl+s": "\x13"}


LAST = b"\x00\x00\x00"
"""What shows nothing, and stands behind all that a command has written."""


def _environ() -> dict[str, str]:
    """Return this environment without the size of a terminal, which whoever runs tests may name."""
    return {name: one for name, one in os.environ.items() if name not in ("COLUMNS", "LINES")}


class Terminal:
    """A terminal with one command in it; leaving the context ends the command."""

    def __init__(
        self,
        arguments: Sequence[str | Path],
        *,
        size: tuple[int, int] = (80, 24),
        piped: int | None = None,
        kept: Sequence[int] = (),
        leading: bool = True,
        environ: Mapping[str, str] | None = None,
        command: Path = COMMAND,
    ) -> None:
        """Start the command; ``piped`` is what it gets as standard input instead of the keys.

        ``kept`` are descriptors that it inherits besides. Where it is not ``leading``, the terminal
        is not its own, and it is sent no signal when that is closed.
        ``environ`` comes before the environment of this process.
        """
        self.screen = pyte.Screen(*size)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self._lock = threading.Lock()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._modes = termios.tcgetattr(slave)
        self._slave = slave
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        began = [sys.executable, "-I", "-S", "-c", BEGIN, os.ttyname(slave) if leading else ""]
        self.process = subprocess.Popen(
            [*began, command, *map(str, arguments)],
            stdin=slave if piped is None else piped,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            pass_fds=kept,
            env={**_environ(), **terminal, **(environ or {})},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.kill()
        # The reader ends when nobody holds the other end any more.
        os.close(self._slave)
        self._reader.join(PATIENCE)
        if self._master >= 0:
            os.close(self._master)

    def _read(self) -> None:
        with suppress(OSError):
            while data := os.read(self._master, 65536):
                with self._lock:
                    self.raw += data
                    self._stream.feed(_plain(data))

    # -- what is seen

    def seen(self) -> str:
        """Return what stands on the screen, line by line."""
        with self._lock:
            return "\n".join(self.screen.display)

    def until(self, condition: Callable[[str], object], what: str = "") -> str:
        """Wait until what is on the screen fulfils a condition, and return it."""
        end = time.monotonic() + PATIENCE
        while not condition(seen := self.seen()):
            assert time.monotonic() < end, f"waited for {what}; on the screen is\n{seen}"
            assert self.process.poll() is None, f"it has ended; on the screen is\n{seen}"
            time.sleep(0.01)
        return seen

    def until_seen(self, words: str) -> str:
        """Wait until some words are on the screen."""
        return self.until(lambda seen: words in seen, words)

    # -- what is done

    def press(self, *keys: str) -> None:
        """Send keys as a keyboard does."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            if key == "escape":
                # A terminal sends what follows an escape key apart from it.
                time.sleep(0.15)

    def end(self) -> int:
        """Wait until the command ends by itself, and all it wrote is read; return its status."""
        status = self.process.wait(PATIENCE)
        self._read_all()
        return status

    def _read_all(self) -> None:
        """Wait until what the command has written has come through."""
        if self._master < 0:
            return  # The terminal was hung up.
        os.write(self._slave, LAST)
        end = time.monotonic() + PATIENCE
        while not self.raw.endswith(LAST):
            assert time.monotonic() < end, "the terminal is not read to its end"
            time.sleep(0.002)
        with self._lock:
            self.raw = self.raw.removesuffix(LAST)

    def kill(self) -> None:
        """End the command as the lights going out would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the terminal, as the window that shows it does."""
        os.close(self._slave)
        self._slave = os.open(os.devnull, os.O_RDWR)
        master, self._master = self._master, -1
        os.close(master)

    def left(self) -> list[str]:
        """Return what the command has set in the terminal and not put back."""
        modes = {
            "other screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
            "no cursor": (b"\x1b[?25l", b"\x1b[?25h"),
            "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
            "all of the mouse": (b"\x1b[?1003h", b"\x1b[?1003l"),
            "mouse in letters": (b"\x1b[?1006h", b"\x1b[?1006l"),
            "mouse in pixels": (b"\x1b[?1016h", b"\x1b[?1016l"),
            "pasting": (b"\x1b[?2004h", b"\x1b[?2004l"),
            "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
            "no wrapping": (b"\x1b[?7l", b"\x1b[?7h"),
            "keys": (b"\x1b[>1u", b"\x1b[<u"),
        }

        def left() -> list[str]:
            return [
                one for one, (on, off) in modes.items() if self.raw.rfind(on) > self.raw.rfind(off)
            ]

        # What it wrote last may be on its way still.
        end = time.monotonic() + 2
        while left() and time.monotonic() < end:
            time.sleep(0.01)
        return left()

    def as_it_was(self) -> bool:
        """Tell whether the terminal has the modes again that it had at first."""
        return termios.tcgetattr(self._slave) == self._modes


def _plain(data: bytes) -> bytes:
    """Leave out the two sequences, of the kitty keyboard, that the emulator would print."""
    for sequence in (b"\x1b[>1u", b"\x1b[<u", b"\x1b[?u"):
        data = data.replace(sequence, b"")
    return data
