"""Glances at a folder: by one stat at a time, whether others may have written there."""

from __future__ import annotations

import os
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""Inode, bytes and nanoseconds of the last change; None for what cannot be looked at."""


class Glances:
    """Looks at one file of a folder, every other time; at the folder and its other files by turns.

    | look | 1   | 2      | 3   | 4             | 5   | 6             |
    |------|-----|--------|-----|---------------|-----|---------------|
    | at   | own | folder | own | another's one | own | another's two |

    It may be used from one thread at a time.
    """

    def __init__(self, folder: Path, own: str, suffix: str) -> None:
        """Look at a folder, a file in it by name, and all others whose names end alike."""
        self._folder = folder
        self._own = folder / own
        self._suffix = suffix
        self._others: list[Path] = []
        self._seen: dict[Path, Stamp] = {}
        self._count = 0
        self._turn = -1

    def glance(self) -> bool:
        """Look at what is next; tell whether it is not as it was seen last, or was never seen.

        Where it is the folder that has changed, its files are listed anew.
        """
        self._count += 1
        if self._count % 2:
            return self._changed(self._own)
        self._turn = (self._turn + 1) % (1 + len(self._others))
        if self._turn:
            return self._changed(self._others[self._turn - 1])
        changed = self._changed(self._folder)
        if changed:
            self._others = self._listed()
        return changed

    def _changed(self, path: Path) -> bool:
        now = _stamp(path)
        same = path in self._seen and self._seen[path] == now
        self._seen[path] = now
        return not same

    def _listed(self) -> list[Path]:
        try:
            names = sorted(os.listdir(self._folder))  # noqa: PTH208  (names are wanted, not paths)
        except OSError:
            return []
        there = [self._folder / name for name in names if name.endswith(self._suffix)]
        return [path for path in there if path != self._own]


def _stamp(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116  (a third of the time, every second for ever)
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
