"""Measures reading web pages beside the bare parse of the same bytes, in one run.

    python -m tests.bench.reading.pages FILE... [--rounds N]

Processor time, the best of some rounds; pages of less than 50 KB are passed over.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from postil.document.pipeline import parse

LEAST = 50_000
"""Bytes of a page that is measured."""


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least processor time that some work takes, in milliseconds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times) * 1000


def main() -> None:
    """Measure each page, and say by how much reading it takes longer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    gc.freeze()
    ratios = []
    for path in options.pages:
        data = path.read_bytes()
        if len(data) < LEAST:
            continue
        bare = best(lambda data=data: LexborHTMLParser(data), options.rounds)  # type: ignore[misc]
        read = best(lambda data=data, path=path: list(parse(data, path.name)), options.rounds)  # type: ignore[misc]
        ratios.append(read / bare)
        print(f"{path.name:32} {len(data):9,} B  {bare:7.2f} ms  {read:8.2f} ms  {ratios[-1]:5.1f}")
    if ratios:
        print(
            f"median {statistics.median(ratios):.1f}, most {max(ratios):.1f}, pages {len(ratios)}"
        )


if __name__ == "__main__":
    main()
