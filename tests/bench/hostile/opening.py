"""The app opens a file in a terminal of 80 by 24, turns its pages and ends, while it is watched."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.emulator import Terminal

_PATIENCE = 120.0
"""Seconds after which nothing is waited for any more."""
_TICK = 0.03
_REST = 0.6
"""Seconds without a byte and without work after which the app is at rest."""
_IDLE = 0.02
"""Seconds of the processor that are no work."""
_KEYS = (" ", " ", "G", "g")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_CLOCK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Opening:
    """What came of it."""

    status: int | None
    """None where the app did not end at ``q``."""
    written: bytes
    shown: str
    """What stood on the screen last before it was left."""
    cpu: float
    """Seconds of the processor, of the app and of its children."""
    peak: float
    """Megabytes that the app and its children have held together."""


def opened(path: str, environ: dict[str, str]) -> Opening:
    """Open a file as a reader does, and watch."""
    before = _spent()
    shown, peak, status = "", 0.0, None
    with Terminal(["--", path], environ=environ) as terminal:
        for key in ("", *_KEYS, "q", "q"):
            if terminal.process.poll() is None and key:
                with suppress(OSError):
                    terminal.press(key)
            peak = max(peak, _until_rest(terminal, drawn=bool(key)))
            if terminal.process.poll() is not None:
                status = terminal.end()
                break
            if key != "q":
                shown = terminal.seen()
        written = terminal.raw
        shown = shown or terminal.seen()
    return Opening(status, written, shown, _spent() - before, peak)


def _until_rest(terminal: Terminal, *, drawn: bool) -> float:
    """Wait until the app has drawn and rests, or has ended; return its peak in megabytes."""
    end = time.monotonic() + _PATIENCE
    peak, last = 0.0, (-1, 0.0)
    since = time.monotonic()
    while terminal.process.poll() is None and time.monotonic() < end:
        family = list(_family(terminal.process.pid))
        peak = max(peak, sum(map(_resident, family)))
        now = len(terminal.raw), sum(map(_work, family))
        if now[0] != last[0] or abs(now[1] - last[1]) > _IDLE:
            last, since = now, time.monotonic()
        drawn = drawn or bool(terminal.seen().strip())
        if drawn and time.monotonic() - since > _REST:
            break
        time.sleep(_TICK)
    return peak


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text("ascii").split():
                yield from _family(int(child))


def _resident(pid: int) -> float:
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE / (1 << 20)
    return 0.0


def _work(pid: int) -> float:
    with suppress(OSError):
        told = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / _CLOCK
    return 0.0


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
