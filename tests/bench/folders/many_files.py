"""Measures a folder of many articles: its shelf beside the library's list, and find beside grep.

python -m tests.bench.folders.many_files [ARTICLES]
"""

from __future__ import annotations

import asyncio
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from postil.config import Places, Settings
from postil.library.care.local_state import open_home
from postil.library.shelf.shelving import shelf
from postil.tui.screens.shelf.screen import Shelf
from postil.tui.startup.key_priority import KeyPriority
from tests.tui.host import Host

WORDS = "harbour ferry bread ice trade station winter lamp letters for the of and a in to".split()  # noqa: SIM905
LEAST, SPREAD = 2000, 30
"""Code points of the shortest article, and how many times as long the longest is."""


def fill(folder: Path, articles: int) -> list[Path]:
    """Write articles of many lengths, every other one in Markdown."""
    draw = random.Random(7)
    paths = []
    for number in range(articles):
        size = int(LEAST * SPREAD ** draw.random())
        parts = [f"# Article number {number}"]
        while size > 0:
            parts.append(" ".join(draw.choices(WORDS, k=60)) + ".")
            size -= len(parts[-1])
        path = folder / f"{number:05}.{'md' if number % 2 else 'txt'}"
        path.write_text("\n\n".join(parts) + "\n", "utf-8")
        paths.append(path)
    return paths


async def shown(places: Places, folder: Path) -> float:
    """Return the processor time of the shelf's screen, until all rows are listed."""
    host = Host()
    async with host.run_test() as pilot:
        begun = process_time()
        await host.push_screen(
            Shelf(Settings(places), lambda: open_home(places), [folder], KeyPriority())
        )
        await host.workers.wait_for_complete()
        await pilot.pause()
        return process_time() - begun


def child(*command: str) -> float:
    """Return the processor time of a command that writes to a pipe."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print seconds of processor time, and ratios."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        folder = root / "articles"
        folder.mkdir()
        paths = fill(folder, articles)
        places = Places(*(root / part for part in ("home", "state", "config", "cache")))
        begun = process_time()
        rows = len(list(shelf(open_home(places), folder)))
        listed = process_time() - begun
        drawn = asyncio.run(shown(places, folder))
        print(
            f"{rows} rows: listed {listed:.2f} s, on the shelf {drawn:.2f} s, {drawn / listed:.2f}x"
        )
        for word in ("zyzzyva", "number"):
            peer = child("grep", "-rin", word, str(folder))
            ours = child(sys.executable, "-m", "postil", "find", word, *map(str, paths))
            print(f"find {word}: grep {peer:.2f} s, postil {ours:.2f} s, {ours / peer:.1f}x")


if __name__ == "__main__":
    main()
