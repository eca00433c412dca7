"""Watches a file by polling: notices cheaply that it is no longer what was read from it."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Literal

from postil.model.values import dataclass

News = Literal["", "changed", "gone", "back"]
"""What is new about a file since it was polled last, once it lies still."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known to be another one, without reading it."""

    inode: int
    size: int
    modified: int
    """Nanoseconds."""


def stamp(path: Path | None) -> Stamp | None:
    """Return the stamp of an ordinary file; None for anything else, and where there is none."""
    if path is None:
        return None
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


class Watch:
    """A poll of one file; nothing counts before it lies still for two polls.

    An editor that replaces the file, or a program that is half through writing it, is waited for.
    """

    def __init__(self, path: Path, taken: Stamp | None) -> None:
        """Watch a file of which the text was ``taken`` when it had this stamp."""
        self.path = path
        self._taken = taken
        self._last = taken
        self._gone = False

    def poll(self) -> News:
        """Return what is new; ``changed`` is said until the new text is taken."""
        now = stamp(self.path)
        last, self._last = self._last, now
        if now != last:
            return ""
        if now is None:
            was_gone, self._gone = self._gone, True
            return "" if was_gone else "gone"
        was_gone, self._gone = self._gone, False
        if now != self._taken:
            return "changed"
        return "back" if was_gone else ""

    @property
    def settling(self) -> bool:
        """Whether the last poll found another file than the one that was taken or told to be gone.

        It will be known at the next poll whether it lies still.
        """
        return self._last != self._taken and not (self._last is None and self._gone)

    def take(self, taken: Stamp | None) -> None:
        """Take note that the text was read, or could not be, when the file had this stamp."""
        self._taken = taken
