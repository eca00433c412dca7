"""Dates that stand by themselves, as articles and attributions write them out."""

from __future__ import annotations

import re

from postil.model.source import MONTHS, Date
from postil.text.lazy_regex import lazily

_NUMBER_OF = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_NUMBER_OF |= {name[:3]: number for name, number in _NUMBER_OF.items()}
_NUMBER_OF |= {"sept": 9, "febr": 2}

_LONGEST = 80
"""Code points beyond which nothing is taken for a date."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"[a-z]{3,9}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b)\s*"

_BETWEEN = ("-", "–", "—", "to", "through", "/")
"""What stands between two dates."""

_ISO = lazily(
    rf"(?P<year>{_YEAR})(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?)?"
    r"(?:[t ]\d\d:\d\d\S{0,24})?"
)
_YEARS = lazily(rf"(?P<year>{_YEAR}){_TO}(?P<last>{_YEAR})")
_MONTH_DAY = lazily(
    rf"{_WEEKDAY}(?P<month>{_MONTH})\.?\s+(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?"
    rf"(?:,\s*|\s+)(?P<year>{_YEAR})"
)
"""July 24, 2021 / July 3-5, 2012"""
_MONTH_DAYS = lazily(
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>{_DAY})(?:(?:,\s*|\s+)(?P<year1>{_YEAR}))?{_TO}"
    rf"(?P<month2>{_MONTH})\.?\s+(?P<day2>{_DAY})(?:,\s*|\s+)(?P<year>{_YEAR})"
)
"""July 30 - August 2, 2012 / December 30, 2011 - January 2, 2012"""
_DAY_MONTH = lazily(
    rf"{_WEEKDAY}(?:the\s+)?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
)
"""24 July 2021 / 3-5 July 2012"""
_DAYS_MONTH = lazily(
    rf"(?P<day>{_DAY})\s+(?P<month>{_MONTH})\.?(?:,?\s+(?P<year1>{_YEAR}))?{_TO}"
    rf"(?P<day2>{_DAY})\s+(?P<month2>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
)
"""30 July - 2 August 2012"""
_MONTHS = lazily(
    rf"(?P<month>{_MONTH})\.?(?:,?\s*(?:of\s+)?(?P<year1>{_YEAR}))?"
    rf"(?:{_TO}|/)(?P<month2>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
)
"""July-August 2021 / July 2020 - August 2021"""
_MONTH_YEAR = lazily(rf"(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?(?P<year>{_YEAR})")
"""July 2021"""
_YEAR_MONTH = lazily(rf"(?P<year>{_YEAR}),?\s+(?P<month>{_MONTH})\.?(?:\s+(?P<day>{_DAY}))?")
"""2021 July 24, 2021 July"""

_BY_WORD = (_MONTH_DAY, _MONTH_DAYS, _DAY_MONTH, _MONTHS, _MONTH_YEAR)
"""Those that begin with a month, or with the day of the week."""
_BY_MONTH = (_MONTHS, _MONTH_YEAR)
"""Those of them without a day."""
_BY_DAY = (_DAY_MONTH, _DAYS_MONTH)
_WORDS = {
    *_NUMBER_OF,
    *("mon", "tue", "tues", "wed", "wednes", "thu", "thurs", "fri", "sat", "satur", "sun"),
    *("monday", "tueday", "tuesday", "wedday", "wednesday", "thuday", "thursday", "friday"),
    *("satday", "saturday", "sunday", "the"),
}
"""Words with which a date begins that no figure opens."""


def parse_date(text: str) -> Date | None:
    """Return the date, or range of dates, that the whole text is; None where it is none.

    Numbers alone are read in the order of ISO 8601 only: who writes 7/4/2012 may mean two days.
    """
    wanted = " ".join(text.split()).strip(" .,;()").lower()
    if not wanted or len(wanted) > _LONGEST:
        return None
    if wanted[:4].isdecimal():
        return _by_year(wanted)
    # Most lines are no date, which their first word or their end tells.
    if not wanted[-4:].isdecimal():
        return None
    if not wanted[0].isdecimal() and _first_word(wanted) not in _WORDS:
        return None
    for pattern in _patterns(wanted):
        if found := pattern.fullmatch(wanted):
            return _written(found.groupdict())
    return None


def _by_year(wanted: str) -> Date | None:
    """Return the date that begins with its year."""
    if found := _ISO.fullmatch(wanted):
        return _checked(found["year"], _number(found["month"]), _number(found["day"]))
    if found := _YEARS.fullmatch(wanted):
        first, last = Date(int(found["year"])), Date(int(found["last"]))
        return _ranged(first, last)
    found = _YEAR_MONTH.fullmatch(wanted) if wanted[4:5] in (",", " ") else None
    return _written(found.groupdict()) if found else None


def _patterns(wanted: str) -> tuple[re.Pattern[str], ...]:
    """Return those in which something may be written that ends with a year."""
    if wanted[0].isdecimal():
        return _BY_DAY
    if any(map(str.isdecimal, wanted[:-4])):
        return _BY_WORD
    return _BY_MONTH if any(sign in wanted for sign in _BETWEEN) else (_MONTH_YEAR,)


def _first_word(text: str) -> str:
    """Return the letters of the Latin alphabet with which a text in small letters begins."""
    for at, letter in enumerate(text):
        if not "a" <= letter <= "z":
            return text[:at]
    return text


def _written(named: dict[str, str | None]) -> Date | None:
    month = _NUMBER_OF.get(named["month"] or "")
    year = named.get("year1") or named["year"]
    if month is None or year is None:
        return None
    first = _checked(year, month, _number(named.get("day")))
    second = named.get("month2")
    if second is None and named.get("day2") is None:
        return first
    last_month = month if second is None else _NUMBER_OF.get(second)
    if last_month is None:
        return None
    last = _checked(named["year"], last_month, _number(named.get("day2")))
    return _ranged(first, last)


def _ranged(first: Date | None, last: Date | None) -> Date | None:
    """Return two dates as a range; one that runs backwards is no date."""
    if first is None or last is None or _order(last) <= _order(first):
        return None
    return Date(first.year, first.month, first.day, until=last)


def _order(date: Date) -> tuple[int, int, int]:
    return (date.year, date.month or 0, date.day or 0)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits.rstrip("sthndr"))


def _checked(year: str | None, month: int | None, day: int | None) -> Date | None:
    """Return the date if the calendar has it."""
    if year is None:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not (month and 1 <= day <= _days(int(year), month)):
        return None
    return Date(int(year), month, day)


def _days(year: int, month: int) -> int:
    """Return how many days a month has; that of the library loads all that it knows of locales."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
