"""Draws mutants of Postil and prints the ones that no near test notices, one a line.

From the root of the project, with how many to draw, a seed, and a package if only one is meant:

    python -m tests.bench.mutants --count 30 --seed 1 --package store

The checkout is not touched: each mutant is made in a scratch copy. The tests of a mutant are those
named after its file, then those whose imports lead to it, the nearest first, until they take
``--budget`` seconds of the processor together; each file is run once without a mutant before.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

from tests.bench.mutants.drawing import Mutant, draw
from tests.bench.mutants.nearest import Nearness
from tests.bench.mutants.quiet import SKIPPED
from tests.bench.mutants.trial import Scratch
from tests.bench.mutants.verdict import Baseline, Fate, Judge, Verdict, counts

ROOT = Path(__file__).parents[3]


def sample(
    root: Path,
    mutants: Sequence[Mutant],
    budget: float,
    jobs: int,
    kept: Path,
    told: Callable[[Verdict], None],
) -> list[Verdict]:
    """Return what becomes of mutants of a tree, telling each as soon as it is known.

    The tree is read once: it may be worked on meanwhile.
    """
    with tempfile.TemporaryDirectory(prefix="postil-mutants-") as folder:
        copies = [Scratch(root, Path(folder) / str(number)) for number in range(jobs)]
        free: SimpleQueue[Scratch] = SimpleQueue()
        for scratch in copies:
            free.put(scratch)
        nearness = Nearness(copies[0].root)
        judge = Judge(nearness, Baseline(nearness, kept), budget)

        def judged(mutant: Mutant) -> Verdict:
            scratch = free.get()
            try:
                return judge.verdict(mutant, scratch)
            finally:
                free.put(scratch)

        with ThreadPoolExecutor(jobs) as pool:
            found = []
            for done in as_completed([pool.submit(judged, mutant) for mutant in mutants]):
                told(done.result())
                found.append(done.result())
    return sorted(found, key=lambda verdict: mutants.index(verdict.mutant))


def main() -> None:
    """Draw, run and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mutants")
    parser.add_argument("--count", type=int, default=30, help="how many mutants to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--package", default="", help="one package instead of all")
    parser.add_argument("--budget", type=float, default=60, help="seconds of tests for a mutant")
    parser.add_argument("--jobs", type=int, default=2, help="how many mutants at a time")
    parser.add_argument("--list", action="store_true", help="only print what is drawn")
    parser.add_argument("--all", action="store_true", help="print the killed ones, and by what")
    parser.add_argument(
        "--kept",
        type=Path,
        default=ROOT / ".pytest_cache" / "mutants",
        help="where to remember what tests do without a mutant",
    )
    asked = parser.parse_args()
    drawn = draw(ROOT, ROOT / "src" / "postil", asked.count, asked.seed, asked.package)
    if asked.list:
        for mutant in drawn:
            print(mutant)
        return

    def told(verdict: Verdict) -> None:
        if verdict.fate in (Fate.SURVIVED, Fate.UNTESTED):
            print(
                verdict.mutant, f"  [{verdict.fate.value}; {len(verdict.tests)} files]", flush=True
            )
        elif asked.all:
            print(f"({verdict.mutant}  [{verdict.fate.value}: {verdict.by}])", flush=True)

    verdicts = sample(ROOT, drawn, asked.budget, asked.jobs, asked.kept, told)
    print(", ".join(f"{number} {fate.value}" for fate, number in counts(verdicts).items()))
    print(f"Left alone: {'; '.join(SKIPPED)}.")


if __name__ == "__main__":
    main()
