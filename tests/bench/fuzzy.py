"""Compares ways to rank names by the letters typed: time of a key, and the best names of a query.

From the root of the project:

    PYTHONPATH=src:. python tests/bench/fuzzy.py
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils
from textual.fuzzy import Matcher

from postil.cite.styles.catalogue import official_styles
from postil.text.fuzzy import rank
from postil.text.fuzzy_index import FuzzyIndex

TAGS = 10_000
QUERIES = (
    "apa", "chic", "chicago", "chicago auth", "nature", "ieee", "vancouver", "mla", "harv cite",
    "am psy", "jap", "j appl phys", "zeitschr", "modern lang", "acs", "bmj", "elsevier harvard",
    "uber", "apsa", "turabian",
)  # fmt: skip

Ranker = Callable[[str], Sequence[int]]


def rankers(names: Sequence[str]) -> dict[str, Ranker]:
    """Return the ways to rank these names, each from what is typed to the indexes of names."""
    index = FuzzyIndex(names)

    def textual(typed: str) -> Sequence[int]:
        matcher = Matcher(typed)
        scores = [(matcher.match(name), at) for at, name in enumerate(names)]
        return [at for score, at in sorted(scores, key=lambda one: (-one[0], one[1])) if score > 0]

    def rapidfuzz(typed: str) -> Sequence[int]:
        found = process.extract(
            typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=500
        )
        return [at for _, _, at in found]

    return {
        "text.fuzzy.rank": lambda typed: [at for at, _ in rank(typed, names)],
        "text.fuzzy_index": lambda typed: [at for at, _ in index.rank(typed)],
        "textual.fuzzy": textual,
        "rapidfuzz WRatio": rapidfuzz,
    }


def measure(title: str, names: Sequence[str], shown: int) -> None:
    """Print the time that a key takes each ranker, and its best names for each query."""
    ways = rankers(names)
    for way, ranker in ways.items():
        times = []
        for query in QUERIES:
            begun = time.process_time()
            ranker(query)
            times.append((time.process_time() - begun) * 1000)
        print(f"{title}, {way}: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms")
    for query in QUERIES if shown else ():
        print(f"\n{query}")
        for way, ranker in ways.items():
            found = ranker(query)
            best = " | ".join(names[at][:40] for at in found[:shown])
            print(f"  {way:17} {len(found):5}  {best}")


def tags(names: Sequence[str]) -> list[str]:
    """Return tags of one to three words of these names, the same ones every time."""
    chance = random.Random(1)
    words = sorted({word for name in names for word in name.lower().split() if word.isalpha()})
    return [" ".join(chance.sample(words, chance.choice((1, 1, 2, 2, 3)))) for _ in range(TAGS)]


if __name__ == "__main__":
    styles = [f"{style.title} {style.id}" for style in official_styles()]
    measure(f"{len(styles)} styles", styles, 3)
    measure(f"{TAGS} tags", tags(styles), 0)
