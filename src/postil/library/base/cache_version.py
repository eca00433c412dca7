"""Cache key: changes when the code that places notes changes, so stale caches are dropped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import postil
from postil.model.digests import sha256

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


def digest(house: Path, packages: Sequence[str] = DECIDE) -> str:
    """Return a digest of the sources that decide: of their paths, sizes and times.

    The contents would take 20 times as long to read. What is compiled does not count: Python
    makes it anew without a change of the source. Raises FileNotFoundError for a missing package.
    """
    found: list[tuple[str, int, int]] = []
    for package in packages:
        _walk(f"{house}{os.sep}{package}", package, found)
    found.sort()
    return sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _walk(folder: str, name: str, found: list[tuple[str, int, int]]) -> None:
    """Add the path within the house, the size and the time of each file below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            inside = f"{name}/{entry.name}"
            if not entry.is_dir():
                stat = entry.stat()
                found.append((inside, stat.st_size, stat.st_mtime_ns))
            elif entry.name != "__pycache__":
                _walk(entry.path, inside, found)
