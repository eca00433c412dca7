"""What each export of ten thousand notes costs, and the import of what comes back.

From the root of the project, with Postil installed:

    python -m tests.bench.exchange [--notes 10000] [--articles 200] [FORMAT...]

Processor time in seconds, beside that of an empty Python, and the memory at its highest, in
megabytes. The first command places all notes, which the others find done.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from postil.export.codebook.writers import WRITERS as BOOKS
from postil.export.templating.rendering import SHIPPED
from postil.export.writers import WRITERS
from tests.bench.many_notes.big_home import BigHome, make

PASS_MS = 22.0
"""Milliseconds of ``python -c pass`` on the machine for which limits are told."""

TWO_WAY = ("json", "w3c", "hypothesis", "qdpx", "readwise")
"""Formats whose files are imported again."""


class Cost(NamedTuple):
    """What a command took."""

    seconds: float
    megabytes: float
    said: str


def cost(command: Sequence[str], environ: Mapping[str, str]) -> Cost:
    """Run a command; return its processor time and its memory at the highest."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, env={**os.environ, **environ}, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    assert process.returncode == 0, said
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)


def exports(home: BigHome, wanted: Sequence[str], out: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what each export costs; files of two-way formats are left in a folder."""
    postil = (sys.executable, "-m", "postil")
    yield "the first: notes", cost((*postil, "notes", "--json"), home.environ)
    lines = {
        **{one.name: ("export", "--format", one.name) for one in WRITERS},
        **{f"template {one}": ("export", "--template", one) for one in SHIPPED},
        **{f"codebook {one.name}": ("codebook", "--format", one.name) for one in BOOKS},
        "stats": ("stats",),
        "stats svg": ("stats", "--format", "svg"),
    }
    for name, line in lines.items():
        if not wanted or name in wanted:
            target = out / name.replace(" ", "-")
            yield name, cost((*postil, *line, "-o", str(target)), home.environ)


def imports(home: BigHome, out: Path, root: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what it costs to import each file of the two-way formats into a home without notes."""
    postil = (sys.executable, "-m", "postil")
    for name in TWO_WAY:
        if not (out / name).exists():
            continue
        folders = {key: str(root / name / key) for key in home.environ}
        subprocess.run(
            (*postil, "add", str(home.articles[0].parent)),
            env={**os.environ, **folders},
            check=True,
            capture_output=True,
        )
        line = (*postil, "import", "--format", name, str(out / name))
        yield f"import {name}", cost(line, folders)
        yield f"import {name} again", cost(line, folders)


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--no-import", action="store_true")
    parser.add_argument("formats", nargs="*")
    given = parser.parse_args()
    empty = min(cost((sys.executable, "-c", "pass"), {}).seconds for _ in range(5))
    scale = PASS_MS / 1000 / empty
    print(f"{'an empty Python':28}{empty:9.3f} s; scaled to {PASS_MS:.0f} ms by {scale:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        root, out = Path(folder), Path(folder) / "out"
        out.mkdir()
        home = make(root / "big", given.notes, given.articles)
        rows = exports(home, given.formats, out)
        for name, found in rows:
            _tell(name, found, scale)
        for name, found in () if given.no_import else imports(home, out, root):
            _tell(name, found, scale)


def _tell(name: str, found: Cost, scale: float) -> None:
    taken = f"{found.seconds:9.2f} s{found.seconds * scale:9.2f} s scaled"
    print(f"{name:28}{taken}{found.megabytes:9.0f} MB", flush=True)


if __name__ == "__main__":
    main()
