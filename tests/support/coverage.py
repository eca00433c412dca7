"""Counts which lines and branches of the program a test run executes, and tells the outcome.

``-p tests.support.coverage`` counts, into the file of ``OUTCOME``; running this module prints what
was counted, and fails below the floor in ``pyproject.toml``. Postil must not be imported before.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OUTCOME = Path(os.environ.get("POSTIL_COVERAGE", ROOT / ".coverage.json"))
SOURCE = "src/postil"
LEAST = 12
"""Files that are named: those of which least is run."""


class Counter:
    """Makes modules count what they execute, from the moment it is there.

    Slipcover takes its probes out again once they have been passed, so that the tests stay quick;
    a tracer takes twice as long as the tests do.
    """

    def __init__(self) -> None:
        import slipcover  # type: ignore[import-untyped]

        self._counts = slipcover.Slipcover(
            immediate=True, branch=True, source=[SOURCE], exclude_also=["if TYPE_CHECKING:"]
        )
        matcher = slipcover.FileMatcher(sources=[SOURCE])
        slipcover.ImportManager(self._counts, matcher).__enter__()

    def pytest_sessionfinish(self) -> None:
        """Write down what was executed."""
        OUTCOME.write_text(json.dumps(self._counts.get_coverage()), "utf-8")


def pytest_configure(config: Any) -> None:
    """Begin to count, before any test module is imported."""
    config.pluginmanager.register(Counter(), "postil-coverage")


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
