"""Keys typed ahead in one burst: what opens a panel, and what is meant for it or for behind it.

Every burst ends in a word of its own that must come to stand on the screen, in the field that it
was meant for. Its letters mean nothing on the page, and little in a list.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.terminal.emulator import Terminal

ESCAPE = "\x1b[27u"
"""The escape key as terminals send it that tell it from the begin of a sequence."""

OPENING = {
    "source": "se",
    "tag": "t",
    "tag on a selection": "vt",
    "note": "a",
    "note on a paragraph": "Va",
    "cite": "C",
    "notes": "B",
    "bibliography": "R",
    "help": "?",
    "commands": ":",
    "outline": "o",
    "find": "/",
}
"""Keys that open something with a field in it."""

FOLLOWING = {
    "letters": "{word}",
    "a letter, backspace, letters": "z\x7f{word}",
    "a paste": "\x1b[200~{word}\x1b[201~",
    "escape, find, letters": f"{ESCAPE}/{{word}}",
    "escape, outline, letters": f"{ESCAPE}o{{word}}",
}

STARTING = {
    "find": "/{word}",
    "help": "?{word}",
    "commands": ":{word}",
    "outline": "o{word}",
    "source": "se{word}",
    "notes": "B{word}",
    "note": "a{word}",
    "escape, find": f"?{ESCAPE}/{{word}}",
}
"""What is typed while the app starts."""

LONGEST = 20.0
"""Seconds after which a word will not come any more, on a machine that is kept busy."""

_BUSY = """
import os, time
end = time.monotonic() + {seconds}
while time.monotonic() < end and os.getppid() == {parent}:
    sum(range(20000))
"""


class Burst(NamedTuple):
    """One burst of keys, under the names of its parts."""

    name: str
    keys: str
    """With ``{word}`` where the word stands."""


def pairs() -> list[Burst]:
    """Return every opening key with everything that may follow."""
    return [
        Burst(f"{opening}: {following}", keys + then)
        for opening, keys in OPENING.items()
        for following, then in FOLLOWING.items()
    ]


def words() -> Iterator[str]:
    """Yield words that no text has, each once."""
    number = 0
    while True:
        digits = (number // 3**place % 3 for place in range(5, -1, -1))
        yield "zxw" + "".join("zxw"[digit] for digit in digits)
        number += 1


@contextmanager
def busy(processes: int, seconds: float) -> Iterator[None]:
    """Keep the machine busy, for so many seconds at most."""
    code = _BUSY.format(seconds=seconds, parent=os.getpid())
    children = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(processes)]
    try:
        yield
    finally:
        for child in children:
            child.kill()
            child.wait()


def strike(terminal: Terminal, keys: str, moment: float = 0.0) -> None:
    """Send keys in one write; with a ``moment``, in seconds, the first of them that long before."""
    if moment:
        terminal.press(keys[0])
        time.sleep(moment)
        keys = keys[1:]
    terminal.press(keys)


def arrived(terminal: Terminal, word: str, seconds: float = LONGEST) -> bool:
    """Wait until a word is on the screen; False where it does not come, or the app has ended."""
    end = time.monotonic() + seconds
    while word not in terminal.seen():
        if time.monotonic() > end or terminal.process.poll() is not None:
            return False
        time.sleep(0.01)
    return True


def leave(terminal: Terminal, word: str) -> bool:
    """Close whatever is open, until a word is gone from the screen; tell whether it is."""
    for _ in range(4):
        terminal.press(ESCAPE)
        end = time.monotonic() + LONGEST / 8
        while time.monotonic() < end and terminal.process.poll() is None:
            if word not in (seen := terminal.seen()) and "min left" in seen:
                return True
            time.sleep(0.01)
    return False


def lost(
    arguments: Sequence[str | Path],
    bursts: Sequence[Burst],
    named: Iterator[str],
    moments: Sequence[float] = (0.0,),
) -> list[str]:
    """Strike every burst in one app, at each moment; return which were lost, or ended it."""
    missing: list[str] = []
    waiting = [(burst, moment) for moment in moments for burst in bursts]
    while waiting:
        with Terminal(arguments, size=(100, 30)) as terminal:
            terminal.until_seen("min left")
            terminal.press("}")
            while waiting:
                (burst, moment), word = waiting.pop(0), next(named)
                strike(terminal, burst.keys.format(word=word), moment)
                if not arrived(terminal, word):
                    ended = terminal.process.poll()
                    how = "lost" if ended is None else f"the app ended with {ended}"
                    missing.append(f"{burst.name}, {moment:g} s: {how}\n{terminal.seen()}")
                    break
                if not leave(terminal, word):
                    missing.append(f"{burst.name}, {moment:g} s: never left\n{terminal.seen()}")
                    break
    return missing


def lost_at_the_start(
    arguments: Sequence[str | Path],
    named: Iterator[str],
    moments: Sequence[float],
    keys: Sequence[str] = tuple(STARTING.values()),
) -> list[str]:
    """Strike keys so many seconds after the first byte; return what was lost, or ended the app."""
    missing: list[str] = []
    for moment in moments:
        for burst in keys:
            word = next(named)
            with Terminal(arguments, size=(100, 30)) as terminal:
                terminal.until(lambda seen: seen.strip(), "the first page")
                time.sleep(moment)
                terminal.press(burst.format(word=word))
                if not arrived(terminal, word):
                    ended = terminal.process.poll()
                    how = "lost" if ended is None else f"the app ended with {ended}"
                    missing.append(f"{burst!a}, {moment:g} s: {how}\n{terminal.seen()}")
    return missing
