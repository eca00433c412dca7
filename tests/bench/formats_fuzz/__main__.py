"""Spoils documents of every format at random, reads them, and prints what was wrong, a line each.

From the root of the project, with how long to try, and from which seed on:

    python -m tests.bench.formats_fuzz --seconds 600 --seed 1

A document that was refused in a sentence is none; any other error is, and so are hangs, unclean
words, and a first screenful that is not what the whole begins with. Each fault is told once, with
its seed: ``--seed S --count 1`` tries that again, and ``--save FOLDER`` keeps the documents.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.bench.formats_fuzz.trial import Trials, limited


def main() -> int:
    """Try documents until the time is over; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=600, help="how long (600)")
    parser.add_argument("--count", type=int, default=0, help="how many at most (no limit)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first (1)")
    parser.add_argument("--but", action="append", default=[], help="a suffix to leave out")
    parser.add_argument("--save", type=Path, help="a folder for the documents that are wrong")
    given = parser.parse_args()
    limited()
    trials = Trials(but=tuple(given.but))
    end = time.monotonic() + given.seconds
    seed = given.seed
    known: dict[str, int] = {}
    while time.monotonic() < end and not 0 < given.count <= seed - given.seed:
        if wrong := trials.attempt(seed):
            kind = wrong.partition(" s")[0] if "slow" in wrong else wrong
            if kind not in known:
                print(f"{seed}: {wrong}", flush=True)
                if given.save:
                    name, data = trials.document(seed)
                    given.save.mkdir(parents=True, exist_ok=True)
                    (given.save / f"{seed}-{name}").write_bytes(data)
            known[kind] = known.get(kind, 0) + 1
        seed += 1
    print(f"{seed - given.seed} documents, {sum(known.values())} with something wrong")
    return 1 if known else 0


if __name__ == "__main__":
    raise SystemExit(main())
