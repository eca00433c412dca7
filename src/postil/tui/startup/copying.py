"""Copies a text by the route that the reader has set, or else by the best that there is."""

from __future__ import annotations

import os
from collections.abc import Callable

from postil import clipboard
from postil.clipboard import Copied
from postil.config import Settings


def copy(settings: Settings, text: str, terminal: Callable[[str], None]) -> Copied:
    """Copy a text, and return by which route it went; ``terminal`` writes a control sequence.

    Raises PostilError where no route is open.
    """
    environ = dict(os.environ)
    if settings.clipboard != "auto":
        environ["POSTIL_CLIPBOARD"] = settings.clipboard
    outbox = settings.places.outbox
    return clipboard.copy(text, environ=environ, outbox=outbox, terminal=terminal)
