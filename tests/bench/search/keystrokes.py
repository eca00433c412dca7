"""Measures the search screen in a terminal: from a key to its results, and how long keys wait.

From the root of the project, with the variables of the places set to those of a library that is
known and indexed, and an article to begin with:

    python -m tests.bench.search.keystrokes ARTICLE [--rounds 3] [WORD ...]

Of each letter that is typed it says when the screen changed first, and last; of the event loop,
how long its steps took, which no key interrupts.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.ptys import Program

WORDS = ("scheduler", "memory allocation", "the", "interrupt handler")

TIMED = """
import asyncio.events, atexit, json, sys, time
steps = []
run = asyncio.events.Handle._run
def timed(self):
    began = time.perf_counter()
    run(self)
    steps.append((began, round((time.perf_counter() - began) * 1000, 1)))
asyncio.events.Handle._run = timed
def kept():
    open(sys.argv[1], "w").write(json.dumps(steps))
atexit.register(kept)
from postil.cli.main import run as postil
postil(sys.argv[2:])
"""
"""Runs Postil, and writes down how long each step of its event loop took, in milliseconds."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search screen.")
    parser.add_argument("article")
    parser.add_argument("words", nargs="*", default=WORDS)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    first: list[float] = []
    last: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "steps.json")
        command = [sys.executable, "-c", TIMED, str(told), given.article]
        with Program(command, os.environ) as program:
            program.quiet(2.0)
            program.press("S")
            program.quiet(2.0)
            begun = time.perf_counter()
            for word in list(given.words) * given.rounds:
                for letter in word:
                    answer = program.answer(letter, quiet=0.3)
                    if answer.first is not None and answer.last is not None:
                        first.append(answer.first * 1000)
                        last.append(answer.last * 1000)
                program.answer("\x15", quiet=0.3)
            ended = time.perf_counter()
            program.press("\x11")
            with suppress(SystemExit):  # it has ended
                program.quiet(30.0)
            steps = [
                took
                for began, took in json.loads(told.read_text("utf-8"))
                if begun <= began <= ended
            ]
    for name, times in (("first change", first), ("last change", last)):
        cuts = statistics.quantiles(times, n=20)
        print(f"{name}: p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}, most {max(times):.0f} ms")
    steps.sort()
    p99, most = steps[len(steps) * 99 // 100], ", ".join(map(str, steps[:-9:-1]))
    print(f"{len(steps)} steps of the loop: p99 {p99:.1f} ms, the longest {most} ms")


if __name__ == "__main__":
    main()
