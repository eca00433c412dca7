"""Reads dates in CSL-JSON: parts, seasons, and dates that are only written out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from postil.csl.data.items import Date, Day
from postil.csl.data.read_names import text_of

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


_LONGEST_DATE = 200
"""Characters beyond which a text is no date."""

_LONGEST_YEAR = 18
"""Figures of a year that are read; the age of the world has eleven."""


def read_date(value: object) -> Date | None:
    """Return a date in one of the shapes that CSL-JSON knows, None for what is none."""
    if isinstance(value, str):
        return read_raw(value)
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    circa = text_of(value.get("circa", "")).lower() not in ("", "false", "0")
    days = (
        [day for one in parts if (day := _day(one)) is not None] if isinstance(parts, list) else []
    )
    season = _season(value.get("season"))
    if days and season and not days[0].month:
        days[0] = Day(days[0].year, 12 + season)
    if days:
        return Date(days[0], days[1] if len(days) > 1 else None, circa)
    for key in ("raw", "literal"):
        text = value.get(key)
        if isinstance(text, str) and text.strip():
            return read_raw(text) if key == "raw" else Date(literal=text.strip())
    return None


def _season(value: object) -> int:
    text = text_of(value).lower()
    if text in {"1", "2", "3", "4"}:
        return int(text)
    return _SEASONS.get(text, 0)


def _day(value: object) -> Day | None:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        return None
    numbers = []
    for part in value[:3]:
        try:
            numbers.append(int(text_of(part)[:_LONGEST_YEAR]))
        except ValueError:
            if not numbers:
                return None
            numbers.append(0)
    year, month, day = (*numbers, 0, 0)[:3]
    if not 0 <= month <= 24:
        month = day = 0
    if month > 12:
        # Seasons are written 13 to 16 or 21 to 24.
        month = 12 + (month - 12 if month <= 16 else (month - 1) % 4 + 1)
        day = 0
    return Day(year, month, day if 0 <= day <= 31 else 0)


_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")
_CIRCA = re.compile(r"^(circa|ca\.?|c\.)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?(?:/|–|—|\s-\s|(?<=\d{4})-(?=\d{4}))\s*")
_SHORT = re.compile(r"\d{1,2}")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{1,4})")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


def read_raw(text: str) -> Date:
    """Return the date that a text states; one that states none is taken for its words."""
    text = text.strip()
    circa = False
    if len(text) > _LONGEST_DATE:
        return Date(literal=text)
    if _CIRCA.match(text):
        circa = True
        text = _CIRCA.sub("", text)
    if text.endswith("?"):
        circa, text = True, text[:-1]
    halves = _BETWEEN.split(text)
    if len(halves) == 2 and not _SHORT.fullmatch(halves[0]):
        begin, end = _raw_day(halves[0]), _raw_day(halves[1])
        if begin is not None and end is not None:
            return Date(begin, end, circa)
    day = _raw_day(text)
    return Date(day, None, circa) if day is not None else Date(literal=text, circa=circa)


def _raw_day(text: str) -> Day | None:
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _day([part for part in match.groups() if part])
    if match := _SLASHED.fullmatch(text):
        return _day([match[3], match[1], match[2]])
    words = _WORDS.findall(text)
    months = [_MONTHS[w[:3].lower()] for w in words if w[:3].lower() in _MONTHS and w.isalpha()]
    seasons = [_SEASONS[w.lower()] for w in words if w.lower() in _SEASONS]
    years = [w for w in words if w.isdigit() and len(w) >= 3]
    days = [w for w in words if w.isdigit() and len(w) <= 2]
    if not years or len(years) > 1 or len(words) > 3:
        return None
    if months:
        return _day([years[0], months[0], *days[:1]])
    if seasons:
        return Day(int(years[0]), 12 + seasons[0])
    return Day(int(years[0])) if len(words) == 1 else None
