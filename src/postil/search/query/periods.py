"""Periods of days, as they are typed: ``2015``, ``2015-06``, ``2009..2015``, ``..1999``."""

from __future__ import annotations

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_DATE = lazily(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

_BEGUN = lazily(r"(?:\d{1,4}(?:-(?:\d{1,2}(?:-\d{0,2})?)?)?)?\.{0,2}")
"""What a period may be while its first day or its last is still being typed."""

_YEAR = 4
"""Figures of a year that more would not change."""

FIRST = "0000-01-01"
LAST = "9999-12-31"


class BadPeriod(ValueError):
    """What was typed is no period; ``at`` is the place in it, in code points."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


class Period(NamedTuple):
    """The days from the first to the last, both in ``YYYY-MM-DD``."""

    first: str
    last: str

    def meets(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def period(typed: str) -> Period:
    """Read a period; raises ``BadPeriod``."""
    begun, dots, ended = typed.partition("..")
    if not dots:
        return _days(begun, 0)
    if not begun and not ended:
        raise BadPeriod("a period needs a first or a last day", 0)
    first = _days(begun, 0).first if begun else FIRST
    last = _days(ended, len(begun) + 2).last if ended else LAST
    if last < first:
        raise BadPeriod("the period ends before it begins", 0)
    return Period(first, last)


def may_become_period(typed: str) -> bool:
    """Tell whether more letters can make a period of what was typed so far."""
    begun, dots, ended = typed.partition("..")
    try:
        if dots and begun:
            _days(begun, 0)
    except BadPeriod:
        return False
    last = ended if dots else begun
    if _DATE.fullmatch(last):
        return last.endswith("-0") or len(last) < _YEAR
    return _BEGUN.fullmatch(last) is not None and not (dots and last.endswith("."))


def days_of(date: str) -> Period | None:
    """Return the days that a date means: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, or two with ``/``.

    A time behind it does not count. None for what is no date.
    """
    begun, slash, ended = date.partition("/")
    try:
        first = _days(begun[:10], 0)
        return Period(first.first, _days(ended[:10], 0).last) if slash and ended else first
    except BadPeriod:
        return None


def _days(typed: str, at: int) -> Period:
    match = _DATE.fullmatch(typed)
    if match is None:
        raise BadPeriod(
            "a date is a year, a month such as 2015-06, or a day such as 2015-06-30", at
        )
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if match[2] and not 1 <= month <= 12:
        raise BadPeriod(f"there is no month {month}", at)
    if match[3] and not (year and 1 <= day <= _last(year, month)):
        raise BadPeriod(f"there is no day {day} in that month", at)
    if day:
        whole = f"{year:04}-{month:02}-{day:02}"
        return Period(whole, whole)
    if month:
        last = _last(year, month) if year else 31
        return Period(f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}")
    return Period(f"{year:04}-01-01", f"{year:04}-12-31")


def _last(year: int, month: int) -> int:
    """Return the last day of a month, by the Gregorian rule."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
