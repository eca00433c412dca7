"""Offsets by unit: where a passage lies as code points, UTF-16 code units or bytes of UTF-8.

Python and REFI-QDA count code points, browsers and Hypothesis UTF-16, others bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum, auto

from postil.model.span import Span


class Unit(Enum):
    """What one step of an offset is."""

    CODE_POINTS = auto()
    UTF16 = auto()
    UTF8 = auto()


class OffsetTable:
    """Turns spans over one text into offsets of one unit; the text is gone through once."""

    def __init__(self, text: str, unit: Unit) -> None:
        # By the number of units beyond one that each longer character takes.
        self._extra: dict[int, list[int]] = {}
        if unit is Unit.UTF16:
            self._extra[1] = [at for at, sign in enumerate(text) if sign > "\uffff"]
        elif unit is Unit.UTF8 and not text.isascii():
            self._extra[1] = [at for at, sign in enumerate(text) if "\x7f" < sign <= "\u07ff"]
            self._extra[2] = [at for at, sign in enumerate(text) if "\u07ff" < sign <= "\uffff"]
            self._extra[3] = [at for at, sign in enumerate(text) if sign > "\uffff"]

    def at(self, offset: int) -> int:
        """Return the offset in units of the character at an offset in code points."""
        return offset + sum(
            more * bisect_left(places, offset) for more, places in self._extra.items()
        )

    def of(self, span: Span) -> tuple[int, int]:
        """Return where a span begins and ends."""
        return self.at(span.start), self.at(span.end)
