"""Small files that a reader points to: kind and size are looked at before a byte is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
)


class NoSmallFile(Exception):
    """What is there is no regular file, or is too large; the text says which, as in a sentence."""


def read_small(path: Path, most: int) -> bytes:
    """Return all bytes of a regular file, or of one that a link leads to; ``most`` is the limit.

    Neither a pipe nor a device is opened, which may hang or have an effect of its own.

    Raises:
        NoSmallFile: it is no regular file, or has more than ``most`` bytes.
        OSError: the system does not hand it over.
    """
    _check(path.stat().st_mode)
    # Another may have taken its place meanwhile: opening never waits, and what is open counts.
    waiting = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    fd = os.open(path, os.O_RDONLY | waiting | getattr(os, "O_BINARY", 0))
    with os.fdopen(fd, "rb") as file:
        _check(os.fstat(fd).st_mode)
        # Files that a system makes up, as in /proc, do not know their size.
        data = file.read(most + 1)
    if len(data) > most:
        raise NoSmallFile(f"it is larger than {_size(most)}")
    return data


def _check(mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = (said for is_kind, said in _KINDS if is_kind(mode))
        raise NoSmallFile(next(kind, "it is no file"))


def _size(size: int) -> str:
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size >> 10} kB"
