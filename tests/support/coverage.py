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
from itertools import chain
from pathlib import Path
from typing import Any

from tests.support.counted.marked_code import ROOT, Counting, mark_all, total

OUTCOME = Path(os.environ.get("POSTIL_COVERAGE", ROOT / ".coverage.json"))
COUNTED = Path(__file__).with_name("counted")
"""A folder whose ``sitecustomize`` counts in the processes that Postil starts."""
LEAST = 12
"""Files that are named: those of which least is run."""


class Counter:
    """Makes modules count what they execute, from the moment it is there.

    Slipcover takes its probes out again once they have been passed, so that the tests stay quick;
    a tracer takes twice as long as the tests do.
    """

    def __init__(self, outcome: Path, *, alone: bool) -> None:
        self._outcome = outcome
        self._alone = alone
        self._started = f"{outcome.with_suffix('')}.process-"
        for earlier in self._of_started():
            earlier.unlink()
        os.environ["POSTIL_COUNTED"] = self._started
        paths = (str(COUNTED), os.environ.get("PYTHONPATH", ""))
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
        self._counting = Counting()

    def pytest_sessionfinish(self) -> None:
        """Write down what was executed, also by processes that were started and have told it."""
        parts = [self._counting.seen()]
        for told in self._of_started():
            # One that was ended early has told nothing, or half of it.
            with suppress(ValueError):
                parts.append(json.loads(told.read_bytes().partition(b"\0")[0]))
            told.unlink()
        self._outcome.write_text(json.dumps(total(parts) if self._alone else parts), "utf-8")

    def _of_started(self) -> list[Path]:
        before = Path(self._started)
        return sorted(before.parent.glob(f"{before.name}*.json"))


class Gatherer:
    """Adds up what the processes have counted among which pytest-xdist divides the tests."""

    def __init__(self) -> None:
        for earlier in of_processes():
            earlier.unlink()
        mark_all()

    def pytest_sessionfinish(self) -> None:
        """Write down what was executed by any of them; each has written down its part by now."""
        parts = chain.from_iterable(json.loads(part.read_bytes()) for part in of_processes())
        OUTCOME.write_text(json.dumps(total(parts)), "utf-8")


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
        counter = Counter(of_process(process) if process else OUTCOME, alone=process is None)
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
