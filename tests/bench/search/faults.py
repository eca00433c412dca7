"""Harms what a search keeps, and looks whether the next one answers right all the same.

    python -m tests.bench.search.faults [--kills 50] [--flips 50] [--documents 300]

What reads and indexes is killed at a random moment; a random byte of what it has written is
another; files are cut, taken away, or of another version. What is right is what is found in a
folder that nothing has happened to.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from postil.config import Places
from postil.library.catalogue import background, knowing
from postil.library.catalogue.searching import search
from postil.store.home.home import Home, open_home

WORDS = (
    *("boat", "boats", "quay", "box", "boxes", "city", "cities", "international", "inter-"),
    *("national", "law", "well-known", "l’été", "naïve", "Straße", "café", "x86", "o'clock"),
    *(
        "端末の手引き",
        "한국어",
        "データ",
        "ไทย",
        "ﬁne",
        "soft\u00adware",
        "12.5",
        "men",
        "man",
        "quya",
    ),
)
QUERIES = (
    *("boat", "box city", "international", '"inter national"', "データ", "l’été", "wel*", "quya~"),
    *("-boat quay", "(box OR boats) -law", "/b[oi]x/", "title:quay", "strasse", "men", "12.5"),
)

Answers = list[list[tuple[str | None, int | None, float, str]]]


class Library:
    """A folder of documents that is known, and what is kept of it."""

    def __init__(self, root: Path, count: int, draw: random.Random) -> None:
        self.places = Places(*(root / name for name in ("home", "state", "config", "cache")))
        self.home: Home = open_home(self.places)
        folder = root / "texts"
        folder.mkdir()
        for number in range(count):
            blocks = [" ".join(draw.choices(WORDS, k=draw.randint(3, 60))) for _ in range(6)]
            (folder / f"{number}.txt").write_text("\n\n".join(blocks), "utf-8")
        knowing.add(self.places, [folder])
        self.begin()

    def begin(self) -> None:
        """Begin with what nothing has happened to."""
        shutil.rmtree(self.places.cache, ignore_errors=True)
        self.right = self.answers()

    def answers(self) -> Answers:
        """Return what each query finds."""
        return [
            [(hit.path, hit.start, hit.score, hit.title) for hit in search(*self.asked(query))]
            for query in QUERIES
        ]

    def asked(self, query: str) -> tuple[Places, Home, str]:
        """Return the arguments of a search."""
        return self.places, self.home, query

    def files(self) -> list[Path]:
        """Return everything that is kept, the locks left out."""
        found = self.places.cache.rglob("*")
        return sorted(one for one in found if one.is_file() and one.stat().st_size)


def kill(library: Library, draw: random.Random, whole: float) -> str:
    """Kill what reads and indexes at a random moment; nothing is kept before."""
    shutil.rmtree(library.places.cache)
    process = background.start(library.places)
    assert process is not None
    moment = draw.random() * whole
    time.sleep(moment)
    process.kill()
    process.wait()
    return f"killed after {moment:.2f} s"


def flip(library: Library, draw: random.Random) -> str:
    """Change one bit of a file, of the large ones as often as of the small ones."""
    path = draw.choice(library.files())
    data = bytearray(path.read_bytes())
    at = draw.randrange(len(data))
    data[at] ^= 1 << draw.randrange(8)
    # What this very process may still have open is another file.
    path.unlink()
    path.write_bytes(data)
    return f"byte {at} of {len(data)} in {path.name}"


def cut(library: Library, draw: random.Random) -> str:
    """Cut a file in two, and throw the second half away."""
    path = draw.choice(library.files())
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[: len(data) // 2])
    return f"{path.name} cut in half"


def lose(library: Library, draw: random.Random) -> str:
    """Take a file away."""
    path = draw.choice(library.files())
    path.unlink()
    return f"{path.name} lost"


def tried(name: str, times: int, library: Library, harm: Callable[[], str]) -> None:
    wrong = 0
    for _ in range(times):
        what = harm()
        if (found := library.answers()) != library.right:
            wrong += 1
            pairs = zip(QUERIES, found, library.right, strict=True)
            print(f"  wrong: {what}: {[query for query, one, other in pairs if one != other]}")
            library.begin()
    print(f"{name}: {times - wrong} of {times} right", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Harm what a search keeps.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--flips", type=int, default=50)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as root:
        began = time.perf_counter()
        library = Library(Path(root), given.documents, draw)
        whole = time.perf_counter() - began
        print(f"{given.documents} documents, read and searched in {whole:.1f} s", flush=True)
        tried("kill -9", given.kills, library, lambda: kill(library, draw, whole))
        tried("bytes flipped", given.flips, library, lambda: flip(library, draw))
        tried("files cut", given.flips // 5, library, lambda: cut(library, draw))
        tried("files lost", given.flips // 5, library, lambda: lose(library, draw))


if __name__ == "__main__":
    main()
