"""Incremental reading: a whole ledger in steps of some milliseconds, keys answered between."""

from __future__ import annotations

import gc
import mmap
import os
from collections.abc import Callable
from pathlib import Path

from postil.store.disk.durable import open_file
from postil.store.ledger.ledger_format import Contents
from postil.store.ledger.ledger_parser import Raw, finished, parsing
from postil.text.progress import Progress

_PIECE = 1 << 20
"""Bytes that are read between two pauses."""
_READ = 0.1
"""Share of the work that reading the bytes is; the rest is parsing."""


def read_in_steps(
    path: Path, last: str, size: int, progress: Progress, still: Callable[[], bool]
) -> tuple[Contents, Raw] | None:
    """Return what a file of so many bytes says, and the bytes.

    None if they are not all there, or if the file is not ``still`` as it was once they are read;
    what happens to it after that does not matter.
    """
    raw = _bytes(path, size, progress)
    if raw is None or not still():
        return None

    def between(share: float) -> None:
        # To look for garbage among all that was read would take longer than any step.
        gc.freeze()
        progress(_READ + (1 - _READ) * share)

    return finished(parsing(raw, last), between), raw


def _bytes(path: Path, size: int, progress: Progress) -> Raw | None:
    # Fresh pages are had as they are filled; a buffer that grows is copied now and then.
    raw = mmap.mmap(-1, size)
    room = memoryview(raw)
    try:
        with os.fdopen(open_file(path), "rb", buffering=0) as file:
            at = 0
            while at < size and (read := file.readinto(room[at : at + _PIECE])):
                at += read
                progress(_READ * at / size)
    except OSError:
        return None
    finally:
        room.release()
    return raw if at == size else None
