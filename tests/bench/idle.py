"""Measures what Postil takes while nobody does anything, beside a Textual that says hello.

Every screen and dialog runs in a terminal of 120 by 40, all at the same time, beside an empty
Textual program and a bare Textual dialog with a field. It prints processor time, wakes and bytes
written a minute, and the ratios. From the root of the project:

    python -m tests.bench.idle [--seconds 60] [--only WORD]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from select import select
from shutil import copy

from tests.bench.ptys import Program

HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
POSTIL = [sys.executable, "-m", "postil"]
SETTLED = 6.0
"""Seconds until what a start or a key has set going is over."""


@dataclass(frozen=True, slots=True)
class Case:
    """One screen or dialog, and what it is compared with."""

    name: str
    keys: tuple[str, ...] = ()
    peer: str = "hello with a dialog"
    limit: float = 1.5
    shelf: bool = False
    text: str = ""
    """What shows that it is open."""


CASES = (
    Case("reader", peer="hello", limit=2.0),
    Case("reader, selecting", ("v",), peer="hello", limit=2.0),
    Case("outline filter", ("o",)),
    Case("margin", ("m",), peer="hello", limit=2.0),
    Case("find bar", ("/",), text="find in this article"),
    Case("find bar, typed", ("/", "drama")),
    Case("matches kept", ("/", "drama", "enter"), peer="hello", limit=2.0),
    Case("help", ("?",)),
    Case("help, filtered", ("?", "note")),
    Case("palette", (":",)),
    Case("note", ("a",)),
    Case("note, begun", ("a", "word")),
    Case("tags", ("t",)),
    Case("source", ("s",)),
    Case("cite", ("C",)),
    Case("cite, filtered", ("C", "chicago")),
    Case("bibliography", ("R",)),
    Case("notes of all", ("B",)),
    Case("links", ("f",), peer="hello", limit=2.0),
    Case("shelf", shelf=True),
    Case("reader over shelf", ("enter",), shelf=True, peer="hello", limit=2.0),
)


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--seconds", type=float, default=60.0)
    given.add_argument("--only", default="", help="a part of the names of the cases")
    wanted = given.parse_args()
    cases = [case for case in CASES if wanted.only in case.name]
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_programs:
        environ = {**os.environ, "TEXTUAL_ANIMATIONS": "none"}
        running: dict[str, Program] = {}
        for name, more in (("hello", []), ("hello with a dialog", ["modal"])):
            running[name] = open_programs.enter_context(Program([*HELLO, *more], environ))
            running[name].quiet(1.0)
        for case in cases:
            place = Path(folder, case.name.replace(" ", "-"))
            place.mkdir()
            program = started(case, place, environ)
            running[case.name] = open_programs.enter_context(program)
        drained(running, SETTLED)
        for case in cases:
            press(case, running[case.name])
        drained(running, SETTLED)
        before = {name: taken(program) for name, program in running.items()}
        begun = time.perf_counter()
        drained(running, wanted.seconds)
        minutes = (time.perf_counter() - begun) / 60
        figures = {
            name: [(b - a) / minutes for a, b in zip(before[name], taken(program), strict=True)]
            for name, program in running.items()
        }
    print(f"load {os.getloadavg()[0]:.1f}")
    print(f"{'a minute':<22}{'CPU s':>8}{'wakes':>8}{'bytes':>9}{'CPU':>8}{'bytes':>8}")
    for name in ("hello", "hello with a dialog"):
        cpu, wakes, written = figures[name]
        print(f"{name:<22}{cpu:8.3f}{wakes:8.0f}{written:9.0f}")
    for case in cases:
        cpu, wakes, written = figures[case.name]
        peer_cpu, _, peer_written = figures[case.peer]
        share, bytes_share = cpu / peer_cpu, written / max(1.0, peer_written)
        over = "" if max(share, bytes_share) <= case.limit else f"  over {case.limit}x"
        print(
            f"{case.name:<22}{cpu:8.3f}{wakes:8.0f}{written:9.0f}{share:7.2f}x{bytes_share:7.2f}x{over}"
        )


def started(case: Case, place: Path, environ: dict[str, str]) -> Program:
    """Start Postil in a home of its own."""
    article = next(Path("articles").glob("*.txt"))
    copy(article, place)
    places = {f"POSTIL_{name}": str(place / name) for name in ("HOME", "STATE", "CONFIG", "CACHE")}
    opened = place if case.shelf else place / article.name
    program = Program([*POSTIL, str(opened)], {**environ, **places})
    program.quiet(0.5, 2.0)
    return program


def press(case: Case, program: Program) -> None:
    """Bring the program to the screen that is measured."""
    for key in case.keys:
        program.press(key)
        program.quiet(0.3, 2.0)
    if case.text and case.text not in program.shown():
        raise SystemExit(f"{case.name} is not open:\n{program.shown()}")


def drained(running: dict[str, Program], seconds: float) -> None:
    """Take what all of them write for so long."""
    end = time.perf_counter() + seconds
    programs = {program.fd: program for program in running.values()}
    while (left := end - time.perf_counter()) > 0:
        for fd in select(list(programs), [], [], left)[0]:
            programs[fd].read(0)


def taken(program: Program) -> tuple[float, float, float]:
    """Return processor time, wakes and bytes so far."""
    return program.cpu(), program.wakes(), program.written


if __name__ == "__main__":
    main()
