"""Measures the search screen in a terminal: from a key to its results, and how long keys wait.

From the root of the project, with the variables of the places set to those of a library that is
known and indexed, and an article to begin with:

    python -m tests.bench.search.keystrokes ARTICLE [--rounds 3] [--size 80x24]... [WORD ...]

Of each letter that is typed it says when the screen changed first, when the list of all that was
found for it was drawn, and when the screen changed last, with the preview; of the event loop, how
long its steps took, which no key interrupts: by the clock, and of processor time, which says more
where the machine is busy. The steps that took longest are named.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from tests.bench.ptys import Program

WORDS = ("scheduler", "memory allocation", "the", "interrupt handler")

SIZES = ("80x24", "160x50")

LONGEST = 8
"""Steps that are named."""

TIMED = """
import asyncio.events, atexit, json, sys, time
steps = []
run = asyncio.events.Handle._run
def name(handle):
    owner = getattr(handle._callback, "__self__", None)
    said = owner.get_name() if hasattr(owner, "get_name") else ""
    return said or getattr(handle._callback, "__qualname__", "")
def timed(self):
    began, spent = time.perf_counter(), time.thread_time()
    run(self)
    took = [time.perf_counter() - began, time.thread_time() - spent]
    steps.append((began, *(round(one * 1000, 1) for one in took), name(self)))
asyncio.events.Handle._run = timed
def kept():
    open(sys.argv[1], "w").write(json.dumps([steps, answers]))
atexit.register(kept)
from postil.cli.main import run as postil
from postil.tui.screens.search.screen import SearchScreen
answers = []
show = SearchScreen._show
def shown(self, found, pointed):
    show(self, found, pointed)
    answers.append(time.perf_counter())
SearchScreen._show = shown
postil(sys.argv[2:])
"""
"""Runs Postil, and writes down how long each step of its event loop took, in milliseconds.

And when something found was given to the list, in seconds.
"""

DRAWS = "screen_update"
"""Step in which what was given to the list is drawn."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search screen.")
    parser.add_argument("article")
    parser.add_argument("words", nargs="*", default=WORDS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--size", action="append", help="columns x lines, such as 80x24")
    given = parser.parse_args()
    for said in given.size or SIZES:
        width, _, height = said.partition("x")
        print(said)
        measure(given.article, list(given.words) * given.rounds, (int(width), int(height)))


def measure(article: str, words: Sequence[str], size: tuple[int, int]) -> None:
    """Type words into the search screen, and print what that took."""
    first: list[float] = []
    last: list[float] = []
    pressed: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "steps.json")
        command = [sys.executable, "-c", TIMED, str(told), article]
        with Program(command, os.environ, size) as program:
            program.quiet(2.0)
            program.press("S")
            program.quiet(2.0)
            begun, spent = time.perf_counter(), program.cpu()
            for word in words:
                for letter in word:
                    answer = program.answer(letter, quiet=0.3)
                    pressed.append(answer.sent)
                    if answer.first is not None and answer.last is not None:
                        first.append(answer.first * 1000)
                        last.append(answer.last * 1000)
                pressed.append(program.answer("\x15", quiet=0.3).sent)
            ended, spent = time.perf_counter(), program.cpu() - spent
            program.press("\x11")
            with suppress(SystemExit):  # it has ended
                program.quiet(30.0)
            steps, answers = json.loads(told.read_text("utf-8"))
            steps = [one for one in steps if begun <= one[0] <= ended]
    listed = list(drawn(pressed, answers, [one for one in steps if one[3] == DRAWS]))
    for name, times in (("first change", first), ("all results", listed), ("last change", last)):
        cuts = statistics.quantiles(times, n=20)
        print(f"  {name}: p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}, most {max(times):.0f} ms")
    print(f"  processor time of all threads: {spent / len(last) * 1000:.1f} ms a letter")
    for at, name in ((1, "by the clock"), (2, "of processor time")):
        took = sorted(one[at] for one in steps)
        longest = ", ".join(map(str, took[: -LONGEST - 1 : -1]))
        p99 = took[len(took) * 99 // 100]
        print(f"  {len(took)} steps {name}: p99 {p99:.1f} ms, the longest {longest} ms")
    for _, clock, processor, what in sorted(steps, key=lambda one: -one[2])[:LONGEST]:
        print(f"    {processor:6.1f} ms ({clock:.1f} by the clock)  {what}")


def drawn(
    pressed: Sequence[float], answers: Sequence[float], draws: Sequence[Sequence[float]]
) -> Iterator[float]:
    """Yield after how many milliseconds the last list that a key brought was on the screen."""
    for key, following in pairwise(pressed):
        given = [one for one in answers if key <= one < following]
        done = [at + took / 1000 for at, took, *_ in draws if given and at >= given[-1]]
        if done and done[0] < following:
            yield (done[0] - key) * 1000


if __name__ == "__main__":
    main()
