"""Modules that count what they execute, whose branches are marked once for all processes.

Slipcover marks branches in the syntax tree of a module, each time that it is imported: twelve
seconds for the whole of Postil, in each process that runs tests. Here the marked code is kept
beside what Python compiles.
"""

from __future__ import annotations

import ast
import marshal
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import slipcover  # type: ignore[import-untyped]
from slipcover import branch

ROOT = Path(__file__).resolve().parents[3]
SOURCE = os.environ.get("POSTIL_COVERAGE_OF", "src/postil")
"""What is counted; a part of the program where the counting itself is tried."""

Seen = dict[str, list[Any]]
"""The lines and branches of each file that were executed."""


class Marked(NamedTuple):
    """A module's code with its branches marked, and all that can be executed of it."""

    code: CodeType
    lines: set[int]
    branches: set[tuple[int, int]]


def sources() -> list[Path]:
    """Return the files of what is counted."""
    return sorted((ROOT / SOURCE).rglob("*.py"))


def marked(source: Path) -> Marked:
    """Return a file's code with its branches marked, and keep it for other processes.

    Where it cannot be kept, as in a process that may write no file, it is made again.
    """
    now = source.stat()
    stamp = (str(source), now.st_mtime_ns, now.st_size, slipcover.__version__)
    kept = Path(cache_from_source(str(source), optimization="counted"))
    with suppress(OSError, EOFError, ValueError, TypeError):
        kept_stamp, *found = marshal.loads(kept.read_bytes())
        if kept_stamp == stamp:
            return Marked(*found)
    code = compile(branch.preinstrument(ast.parse(source.read_bytes())), str(source), "exec")
    made = Marked(
        code,
        set(slipcover.Slipcover.lines_from_code(code)),
        set(slipcover.Slipcover.branches_from_code(code)),
    )
    part = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        part.write_bytes(marshal.dumps((stamp, *made)))
        part.replace(kept)
    return made


class Counting:
    """Finds the modules of what is counted, and lets them count from their import on."""

    def __init__(self) -> None:
        self._counts = slipcover.Slipcover(immediate=True, branch=True)
        self._part = f"{ROOT / SOURCE}{os.sep}"
        sys.meta_path.insert(0, self)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As that of ``MetaPathFinder``."""
        if name.partition(".")[0] != "postil":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and os.path.realpath(spec.origin or "").startswith(self._part):
            spec.loader = _Loader(self._counts, name, os.path.realpath(spec.origin or ""))
        return spec

    def seen(self) -> Seen:
        """Return what has been executed so far."""
        return {
            os.path.relpath(name, ROOT): list(seen)
            for name, seen in list(self._counts.newly_seen.items())
        }


class _Loader(SourceFileLoader):
    def __init__(self, counts: Any, name: str, path: str) -> None:
        super().__init__(name, path)
        self._counts = counts

    def exec_module(self, module: ModuleType) -> None:
        code = marked(Path(self.path)).code
        # A parent's code is given, so that what can be executed is not looked for again.
        exec(self._counts.instrument(code, code), module.__dict__)


def total(parts: Iterable[Seen]) -> dict[str, Any]:
    """Return what several processes have executed together, in the form of Slipcover."""
    counts = slipcover.Slipcover(branch=True, exclude_also=["if TYPE_CHECKING:"])
    for path in sources():
        name = os.path.relpath(path, ROOT)
        _, counts.code_lines[name], counts.code_branches[name] = marked(path)
    for part in parts:
        for name, seen in part.items():
            # JSON knows no tuples, as which branches are counted.
            counts.all_seen[name].update(
                tuple(each) if isinstance(each, list) else each for each in seen
            )
    found: dict[str, Any] = counts.get_coverage()
    return found


def mark_all() -> None:
    """Mark what is counted, divided among as many processes as there are processors."""
    processes = os.cpu_count() or 1
    command = [sys.executable, "-m", __name__]
    parts = [
        subprocess.Popen([*command, str(part), str(processes)], cwd=ROOT)
        for part in range(processes)
    ]
    for part in parts:
        part.wait()


if __name__ == "__main__":
    first, step = map(int, sys.argv[1:])
    for each in sources()[first::step]:
        marked(each)
