"""The verb that tells what was changed when, and where."""

from __future__ import annotations

from argparse import Namespace
from itertools import islice
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, say, shown
from postil.errors import NothingFound

if TYPE_CHECKING:
    from postil.library.notes.history import HistoryEntry

MOST = 50
"""Changes that are told of everything, unless all are asked for."""

MINUTE = 16
"""Characters of a time up to its minute."""

DEVICE = 4
"""Characters of a device that are shown to people."""

STYLES = {"made": "green", "deleted": "red", "brought back": "green"}
"""How it is shown that a record came or went."""


def history(given: Namespace, context: Context) -> int:
    """Print what was changed of a note, or of everything, the newest first."""
    found = library.history.history(context.home, given.id)
    most = None if given.all or given.id is not None else MOST
    last = None
    for past in islice(found, most):
        if context.output.as_json:
            context.output.record(past.as_json())
        else:
            _print(past, context)
        last = past
    if last is None:
        raise NothingFound("history", "nothing was written yet", "write a note: postil note")
    if most is not None and next(found, None) is not None:
        context.output.flush()
        say(f"postil: these are the last {most} changes; see all with: postil history --all")
    return 0


def _print(past: HistoryEntry, context: Context) -> None:
    where = "here" if past.here else f"on …{past.device[-DEVICE:]}"
    time = past.time[:MINUTE].replace("T", " ")
    article = f" in {past.article}" if past.article and "article" not in past.name else ""
    what: Piece = (shown(past.name + article), "dim")
    said = past.in_words()
    style = STYLES.get(said, "")
    context.output.line((f"{time}  ", "dim"), f"{where:<10}", (shown(said), style), "  ", what)
