"""Reads random Markdown in slices and at once, and says where the two differ.

    python -m tests.bench.reading.markdown_fuzz [--count 100000] [--seed 1] [--spec spec.txt]

From the root of the project. With the specification of CommonMark, whose examples are no part of
Postil, every second document is built from these and their lines, too. Each find becomes a case of
``tests/document/formats/markdown``.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from tests.bench.reading.commonmark import examples
from tests.document.formats.markdown.differing import LINES, at_once, draw, in_slices

_TOLD = 3
"""Differences that are printed whole."""


def main() -> int:
    """Draw documents, compare, and return 1 if any differs."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--count", type=int, default=100_000)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--spec", type=Path)
    options = given.parse_args()
    tried = examples(options.spec.read_text()) if options.spec else []
    further = [*LINES, *(line for one in tried for line in one.splitlines()), *tried]
    chance = random.Random(options.seed)
    differ = 0
    for number in range(options.count):
        text = draw(chance, further if number % 2 else LINES)
        if in_slices(text) != at_once(text):
            differ += 1
            if differ <= _TOLD:
                print(f"{text}\n{'=' * 40}")
    print(f"{differ} of {options.count:,} documents are read otherwise in slices than at once")
    return int(differ > 0)


if __name__ == "__main__":
    raise SystemExit(main())
