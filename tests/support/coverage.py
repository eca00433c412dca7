"""Counts which lines and branches of the program a test run executes, and tells the outcome.

``-p tests.support.coverage`` counts, into the file of ``OUTCOME``, and does so in the process that
reads PDFs as well; running this module prints what
was counted, and fails below the floor in ``pyproject.toml``. Postil must not be imported before.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import slipcover  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[2]
OUTCOME = Path(os.environ.get("POSTIL_COVERAGE", ROOT / ".coverage.json"))
SOURCE = os.environ.get("POSTIL_COVERAGE_OF", "src/postil")
"""What is counted; a part of the program where the counting itself is tried."""

COUNTED = Path(__file__).with_name("counted")
"""A folder whose ``sitecustomize`` counts in the processes that Postil starts."""
LEAST = 12
"""Files that are named: those of which least is run."""


class Counter:
    """Makes modules count what they execute, from the moment it is there.

    Slipcover takes its probes out again once they have been passed, so that the tests stay quick;
    a tracer takes twice as long as the tests do.
    """

    def __init__(self, outcome: Path) -> None:
        self._outcome = outcome
        self._started = f"{outcome.with_suffix('')}.process-"
        for earlier in self._of_started():
            earlier.unlink()
        os.environ["POSTIL_COUNTED"] = self._started
        paths = (str(COUNTED), os.environ.get("PYTHONPATH", ""))
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
        self._counts = slipcover.Slipcover(
            immediate=True, branch=True, source=[SOURCE], exclude_also=["if TYPE_CHECKING:"]
        )
        matcher = slipcover.FileMatcher(sources=[SOURCE])
        slipcover.ImportManager(self._counts, matcher).__enter__()

    def pytest_sessionfinish(self) -> None:
        """Write down what was executed, also by processes that were started and have told it."""
        total = self._counts.get_coverage()
        started: dict[str, Any] = {}
        for part in self._of_started():
            # One that was ended early has told nothing, or half of it.
            with suppress(ValueError):
                counts = json.loads(part.read_bytes().partition(b"\0")[0])
                counts["files"] = {_within(name): each for name, each in counts["files"].items()}
                started = slipcover.merge_coverage(started, counts) if started else counts
            part.unlink()
        if started:
            total = slipcover.merge_coverage(total, started)
        self._outcome.write_text(json.dumps(total), "utf-8")

    def _of_started(self) -> list[Path]:
        before = Path(self._started)
        return sorted(before.parent.glob(f"{before.name}*.json"))


def _within(name: str) -> str:
    """Return the path of a file as it is from the root of the project."""
    path = Path(name)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else name


class Gatherer:
    """Adds up what the processes have counted among which pytest-xdist divides the tests."""

    def __init__(self) -> None:
        for earlier in of_processes():
            earlier.unlink()

    def pytest_sessionfinish(self) -> None:
        """Write down what was executed by any of them; each has written down its part by now."""
        total: dict[str, Any] = {}
        for part in of_processes():
            counts = json.loads(part.read_text("utf-8"))
            total = slipcover.merge_coverage(total, counts) if total else counts
        OUTCOME.write_text(json.dumps(total), "utf-8")


def of_process(name: str) -> Path:
    """Return the file of one of several processes."""
    return OUTCOME.with_name(f"{OUTCOME.stem}.{name}{OUTCOME.suffix}")


def of_processes() -> list[Path]:
    """Return the files of all processes that have written theirs."""
    return sorted(OUTCOME.parent.glob(of_process("gw*").name))


def pytest_configure(config: Any) -> None:
    """Begin to count, before any test module is imported."""
    process = os.environ.get("PYTEST_XDIST_WORKER")
    if process is None and config.getoption("numprocesses", None):
        config.pluginmanager.register(Gatherer(), "postil-coverage")
    else:
        counter = Counter(of_process(process) if process else OUTCOME)
        config.pluginmanager.register(counter, "postil-coverage")


def share(executed: int, missing: int) -> float:
    """Return how much of something was executed, in per cent."""
    return 100 * executed / (executed + missing) if executed + missing else 100.0


def told(outcome: dict[str, Any], floor: float) -> tuple[list[str], bool]:
    """Return the lines of a report, and whether the branches stand at the floor or above."""
    files = []
    for name, found in outcome["files"].items():
        executed, missing = len(found["executed_branches"]), len(found["missing_branches"])
        if missing:
            files.append((share(executed, missing), name, missing))
    least = sorted(files)[:LEAST]
    lines = [
        f"{part:5.1f}% of branches, {missing} missing: {name}" for part, name, missing in least
    ]
    total = outcome["summary"]
    branches = share(total["covered_branches"], total["missing_branches"])
    of_lines = share(total["covered_lines"], total["missing_lines"])
    lines.append(f"lines {of_lines:.1f}%, branches {branches:.1f}%, floor {floor}%")
    return lines, branches >= floor


def main() -> int:
    """Print what was counted; return 1 where the branches are below the floor."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    floor = settings["tool"]["postil"]["least-branches"]
    lines, enough = told(json.loads(OUTCOME.read_text("utf-8")), floor)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if enough else 1


if __name__ == "__main__":
    raise SystemExit(main())
