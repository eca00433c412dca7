"""Who holds a lock, for whoever has to say why nothing is written."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from postil.store.disk.durable import flags

if sys.platform != "win32":
    import fcntl

UNKNOWN = 0
"""Stands for a holder that the system does not name."""

_LOCKS = Path("/proc/locks")
"""Where Linux lists all locks, each with its holder and the inode of its file."""
_PAUSE = 0.02
"""Seconds between two tries."""


def holder(path: Path, seconds: float = 1.0) -> int | None:
    """Return the process that has held a lock for so many seconds; None where it is free.

    ``UNKNOWN`` is a process that the system does not name. Nothing is made or changed.
    """
    if sys.platform == "win32":
        return None
    try:
        fd = os.open(path, flags(os.O_RDONLY))
    except OSError:
        return None
    try:
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    return _named(os.fstat(fd).st_ino)
                time.sleep(_PAUSE)
            except OSError:
                return None
            else:
                return None
    finally:
        os.close(fd)


def _named(inode: int) -> int:
    """Return the holder that /proc/locks names for a file."""
    try:
        lines = _LOCKS.read_text("ascii", "replace").splitlines()
    except OSError:
        return UNKNOWN
    for line in lines:
        # 1: FLOCK  ADVISORY  WRITE 4211 08:01:131077 0 EOF; an arrow is put before who waits.
        words = line.split()
        if len(words) > 5 and words[1] == "FLOCK" and words[5].rpartition(":")[2] == str(inode):
            return int(words[4]) if words[4].isdigit() else UNKNOWN
    return UNKNOWN
