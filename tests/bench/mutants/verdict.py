"""Decides of a mutant whether the nearest tests notice it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from enum import Enum
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from tests.bench.mutants.drawing import Mutant
from tests.bench.mutants.nearest import Nearness
from tests.bench.mutants.trial import LEFT_BEHIND, Run, Scratch

START = 20
"""Seconds of work that a run may take beside what it takes without a change."""

SLOWER = 3
"""How much slower a change may make the tests before it counts as noticed."""

DOUBTS = 3
"""How many failures of tests that do not fail again are passed over."""

ENOUGH = 0.1
"""Share of the budget that need not be used up."""

PASSED = 3
"""How many files of tests that do not fit, or cannot be run, are passed over."""

LONGEST = 300
"""Seconds of work after which a file of tests, without a change, is of no use here."""


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    TIMED_OUT = "timed out"
    UNTESTED = "no test reaches it"


class Verdict(NamedTuple):
    """What became of a mutant, by which test or in spite of which."""

    mutant: Mutant
    fate: Fate
    tests: tuple[str, ...]
    by: str = ""


class Baseline:
    """What files of tests do without a change, each run once and remembered.

    What is remembered holds for the source, and for all that a file of tests has imports of.
    """

    def __init__(self, nearness: Nearness, folder: Path) -> None:
        self._nearness = nearness
        self._folder = folder
        rest = (path for path in _files(nearness.root) if path not in nearness.tests)
        self._tree = _digest(nearness.root, rest)
        folder.mkdir(parents=True, exist_ok=True)

    def of(self, test: str, scratch: Scratch) -> Run:
        """Return how a file of tests ends on the tree as it is."""
        code = _digest(self._nearness.root, self._nearness.behind(test))
        named = hashlib.sha256(f"{self._tree} {test} {code}".encode()).hexdigest()
        kept = self._folder / f"{named[:24]}.json"
        if kept.is_file():
            status, failed, seconds, stopped = json.loads(kept.read_text("utf-8"))
            return Run(status, tuple(failed), seconds, stopped)
        run = scratch.run((test,), LONGEST, first=False)
        beside = kept.with_suffix(f".{id(scratch)}")
        beside.write_text(json.dumps(run), "utf-8")
        beside.replace(kept)
        return run


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        names = path.relative_to(root).parts
        left_behind = any(fnmatch(name, one) for name in names for one in LEFT_BEHIND)
        if path.is_file() and not left_behind:
            yield path


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """Return by what some files, as they are, are known."""
    digest = hashlib.sha256()
    for path in paths:
        name = path.relative_to(root).as_posix()
        digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class Judge:
    """Chooses the tests of a mutant by a budget, and runs them."""

    def __init__(self, nearness: Nearness, baseline: Baseline, budget: float) -> None:
        self._nearness, self._baseline, self._budget = nearness, baseline, budget

    def verdict(self, mutant: Mutant, scratch: Scratch) -> Verdict:
        """Return what became of a mutant.

        It is killed by a test that fails with it, fails again, and does not fail without it.
        """
        chosen = self._chosen(mutant, scratch)
        tests = tuple(chosen)
        if not tests:
            return Verdict(mutant, Fate.UNTESTED, ())
        but = [red for run in chosen.values() for red in run.failed]
        source = (scratch.root / mutant.path).read_text("utf-8")
        limit = START + SLOWER * sum(run.seconds for run in chosen.values())
        for _ in range(DOUBTS):
            with scratch.changed(mutant.path, mutant.edit.applied(source)):
                run = scratch.run(tests, limit, but=but)
                if run.stopped:
                    return Verdict(mutant, Fate.TIMED_OUT, tests)
                if run.green:
                    break
                again = scratch.run(run.failed or tests, limit, but=but)
            without = scratch.run(run.failed or tests, limit, but=but)
            if not again.green and without.green:
                return Verdict(mutant, Fate.KILLED, tests, ", ".join(run.failed))
            if not run.failed:
                break
            but += run.failed
        return Verdict(mutant, Fate.SURVIVED, tests)

    def _chosen(self, mutant: Mutant, scratch: Scratch) -> dict[str, Run]:
        """Return the nearest files of tests within the budget, and how they end as it is.

        A file that takes more than what is left is passed over, but not many of them are.
        """
        chosen: dict[str, Run] = {}
        left, passed = self._budget, 0
        for near in self._nearness.tests_of(mutant.path):
            if left < self._budget * ENOUGH or passed == PASSED:
                break
            run = self._baseline.of(near.path, scratch)
            if run.status not in (0, 1) or run.stopped or (chosen and run.seconds > left):
                passed += 1
                continue
            chosen[near.path] = run
            left -= run.seconds
        return chosen


def counts(verdicts: Iterable[Verdict]) -> dict[Fate, int]:
    """Return how many mutants came to each end."""
    found = dict.fromkeys(Fate, 0)
    for verdict in verdicts:
        found[verdict.fate] += 1
    return found
