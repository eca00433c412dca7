"""Passwords of locked documents: from the environment, else asked for on a terminal.

None is ever taken from the command line, which every user of a machine can read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from postil.errors import NeedsPassword

Opened = TypeVar("Opened")

VARIABLE = "POSTIL_PASSWORD"
"""The variable of the environment that holds the password of what is opened."""

TRIES = 3


def unlocked(
    read: Callable[[str], Opened], locked: NeedsPassword, environ: Mapping[str, str]
) -> Opened:
    """Return what is read with the password that it takes.

    Raises NeedsPassword where none is known and nobody can be asked, or all are wrong.
    """
    if given := environ.get(VARIABLE, ""):
        return read(given)
    for _ in range(TRIES):
        asked = _ask(f"{locked.what}: {locked.why}. Password: ")
        if asked is None:
            how = f"set {VARIABLE} for this command, or run it in a terminal, which asks for it"
            raise NeedsPassword(locked.what, locked.why, how)
        if not asked:
            break
        try:
            return read(asked)
        except NeedsPassword as error:
            locked = error
    raise locked


def _ask(prompt: str) -> str | None:
    """Ask on the terminal, which shows nothing of what is typed; None where there is none."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    from getpass import getpass

    try:
        return getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        return ""
