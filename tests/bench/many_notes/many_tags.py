"""What all tags cost on screen where there are very many of them, and very many notes.

From the root of the project, with Postil installed:

    python -m tests.bench.many_notes.many_tags [--notes 100000] [--tags 10000]

Milliseconds on the clock, and of processor time: from the key to the first rows, and of keys in
the tree. The notes have been read by then, as they are a few seconds after Postil is opened.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path
from statistics import median

from postil.tui.screens.tags.screen import TagsScreen
from tests.bench.many_notes.big_home import BigHome, make
from tests.journeys.driving import Session, reading

STEPS = 15


def names(count: int) -> list[str]:
    """Return so many tags, three deep."""
    return [f"theme {at % 40}/part {at % 400}/tag {at:05d}" for at in range(count)]


async def measured(home: BigHome) -> None:
    """Print what keys cost."""
    os.environ.update(home.environ)
    async with reading(home.articles[0]) as s:
        s.app.open_home().notes().tag_counts()
        for name in ("tags, the first time", "tags, once more"):
            begun, spent = time.perf_counter(), time.process_time()
            s.burst("#")
            await s.until(lambda: _listed(s) > 0, "the tags")
            told(name, begun, spent)
            await s.settle()
            await s.press("escape")
        await s.press("#")
        for key in ("a", "0", "1", "backspace", "down"):
            await taken(s, f"typed {key}", key)
        await s.press("ctrl+u", "tab")
        for key in ("j", "pagedown", "G", "x"):
            await taken(s, f"in the list {key}", key)


def _listed(s: Session) -> int:
    screen = s.app.screen
    return len(screen.list.rows) if isinstance(screen, TagsScreen) else 0


async def taken(s: Session, name: str, key: str) -> None:
    """Print what a key costs till all is drawn that comes of it."""
    clock, cpu = [], []
    for _ in range(STEPS):
        begun, spent = time.perf_counter(), time.process_time()
        await s.press(key)
        clock.append(time.perf_counter() - begun)
        cpu.append(time.process_time() - spent)
    say(name, median(clock), median(cpu))


def told(name: str, begun: float, spent: float) -> None:
    """Print what something has taken since then."""
    say(name, time.perf_counter() - begun, time.process_time() - spent)


def say(name: str, clock: float, cpu: float) -> None:
    """Print a line."""
    print(f"{name:24}{clock * 1000:9.1f} ms{cpu * 1000:9.1f} ms CPU", flush=True)


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--tags", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = max(2, given.notes // 50)
        home = make(Path(folder), given.notes, articles, tags=names(given.tags))
        asyncio.run(measured(home))


if __name__ == "__main__":
    main()
