"""Refuses what cannot be opened, from its first bytes, before a screen is taken over for it."""

from __future__ import annotations

import stat
from pathlib import Path

from postil.document.bytes.decode import decode_head
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes, shown


def check(path: Path) -> bytes | None:
    """Return None for a file that can be opened, or all bytes of a pipe: it is read only once.

    Raises CannotOpen and its kinds. It waits 2 seconds for somebody to write to a pipe.
    """
    head = head_bytes(path)
    if head is None:
        head = read_bytes(path)
        if not stat.S_ISREG(path.stat().st_mode):
            return head
    decode_head(head[:HEAD], shown(path))
    return None
