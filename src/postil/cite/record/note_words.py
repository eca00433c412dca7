"""Puts names, dates and titles into the words of a note."""

from __future__ import annotations

from collections.abc import Sequence

from postil.model.source import MONTHS, Date, Name

_MOST_NAMES = 3
"""Authors that are all named; of more only the first is."""


def date_words(date: Date | None) -> str:
    """Return a date as ``January 24, 2015``, as far as it is known; empty for None."""
    if date is None:
        return ""
    if date.until is None:
        return _single(date)
    last = date.until
    if date.year != last.year or date.month is None or last.month is None:
        return f"{_single(date)}–{_single(last)}"
    first = MONTHS[date.month - 1] + (f" {date.day}" if date.day else "")
    if date.month == last.month and date.day and last.day:
        return f"{first}–{last.day}, {date.year}"
    return f"{first}–{_single(last)}"


def _single(date: Date) -> str:
    if date.month is None:
        return str(date.year)
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"


def names_words(names: Sequence[Name]) -> str:
    """Return authors in the order of their bylines, joined by commas and "and"."""
    shown = [name.display for name in names if name.display]
    if len(shown) > _MOST_NAMES:
        return f"{shown[0]} et al."
    if len(shown) < 3:
        return " and ".join(shown)
    return f"{', '.join(shown[:-1])}, and {shown[-1]}"


def enumerated(parts: Sequence[str]) -> str:
    """Return what several originals are called, one after the other, "and" before the last.

    Each has commas of its own, so that of more than two all are parted by semicolons.
    """
    if len(parts) < 3:
        return ", and ".join(parts)
    return f"{'; '.join(parts[:-1])}; and {parts[-1]}"


def joined(parts: Sequence[str], behind: str = ",") -> str:
    """Join the parts that are not empty; a comma goes inside the quotation mark before it."""
    given = [part for part in parts if part]
    ended = [with_stop(part, behind) for part in given[:-1]]
    return " ".join([*ended, *given[-1:]])


def with_stop(part: str, stop: str) -> str:
    """Return words with a comma or full stop behind them, inside a closing quotation mark."""
    for closing in ("”](", "”"):
        head, found, tail = part.rpartition(closing)
        if found and (closing == "”](" or not tail):
            body = head.rstrip(",.") if stop == "," else head
            if stop == "." and head[-1:] in ".?!":
                return part
            return f"{body}{stop}{found}{tail}"
    if stop == "." and part[-1:] in ".?!":
        return part
    return part.rstrip(",") + stop
