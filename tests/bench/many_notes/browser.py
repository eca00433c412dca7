"""What the notes browser costs with very many notes and tags: first rows, letters, and keys.

From the root of the project, with Postil installed:

    python -m tests.bench.many_notes.browser [--notes 100000] [--tags 10000] [--steps 15]

Times are milliseconds, by the clock and of the processor, from the key to the end of its answer:
the browser is opened over an article of which the notes are read; ``first rows`` are those that
are on the screen first, ``all`` the moment at which nothing is left to be found.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from textual.strip import Strip

from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.listing.query_line import QueryLine
from postil.tui.screens.notes.note_rows import NoteRowList
from postil.tui.screens.notes.screen import NotesScreen
from postil.tui.start import SWITCH
from tests.bench.many_notes.big_home import RARE, make
from tests.bench.many_notes.many_tags import names
from tests.journeys.driving import LARGE, Session, reading


class Watch:
    """Times by the clock and of the processor, told under a name."""

    def __init__(self) -> None:
        self.told: dict[str, list[tuple[float, float]]] = {}

    async def until(self, session: Session, name: str, reached: Callable[[], bool]) -> None:
        """Wait for something to be reached, which began just now."""
        begun, spent = time.perf_counter(), time.process_time()
        while not reached():
            await asyncio.sleep(0.001)
            if time.perf_counter() - begun > 60:
                self.show()
                raise SystemExit(f"waited for {name}:\n{session.seen()}")
        taken = 1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - spent)
        self.told.setdefault(name, []).append(taken)

    def show(self) -> None:
        """Print a line for each name."""
        for name, taken in self.told.items():
            clock, processor = (median(one[at] for one in taken) for at in (0, 1))
            worst = max(one[0] for one in taken)
            print(f"  {name:34}{clock:9.1f} ms{processor:9.1f} ms{worst:9.1f} ms at worst")


class Lines:
    """Counts the lines of the list that are drawn."""

    def __init__(self) -> None:
        self.count = 0
        draw = PointedList.render_line

        def counted(rows: PointedList[Any, Any], y: int) -> Strip:
            self.count += 1
            return draw(rows, y)

        PointedList.render_line = counted  # type: ignore[method-assign, assignment]


async def measure(article: Path, steps: int) -> Watch:
    """Open the browser, and press keys in it."""
    watch = Watch()
    async with reading(article, LARGE) as session:
        await session.settle()

        def screen() -> NotesScreen | None:
            top = session.app.screen
            return top if isinstance(top, NotesScreen) else None

        def rows() -> NoteRowList | None:
            top = screen()
            return None if top is None or not top.is_mounted else top.browser.rows

        def listed() -> int:
            found = rows()
            return 0 if found is None or not found.is_mounted else len(found.rows)

        def shown() -> object:
            found = rows()
            return None if found is None else found.rows

        def done() -> bool:
            top = screen()
            return top is not None and top.browser.settled

        session.burst("B")
        await watch.until(session, "B: first rows of the article", lambda: listed() > 0)
        await session.settle()
        now = rows()
        before = None if now is None else now.rows
        session.burst("ctrl+l")
        await watch.until(session, "library: first rows", lambda: shown() is not before)
        await watch.until(session, "library: all", done)
        await session.settle()
        await keys(session, watch, steps)
        for typed in ("tide", "harbour gull", f"tag:{RARE}", "tag:trade -salt", "nowhere"):
            session.burst("slash")
            await session.settle()
            session.app.screen.query_one(QueryLine).value = ""
            await session.settle()
            session.burst(*typed)
            await watch.until(session, f"{typed}: typed", partial(_holds, session, typed))
            await watch.until(session, f"{typed}: all", done)
            await session.settle()
        session.app.screen.query_one(QueryLine).value = ""
        await session.settle()
        await session.press("tab", "g")
        session.burst("4")
        await watch.until(session, "recolour one: stored", lambda: "pink" in session.said)
        await session.settle()
    return watch


def _holds(session: Session, typed: str) -> bool:
    """Tell whether the query line holds what was typed."""
    return session.app.screen.query_one(QueryLine).value == typed


async def keys(session: Session, watch: Watch, steps: int) -> None:
    """Press the keys that move, each until it is drawn."""
    session.burst("tab")
    await session.settle()
    lines = Lines()
    for name, key in (("j", "j"), ("page", "space"), ("end", "G"), ("first", "g"), ("tick", "x")):
        for _ in range(steps):
            if name in ("end", "first"):
                session.burst("g" if name == "end" else "G")
                await session.settle()
            lines.count = 0
            session.burst(key)
            await watch.until(session, f"key {name}", lambda: lines.count > 0)
            await session.settle()


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--tags", type=int, default=10_000)
    parser.add_argument("--steps", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = max(2, given.notes // 50)
        home = make(Path(folder), given.notes, articles, tags=names(given.tags))
        os.environ.update(home.environ)
        sys.setswitchinterval(SWITCH)
        print(f"{given.notes:,} notes on {articles:,} articles, {given.tags:,} tags")
        asyncio.run(measure(home.articles[0], given.steps)).show()


if __name__ == "__main__":
    main()
