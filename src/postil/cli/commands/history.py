"""The verb that tells what was changed when, and where."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, cropped, shown
from postil.errors import NothingFound

if TYPE_CHECKING:
    from postil.library.notes.history import HistoryEntry

SHOWN = 44
"""Cells that are shown of a value before and after."""

MINUTE = 16
"""Characters of a time up to its minute."""

DEVICE = 4
"""Characters of a device that are shown to people."""


def history(given: Namespace, context: Context) -> int:
    """Print what was changed of a note, or of everything, the newest first."""
    found = library.history.history(context.home, given.id)
    if not found:
        raise NothingFound("history", "nothing was written yet", "write a note: postil note")
    for past in found:
        if context.output.as_json:
            context.output.record(past.as_json())
        else:
            _print(past, context)
    return 0


def _print(past: HistoryEntry, context: Context) -> None:
    where = "here" if past.here else f"on …{past.device[-DEVICE:]}"
    time = past.time[:MINUTE].replace("T", " ")
    article = f" in {past.article}" if past.article and "article" not in past.name else ""
    what: Piece = (shown(past.name + article), "dim")
    context.output.line((f"{time}  ", "dim"), f"{where:<10}", _said(past), "  ", what)


def _said(past: HistoryEntry) -> Piece:
    match past.field:
        case "created":
            return ("made", "green")
        case "deleted":
            return ("deleted", "red") if past.new else ("brought back", "green")
    old, new = _value(past.old), _value(past.new)
    if past.old is None:
        return f"{past.field}: + {new}"
    if past.new is None:
        return f"{past.field}: − {old}"
    return f"{past.field}: {old} → {new}"


def _value(value: object) -> str:
    if isinstance(value, dict) and isinstance(value.get("quote"), str):
        return f"“{cropped(value['quote'], SHOWN)}”"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return cropped(shown(text), SHOWN) or "nothing"
