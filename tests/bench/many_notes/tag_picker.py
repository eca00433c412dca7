"""What the dialog that puts tags on costs where there are very many tags: first rows, and keys.

From the root of the project, with Postil installed:

    python -m tests.bench.many_notes.tag_picker [--notes 100000] [--tags 10000]

Milliseconds on the clock, and of processor time: from the key to the first rows, and of letters,
moves and choices. The notes have been read by then, as they are a few seconds after the start.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.tags import TagPicker
from tests.bench.many_notes.big_home import BigHome, make
from tests.bench.many_notes.many_tags import names, taken, told
from tests.journeys.driving import Session, reading


async def measured(home: BigHome) -> None:
    """Print what the first rows and keys cost."""
    os.environ.update(home.environ)
    async with reading(home.articles[0]) as s:
        s.app.open_home().notes().tag_counts()
        for name in ("tags to choose from, first", "tags to choose from, again"):
            await s.press("V")
            begun, spent = time.perf_counter(), time.process_time()
            s.burst("t")
            await s.until(lambda: _listed(s) > 0, "the tags")
            told(name, begun, spent)
            await s.settle()
            await s.press("escape", "escape")
        await s.press("V", "t")
        for key in ("t", "0", "backspace", "down", "pagedown"):
            await taken(s, f"key {key}", key)
        await s.press("ctrl+u", *"art 7")
        await taken(s, "key enter: on, off", "enter")


def _listed(s: Session) -> int:
    screen = s.app.screen
    if not isinstance(screen, TagPicker) or not screen.is_mounted:
        return 0
    return sum(len(one.in_view()) for one in screen.query(FilterList))


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
