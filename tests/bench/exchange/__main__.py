"""What each export of ten thousand notes costs, and the import of what comes back.

From the root of the project, with Postil installed:

    python -m tests.bench.exchange [--notes 10000] [--articles 200] [FORMAT...]

One table in Markdown: processor time in seconds, here and as it would be where an empty Python
takes 22 ms, for which the limits are told; the memory at its highest, in megabytes; and what is
beyond its limit. The first command places all notes, which the others find done.
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

TWO_WAY = {
    "json": "json",
    "w3c": "w3c",
    "hypothesis": "hypothesis",
    "qdpx": "qdpx",
    "readwise": "readwise",
    "taguette-highlights": "taguette",
    "markdown": "markdown",
}
"""Formats whose files are imported again, with the name of what reads each."""

MOST_SECONDS = {"export": 3.0, "import": 10.0}
"""Of processor time, by the first word of a row; scaled."""

MOST_MEGABYTES = 300


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
    yield "notes, placed anew", cost((*postil, "notes", "--json"), home.environ)
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
            yield f"export {name}", cost((*postil, *line, "-o", str(target)), home.environ)


def imports(home: BigHome, out: Path, root: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what it costs to import each file of the two-way formats into a home without notes."""
    postil = (sys.executable, "-m", "postil")
    for name, reader in TWO_WAY.items():
        if not (out / name).exists():
            continue
        folders = {key: str(root / name / key) for key in home.environ}
        subprocess.run(
            (*postil, "add", str(home.articles[0].parent)),
            env={**os.environ, **folders},
            check=True,
            capture_output=True,
        )
        line = (*postil, "import", "--format", reader, str(out / name))
        yield f"import {name}", cost(line, folders)
        yield f"import {name} again", cost(line, folders)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--no-import", action="store_true")
    parser.add_argument("formats", nargs="*")
    given = parser.parse_args()
    empty = min(cost((sys.executable, "-c", "pass"), {}).seconds for _ in range(5))
    scale = PASS_MS / 1000 / empty
    print(f"| {'':28} | CPU s | scaled |  MB | beyond |")
    print(f"|{'-' * 30}|------:|-------:|----:|--------|")
    print(f"| {'an empty Python':28} | {empty:5.3f} | {PASS_MS / 1000:6.3f} |     |        |")
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
    kind, scaled = name.split()[0], found.seconds * scale
    beyond = ["time"] * (scaled > MOST_SECONDS.get(kind, scaled))
    beyond += ["memory"] * (kind == "export" and found.megabytes > MOST_MEGABYTES)
    taken = f"{found.seconds:5.2f} | {scaled:6.2f} | {found.megabytes:3.0f}"
    print(f"| {name:28} | {taken} | {', '.join(beyond):6} |", flush=True)


if __name__ == "__main__":
    main()
