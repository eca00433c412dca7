"""Ends the app by signals at random moments, and looks whether terminal and drafts are whole.

From the root of the project, for 200 endings, some at once, begun from a seed:

    python -m tests.bench.endings [ENDINGS] [SEED]

Prints what was not right, then how many were, and how long the slowest took; the status is 1 if
any was not.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from postil import config
from postil.library.care import local_state
from tests.journeys.articles import HARBOUR
from tests.terminal.emulator import Terminal

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
AT_ONCE = 3
"""Apps that run at the same time, which keeps a small machine busy."""
SOON = 1.5
"""Seconds in which an ending should be over; what is promised is one, on a machine at rest."""
WORDS = ("quill", "amber", "tundra", "vortex", "lattice", "marrow", "sextant", "plover", "cobalt")
"""Words that the article has not: what is seen of them was typed."""


@dataclass(frozen=True)
class Ending:
    """One way to end."""

    number: int
    place: str
    words: str
    moment: float
    """Seconds between what was done last and the signal."""
    twice: bool


@dataclass(frozen=True)
class Outcome:
    """What became of it."""

    ending: Ending
    wrong: str
    seconds: float


def page(terminal: Terminal, _: Ending) -> None:
    """Read."""
    terminal.until_seen("min left")
    terminal.press("}", "j")


def opening(terminal: Terminal, _: Ending) -> None:
    """Be there as soon as anything is drawn."""
    terminal.until(lambda seen: seen.strip(), "anything")


def selecting(terminal: Terminal, _: Ending) -> None:
    """Choose a paragraph."""
    terminal.until_seen("min left")
    terminal.press("}", "V")
    terminal.until_seen("1-5 mark")


def editor(terminal: Terminal, ending: Ending) -> None:
    """Write a note, of which all is on the screen."""
    selecting(terminal, ending)
    terminal.press("a")
    terminal.until_seen("ctrl+s saves")
    terminal.press(ending.words)
    terminal.until_seen(ending.words.split()[-1] + " ")


def source(terminal: Terminal, ending: Ending) -> None:
    """Begin to correct a source."""
    terminal.until_seen("min left")
    terminal.press("]", "}", "s")
    terminal.until_seen("corrects it")
    terminal.press("e")
    terminal.until_seen("next field")
    terminal.press("tab", ending.words)
    terminal.until_seen(ending.words)


def screen(key: str) -> Callable[[Terminal, Ending], None]:
    """Return how to open another screen by a key."""

    def open_it(terminal: Terminal, _: Ending) -> None:
        terminal.until_seen("min left")
        terminal.press("}", key)

    return open_it


PLACES: dict[str, Callable[[Terminal, Ending], None]] = {
    "page": page,
    "opening": opening,
    "selecting": selecting,
    "editor": editor,
    "source": source,
    **{f"after {key}": screen(key) for key in "?:/CtosBa"},
}
TYPED = ("editor", "source")


def drawn(count: int, seed: int) -> list[Ending]:
    """Draw so many ways to end; a third of them while something is being written."""
    chance = random.Random(seed)
    endings = []
    for _ in range(count):
        place = chance.choice(TYPED if chance.random() < 0.4 else tuple(PLACES))
        words = " ".join(chance.sample(WORDS, 4 if place == "editor" else 2))
        moment = chance.choice((0.0, chance.uniform(0, 0.1), chance.uniform(0, 1.2)))
        endings.append(Ending(chance.choice(SIGNALS), place, words, moment, chance.random() < 0.2))
    return endings


def tried(ending: Ending) -> Outcome:
    """End once, in places of its own."""
    with tempfile.TemporaryDirectory(prefix="endings-") as folder:
        root = Path(folder)
        names = ("HOME", "STATE", "CONFIG", "CACHE")
        environ = {f"POSTIL_{name}": str(root / name.lower()) for name in names}
        article = root / "harbour.txt"
        article.write_text(HARBOUR, "utf-8")
        wrong, seconds = "", 0.0
        try:
            with Terminal([article], environ=environ) as terminal:
                PLACES[ending.place](terminal, ending)
                time.sleep(ending.moment)
                begun = time.monotonic()
                for _ in range(1 + ending.twice):
                    terminal.process.send_signal(ending.number)
                status = terminal.end()
                seconds = time.monotonic() - begun
                wrong = judged(ending, terminal, status, seconds)
        except AssertionError as error:
            wrong = str(error).splitlines()[0]
        except subprocess.TimeoutExpired:
            wrong = "it did not end"
        if not wrong and ending.place in TYPED and not kept(environ, ending):
            wrong = "what was typed is not kept"
        return Outcome(ending, wrong, seconds)


def judged(ending: Ending, terminal: Terminal, status: int, seconds: float) -> str:
    """Return what is not right of an app that has ended, "" for nothing."""
    if status not in (128 + ending.number, -ending.number):
        return f"it ended with {status}"
    if left := terminal.left():
        return f"left in the terminal: {', '.join(left)}"
    if not terminal.as_it_was():
        return "the terminal has other modes than before"
    if b"Traceback" in terminal.raw:
        return "a traceback was printed"
    return f"it took {seconds:.1f} s" if seconds > SOON * AT_ONCE else ""


def kept(environ: dict[str, str], ending: Ending) -> bool:
    """Tell whether what was typed is in a draft, or stored."""
    home = local_state.open_home(config.load(environ).places)
    drafts = [text for _, text, _ in home.state.drafts()]
    return any(ending.words in text for text in drafts)


def main(arguments: list[str]) -> int:
    """Try as many endings as are asked for."""
    count = int(arguments[0]) if arguments else 200
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    os.environ.update(POSTIL_CLIPBOARD="file", EDITOR="true")
    right, slowest = 0, 0.0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for outcome in pool.map(tried, drawn(count, seed)):
            right += not outcome.wrong
            slowest = max(slowest, outcome.seconds)
            if outcome.wrong:
                print(f"{outcome.wrong}: {outcome.ending}", flush=True)
    print(f"{right} of {count} endings right; the slowest took {slowest:.2f} s")
    return 0 if right == count else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
