"""Opens very many documents one after another in one process: what fails, and how memory grows.

    python -m tests.bench.reading.many_documents FOLDER... [--most 1000] [--seed 1]

From the root of the project, with folders that hold documents, such as those of installed doc
packages. Each suffix gets its share, so that no format is missing. A refusal is told with its
sentence, so that it can be judged; anything else that stops a reader is a fault of Postil's.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from postil.document.formats.registry import known_suffixes
from postil.document.pipeline import open_article
from postil.errors import CannotOpen

_LARGEST = 20 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


def documents(folders: Sequence[str], most: int, seed: int) -> list[Path]:
    """Return so many documents, drawn evenly from all suffixes that there are."""
    suffixes = known_suffixes()
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for path in Path(folder).rglob("*"):
            known = path.name.lower().endswith(suffixes)
            if known and path.is_file() and path.stat().st_size <= _LARGEST:
                found.setdefault(path.suffix.lower(), []).append(path)
    chance = random.Random(seed)
    for those in found.values():
        chance.shuffle(those)
    return list(_in_turn([iter(those) for those in found.values()], most))


def _in_turn(kinds: list[Iterator[Path]], most: int) -> Iterator[Path]:
    given = 0
    while kinds and given < most:
        for kind in list(kinds):
            path = next(kind, None)
            if path is None:
                kinds.remove(kind)
            elif given < most:
                given += 1
                yield path


def resident() -> float:
    """Return the megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * _PAGE / (1 << 20)


def main() -> int:
    """Open them, and return 1 if any stopped a reader otherwise than by a refusal."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("folders", nargs="+")
    given.add_argument("--most", type=int, default=1000)
    given.add_argument("--seed", type=int, default=1)
    options = given.parse_args()
    chosen = documents(options.folders, options.most, options.seed)
    kinds: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    faults, slow, empty = 0, 0.0, 0
    for number, path in enumerate(chosen, 1):
        kinds[path.suffix.lower()] += 1
        began = time.process_time()
        try:
            *_, article = open_article(path)
            empty += not article.blocks
        except CannotOpen as error:
            refused[path.suffix.lower()] += 1
            print(f"refused: {path}: {error}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            faults += 1
            print(f"FAULT: {path}: {type(error).__name__}: {error}")
        slow = max(slow, time.process_time() - began)
        if number % max(1, len(chosen) // 10) == 0:
            print(f"{number:6} opened, {resident():7.1f} MB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"of {len(chosen)}: {dict(kinds)}")
    print(f"refused {dict(refused)}, without a block {empty}, faults {faults}")
    print(f"slowest {slow:.1f} s of CPU, peak {peak:.0f} MB")
    return int(faults > 0)


if __name__ == "__main__":
    raise SystemExit(main())
