"""Makes a library of real documents out of those that are installed, below /usr/share/doc.

Run it by ``python tests/bench/search/library_of_docs.py FOLDER [--count N] [--from ROOT ...]``.
Debian packages that end in -doc give many; they need not be installed: ``apt-get download
linux-doc-6.1`` and ``dpkg-deb -x`` put them into a folder, which ``--from`` takes.
"""

from __future__ import annotations

import argparse
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".txt", ".md", ".rst", ".yaml", ".pod", ".html")
LEAST, MOST = 300, 400_000
"""Bytes of a document."""


def documents(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the text of every document below a folder, in a fixed order."""
    for folder, inside, names in os.walk(root):
        inside.sort()
        for name in sorted(names):
            path = Path(folder, name)
            plain = name.removesuffix(".gz")
            if path.is_symlink() or not (plain.endswith(SUFFIXES) or plain.startswith("README")):
                continue
            try:
                data = gzip.decompress(path.read_bytes()) if plain != name else path.read_bytes()
                data.decode("utf-8")
            except (OSError, EOFError, UnicodeDecodeError):
                continue
            if LEAST <= len(data) <= MOST:
                yield str(path.relative_to(root)).removesuffix(".gz"), data


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a folder of real documents.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--from", dest="roots", action="append", type=Path)
    given = parser.parse_args()
    count = size = 0
    seen: set[bytes] = set()
    roots = given.roots or [Path("/usr/share/doc")]
    # Pages come last: many are made of the sources that lie beside them.
    for root, pages in [*((root, False) for root in roots), *((root, True) for root in roots)]:
        for name, data in documents(root):
            if count == given.count or data in seen or name.endswith(".html") is not pages:
                continue
            seen.add(data)
            # A folder has a few hundred at most, as people keep them.
            flat = name.replace("/", "-")
            ends = ".md" if name.endswith(".md") else ".txt"
            where = given.folder / f"{count // 400:02}" / f"{flat[-120:]}{ends}"
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_bytes(data)
            count, size = count + 1, size + len(data)
    print(f"{count} documents, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
