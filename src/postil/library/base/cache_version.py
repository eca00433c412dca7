"""Tells which program has made what is kept, so that another one makes it anew."""

from __future__ import annotations

from pathlib import Path

import postil

_READERS = ("text", "reading", "anchoring")
"""The rooms by which it is decided what is seen in an article, and where."""


def reader() -> str:
    """Return what changes with the program that reads articles and finds places in them."""
    house = Path(postil.__file__).parent
    rooms = [house, *(house / room for room in _READERS)]
    last = max((file.stat().st_mtime_ns for room in rooms for file in room.glob("*.py")), default=0)
    return f"{postil.__version__} {last}"
