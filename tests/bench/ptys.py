"""Programs in terminals of their own, for benches: keys go in, frames come out with their times."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "right": "\x1b[C",
    "left": "\x1b[D",
}

_UNSHOWN = re.compile(rb"\x1b\[[<=>?][0-9;]*[ -/]*[@-gi-km-~]|\x1b\[[0-9;]*[ -/]+[@-~]")
"""Sequences that the emulator would print or stumble over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key came to, in seconds since it was sent."""

    first: float | None
    """When the screen had changed for the first time; None where it has not."""
    last: float | None
    """When it had changed for the last time."""
    sent: float
    """When that was, by the clock of ``time.perf_counter``."""


class Program:
    """One program in one terminal; what it writes is put on the screen when that is asked for."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.written = 0
        """Bytes that have come so far."""
        self._pending: list[tuple[float, bytes]] = []
        environ = {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), environ)
        os.set_blocking(self.fd, False)

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    # -- what comes and goes

    def press(self, *keys: str) -> float:
        """Send keys; return when."""
        sent = time.perf_counter()
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
        return sent

    def read(self, seconds: float) -> bool:
        """Wait so long for output, and take what there is; tell whether any came."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            raise SystemExit(f"the program has ended:\n{self.shown()}") from None
        self._pending.append((time.perf_counter(), data))
        self.written += len(data)
        return True

    def quiet(self, seconds: float, limit: float = 60.0) -> None:
        """Take what comes until nothing has come for so many seconds."""
        end = time.perf_counter() + limit
        while self.read(seconds) and time.perf_counter() < end:
            pass

    # -- what is shown

    def draw(self, watch: Callable[[float], bool] = lambda stamp: False) -> None:
        """Put what has come on the screen; ``watch`` sees each step and may end it there."""
        while self._pending:
            stamp, data = self._pending.pop(0)
            self._stream.feed(_UNSHOWN.sub(b"", data))
            if watch(stamp):
                return

    def shown(self) -> str:
        """Return what stands on the screen, line by line."""
        self.draw()
        return "\n".join(self.screen.display)

    def frame(self) -> int:
        """Return a number for what is shown, its colours among it."""
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return hash(tuple(tuple(sorted(row.items())) for row in rows))

    def until(self, words: str, limit: float = 120.0) -> float:
        """Wait until some words are on the screen; return when the bytes came."""
        return self._until(words, True, limit)

    def while_seen(self, words: str, limit: float = 120.0) -> float:
        """Wait until some words are on the screen no more; return when the bytes came."""
        return self._until(words, False, limit)

    def _until(self, words: str, there: bool, limit: float) -> float:
        found: list[float] = []

        def watch(stamp: float) -> bool:
            if (words in "\n".join(self.screen.display)) is there:
                found.append(stamp)
            return bool(found)

        end = time.perf_counter() + limit
        while not found:
            if time.perf_counter() > end:
                raise SystemExit(f"waited for {words!r}; on the screen is\n{self.shown()}")
            self.read(0.02)
            self.draw(watch)
        return found[0]

    def answer(self, *keys: str, quiet: float = 0.08, limit: float = 3.0) -> Answer:
        """Press keys, wait until the screen rests, and return when it changed."""
        before = self.shown(), self.frame()
        written = self.written
        sent = self.press(*keys)
        while self.read(quiet if self.written > written else max(0.0, sent + limit - _now())):
            if _now() > sent + limit:
                break
        changes: list[float] = []
        state = [before[1]]

        def watch(stamp: float) -> bool:
            if (now := self.frame()) != state[0]:
                state[0] = now
                changes.append(stamp - sent)
            return False

        self.draw(watch)
        first, last = (changes[0], changes[-1]) if changes else (None, None)
        return Answer(first, last, sent)

    # -- what it takes

    def cpu(self) -> float:
        """Return the seconds of processor time of all threads that live, so far."""
        return sum(
            int(Path(task, "schedstat").read_text("ascii").split()[0]) / 1e9
            for task in Path(f"/proc/{self.pid}/task").iterdir()
        )

    def wakes(self) -> int:
        """Return how often threads that live have woken from a rest so far."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            status = Path(task, "status").read_text("ascii")
            total += int(status.split("voluntary_ctxt_switches:")[1].split()[0])
        return total


def _now() -> float:
    return time.perf_counter()
