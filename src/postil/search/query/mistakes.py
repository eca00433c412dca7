"""A query that cannot be read: the place, counted from 1 in letters of what was typed, and why."""

from __future__ import annotations

from postil.errors import BadQuery
from postil.text.clean import clean_line

SHOWN = 40
"""Letters of a query that are shown where it is spoken of."""


def mistake(at: int, why: str, remedy: str = "") -> BadQuery:
    """Return the failure for a place, counted from 0, in a query."""
    return BadQuery("the query cannot be read", f"at {at + 1} {why}", remedy, at)


def shown(piece: str) -> str:
    """Return a piece of a query as it is quoted to the reader, in one short line."""
    line = clean_line(piece)
    return f"“{line}”" if len(line) <= SHOWN else f"“{line[:SHOWN]}…”"
