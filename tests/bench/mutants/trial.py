"""Runs tests in a scratch copy of a tree, with or without a change, within a limit of time."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import NamedTuple

LEFT_BEHIND = (
    ".git", ".venv", "__pycache__", "*.egg-info", ".mypy_cache", ".pytest_cache", ".ruff_cache",
    ".hypothesis", ".dmypy.json", "build", "dist",
)  # fmt: skip
"""What a copy of a tree does without."""

WAITING = 10
"""Seconds on the clock for each second of work, on a machine that others use too."""


class Run(NamedTuple):
    """What came of some tests: how pytest ended, which ones failed, and the seconds of work."""

    status: int
    failed: tuple[str, ...]
    seconds: float
    stopped: bool = False

    @property
    def green(self) -> bool:
        """Whether all of them passed, and there was one at least."""
        return self.status == 0 and not self.stopped


class Scratch:
    """A copy of a tree in which a file may be changed for a while."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = folder / "tree"
        self._folder = folder
        shutil.copytree(root, self.root, ignore=shutil.ignore_patterns(*LEFT_BEHIND), symlinks=True)

    @contextmanager
    def changed(self, path: str, source: str) -> Iterator[None]:
        """Have another source in a file, and the old one again afterwards."""
        file = self.root / path
        kept = file.read_bytes()
        try:
            self._write(file, source.encode())
            yield
        finally:
            self._write(file, kept)

    @staticmethod
    def _write(file: Path, data: bytes) -> None:
        """Write a source and drop what was compiled from it.

        What is compiled is told by size and whole seconds, which two changes may share.
        """
        file.write_bytes(data)
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
            compiled.unlink()

    def run(
        self, tests: Sequence[str], limit: float, *, but: Sequence[str] = (), first: bool = True
    ) -> Run:
        """Run tests, but for some, until the first fails, or until all are done.

        ``limit`` is in seconds of work of the processor; one who waits is stopped by the clock.
        """
        cache = self._folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(self.root / ".hypothesis", ignore_errors=True)
        command = [
            *(sys.executable, "-m", "pytest", "-q", "--tb=no", "--no-header", "--color=no"),
            *("-p", "no:randomly", "--hypothesis-profile=ci", "--hypothesis-seed=0"),
            *("-o", f"cache_dir={cache}", f"--basetemp={self._folder / 'temporary'}"),
            *(("-x",) if first else ()),
            *(f"--deselect={one}" for one in but),
            *tests,
        ]
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")
        }
        places = os.pathsep.join((str(self.root / "src"), str(self.root)))
        with (self._folder / "output").open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=self.root,
                env=inherited | {"PYTHONPATH": places},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            status, seconds, stopped = _awaited(process, limit)
        return Run(status, _failed(cache), seconds, stopped)


def _awaited(process: subprocess.Popen[bytes], limit: float) -> tuple[int, float, bool]:
    """Return how a process ended, its seconds of work, and whether it was stopped for them."""
    if sys.platform == "linux":
        hard = int(limit) + 1
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (hard, hard + 5))
    expired = []

    def stop() -> None:
        expired.append(True)
        os.killpg(process.pid, signal.SIGKILL)

    timer = Timer(limit * WAITING, stop)
    timer.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    stopped = bool(expired) or process.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
    return process.returncode, used.ru_utime + used.ru_stime, stopped


def _failed(cache: Path) -> tuple[str, ...]:
    """Return the tests that pytest remembers as failed."""
    kept = cache / "v" / "cache" / "lastfailed"
    return tuple(json.loads(kept.read_text("utf-8"))) if kept.is_file() else ()
