"""Cache key: changes when the code that places notes changes, so stale caches are dropped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import postil

DECIDE = ("anchoring", "attribution", "document", "lexicon", "library", "model", "text")
"""The packages by which it is decided what an article says, whose words, and where a note is.

They are walked to the last folder in them, so that a room may move within its package.
"""


@cache
def cache_key() -> str:
    """Return the key of what this process caches: its version and a digest of its sources.

    It is made once, since code that was upgraded behind a running process does not run in it.
    """
    return f"{postil.__version__} {digest(Path(postil.__file__).parent)}"


def digest(house: Path) -> str:
    """Return a digest of the sources that decide: of their paths, sizes and times.

    The contents would take 20 times as long to read. What is compiled does not count: Python
    makes it anew without a change of the source. Raises FileNotFoundError for a missing package.
    """
    found = sorted(row for package in DECIDE for row in _files(house / package, package))
    return sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _files(folder: Path, name: str) -> Iterator[tuple[str, int, int]]:
    """Yield the path within the house, the size and the time of each file below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            inside = f"{name}/{entry.name}"
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(Path(entry.path), inside)
            else:
                found = entry.stat()
                yield inside, found.st_size, found.st_mtime_ns
