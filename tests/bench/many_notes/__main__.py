"""What commands about few of very many notes cost, and keys in an article with ten thousand.

From the root of the project, with Postil installed:

    python -m tests.bench.many_notes [--notes 100000] [--keys 10000] [--rounds 3]

Times are processor time: seconds of a command beside an empty Python, and milliseconds of a key.
The first command reads all notes, and proves them; medians are of the others.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench.many_notes.big_home import RARE, BigHome, make
from tests.journeys.driving import LARGE, reading

PARAGRAPHS = 3000
"""Of the article with many notes: a megabyte."""
STEPS = 15


def spent(command: Sequence[str], environ: dict[str, str]) -> float:
    """Return the processor time of a command, in seconds."""

    def total() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before = total()
    subprocess.run(command, env={**os.environ, **environ}, check=True, capture_output=True)
    return total() - before


def until_a_line(command: Sequence[str], environ: dict[str, str]) -> float:
    """Return the processor time of a command up to its first line, in seconds.

    A little of what comes behind the line may be in it.
    """
    with subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        told = Path(f"/proc/{process.pid}/schedstat").read_text()
        process.stdout.read()
    return int(told.split()[0]) / 1e9


def commands(home: BigHome, rounds: int) -> Iterator[tuple[str, float]]:
    """Yield the seconds of each command."""
    article = str(home.articles[0])
    told: dict[str, list[float]] = {}
    postil = (sys.executable, "-m", "postil")
    yield "the first: tags", spent((*postil, "tags"), home.environ)
    for turn in range(rounds):
        one, other = home.ids[2 * turn], home.ids[2 * turn + 1]
        for name, line in (
            ("an empty Python", (sys.executable, "-c", "pass")),
            ("note", (*postil, "note", article, "--at", "10-40", "--body", "new")),
            ("edit", (*postil, "edit", one, "--body", f"changed {turn}")),
            ("delete", (*postil, "delete", other)),
            ("undo", (*postil, "undo")),
            ("cite", (*postil, "cite", article, "--at", "10-40")),
            ("notes ARTICLE", (*postil, "notes", article)),
            ("notes --tag", (*postil, "notes", "--tag", RARE)),
            ("tags", (*postil, "tags")),
            ("history", (*postil, "history")),
        ):
            told.setdefault(name, []).append(spent(line, home.environ))
        first = until_a_line((*postil, "history"), home.environ)
        told.setdefault("history, a line", []).append(first)
    for name, seconds in told.items():
        yield name, median(seconds)


async def keys(home: BigHome, notes: int) -> dict[str, float]:
    """Return the milliseconds of keys in the first article, once its notes are there."""
    os.environ.update(home.environ)
    async with reading(home.articles[0], LARGE) as session:
        await session.until(lambda: len(session.reader.parts.notes.placed) == notes, "its notes")
        await session.settle()
        told: dict[str, float] = {}
        for name, key in (("page", "space"), ("line", "j"), ("next note", "tab")):
            told[name] = await _key(session.press, key)
        await session.press("G")
        told["page, at the end"] = await _key(session.press, "b")
        return told


async def _key(press: object, key: str) -> float:
    assert callable(press)
    taken = []
    for _ in range(STEPS):
        begun = time.process_time()
        await press(key)
        taken.append(time.process_time() - begun)
    return median(taken) * 1000


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    half = given.notes // 2
    for name, own, others in (
        (f"{given.notes:,} notes", given.notes, 0),
        (f"{half:,}, and as many of another machine", half, half),
        (f"{half:,} alone", half, 0),
    ):
        print(name)
        with tempfile.TemporaryDirectory() as folder:
            home = make(Path(folder), own, max(2, own // 50), others)
            for what, seconds in commands(home, given.rounds):
                print(f"  {what:20}{seconds:9.2f} s", flush=True)
    print(f"an article with 10 notes, and with {given.keys:,}")
    measured = []
    for count in (10, given.keys):
        with tempfile.TemporaryDirectory() as folder:
            home = make(Path(folder), count, 1, paragraphs=PARAGRAPHS)
            measured.append(asyncio.run(keys(home, count)))
    for what, few in measured[0].items():
        many = measured[1][what]
        print(f"  {what:20}{few:9.1f} ms{many:9.1f} ms{many / few:8.2f}", flush=True)


if __name__ == "__main__":
    main()
