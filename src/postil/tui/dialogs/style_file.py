"""Offers the style of a file whose path is typed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from postil.tui.dialogs.frame.rows import Row


def in_a_file(typed: str) -> Row | None:
    """Return the row of a style in a file, where its path is typed."""
    if not typed.endswith(".csl"):
        return None
    path = Path(typed)
    with suppress(RuntimeError):  # A reader of that name is not known here.
        path = path.expanduser()
    return Row(str(path.absolute()), ("The style in this file", ""))
