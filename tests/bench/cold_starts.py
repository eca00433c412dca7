"""Measures what a short command takes from its start, beside a Python that does nothing.

From the root of the project, with an article to read and the passage of it to cite:

    python -m tests.bench.cold_starts [ARTICLE] [START:END] [PAIRS]

Processor time, not the clock, in pairs that take turns; the median of their ratios is told. What is
compiled is compiled before, whatever the environment says of writing it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.house import ROOT

PAIRS = 9
GUIDE = ROOT / "articles" / "postil-guide.md"
NOTHING = ("-c", "pass")


def verbs(article: str, passage: str) -> dict[str, tuple[str, ...]]:
    """Return the commands to measure, by what they are called."""
    return {
        "--version": ("--version",),
        "outline": ("outline", article),
        "find": ("find", "the", article),
        "notes": ("notes", article),
        "cite --at": ("cite", article, "--at", passage),
        "note --at": ("note", article, "--at", passage, "--body", "once more"),
    }


def taken(arguments: Sequence[str], environ: dict[str, str]) -> float:
    """Return the processor time of a run of this Python, in seconds, its output thrown away."""
    nothing = os.open(os.devnull, os.O_RDWR)
    streams = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (0, 1, 2)]
    command = [sys.executable, *arguments]
    child = os.posix_spawn(sys.executable, command, environ, file_actions=streams)
    _, _, usage = os.wait4(child, 0)
    os.close(nothing)
    return usage.ru_utime + usage.ru_stime


def main(article: str, passage: str, pairs: int) -> None:
    """Print for each verb its time, that of a bare Python beside it, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {"HOME": folder}
        for name in [name for name in environ if name.startswith(("POSTIL_", "XDG_"))]:
            del environ[name]
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, words in verbs(article, passage).items():
            command = ("-m", "postil", *words)
            taken(command, environ)
            runs = [(taken(command, environ), taken(NOTHING, environ)) for _ in range(pairs)]
            mine, bare = (statistics.median(times) * 1000 for times in zip(*runs, strict=True))
            ratio = statistics.median(one / other for one, other in runs)
            print(f"{name:<12}{mine:8.1f} ms{bare:8.1f} ms{ratio:7.1f}x")


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:]))
    where = Path(given.get(0, GUIDE)).absolute()
    main(str(where), given.get(1, "3000:3060"), int(given.get(2, PAIRS)))
