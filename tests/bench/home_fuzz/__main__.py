"""Spoils a home of two machines at random, uses it, and prints what was wrong, a line each.

From the root of the project, with how many mutations to try, and from which seed on:

    python -m tests.bench.home_fuzz --count 2000 --seed 1

After each a reader's verbs are run in a process of their own, within limits of time and memory:
none may end in a traceback, hang, lose a note that was acknowledged, print what acts on a terminal,
or write outside the home. Ids and times come from the seed: ``--count 1`` with the seed of a line
tries that again, and with ``--keep`` in a folder that stays, whose path should be as long.
"""

from __future__ import annotations

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.bench.home_fuzz.trial import Trials


def series(root: Path, seeds: range) -> int:
    """Try mutations one after another; print what is wrong, and return how many had anything."""
    # Of one length whichever the seed is: paths stand in the files that are spoilt.
    trials = Trials(root / f"{seeds.start:08d}")
    faults = 0
    for seed in seeds:
        told, wrong = trials.attempt(seed)
        faults += bool(wrong)
        for one in wrong:
            print(f"{seed}: {told}: {one}", flush=True)
    return faults


def main() -> int:
    """Try as many mutations as were asked for; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, help="how many mutations (2000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first (1)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--keep", type=Path, help="a folder that is used, and left as it is then")
    given = parser.parse_args()
    end = given.seed + given.count
    with tempfile.TemporaryDirectory(prefix="postil-fuzz-") as folder:
        root = (given.keep or Path(folder)).resolve()
        parts = [range(given.seed + job, end, given.jobs) for job in range(given.jobs)]
        with ProcessPoolExecutor(given.jobs) as pool:
            faults = sum(pool.map(partial(series, root), [part for part in parts if part]))
    print(f"{given.count} mutations, {faults} with something wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
