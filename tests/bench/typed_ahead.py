"""Every pair of an opening key and what may follow, struck in one burst on a busy machine.

    python -m tests.bench.typed_ahead [--moments N] [--only WORD]

It says how many bursts of how many were lost, or ended the app, and exits with 1 if any was. All of
it takes some ten minutes; what it keeps busy ends with it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.journeys.articles import HARBOUR
from tests.terminal.bursts import STARTING, busy, lost, lost_at_the_start, pairs, words

MOMENTS = (0.0, 0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between the first key and the others; in one write, twice."""

STARTS = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds after the first byte on the screen."""

LONGEST = 3600
"""Seconds for which the machine is kept busy at most."""


def main() -> int:
    """Strike all bursts; return 1 if one was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--moments", type=int, default=len(MOMENTS), help="how many moments")
    parser.add_argument("--only", default="", help="only bursts whose names hold this")
    given = parser.parse_args()
    bursts = [burst for burst in pairs() if given.only in burst.name]
    starting = [keys for name, keys in STARTING.items() if given.only in f"start: {name}"]
    named = words()
    missing: list[str] = []
    tried = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "STATE", "CACHE", "CONFIG"):
            os.environ[f"POSTIL_{name}"] = str(Path(folder, name.lower()))
        path = Path(folder, "harbour.txt")
        path.write_text(HARBOUR, "utf-8")
        with busy(os.cpu_count() or 2, LONGEST):
            for moment in MOMENTS[: given.moments]:
                tried += len(bursts)
                missing += lost([path], bursts, named, (moment,))
                print(f"{moment:g} s: {len(missing)} lost so far", flush=True)
            for moment in STARTS[: given.moments]:
                tried += len(starting)
                missing += lost_at_the_start([path], named, (moment,), starting)
                print(f"start, {moment:g} s: {len(missing)} lost so far", flush=True)
    print("\n\n".join(missing))
    print(f"{len(missing)} of {tried} lost, in {time.monotonic() - begun:.0f} s")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
