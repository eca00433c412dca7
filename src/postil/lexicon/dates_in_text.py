"""Dates that stand among other words, in the languages of attributions."""

from __future__ import annotations

import re
from functools import cache

from postil.lexicon.dates import parse_date
from postil.lexicon.name_list import lines
from postil.model.source import MONTHS, Date
from postil.text.lazy_regex import lazily

_MONTHS = (
    "jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AS_IN_ENGLISH = frozenset(
    [*_ENGLISH, "febr", "sept", "june", "july", *(month.casefold() for month in MONTHS)]
)
YEAR = r"(?:1[0-9]|20)\d\d"
"""A year that something can have been printed in."""
_ORDINAL = lazily(r"(?<=\d)(?:er|º)\b|(?<=\d)º")
_BETWEEN_WORDS = lazily(r"[ ]|(?<=\d)\.")
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_TO = r"\s?(?:[-–—]|\bto\b|\bthrough\b)\s?"
_WEEKDAY = (
    r"(?:(?<!\bon\s)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thur?s?|Fri|Sat)"
    r"\b\.?,?\s)"
)
_CLOCK = (
    r"(?:,?\s(?:at\s)?\d\d?[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s(?:GMT|UTC|BST|CET|E[SD]?T|P[SD]T|KST|JST)\b)?)"
)


def _written(month: str) -> str:
    """Return the pattern of dates whose months are written as a pattern says."""
    return rf"""
    (?:(?<!\w)|(?<=[^\x00-\x7f])) {_WEEKDAY}?(?:
    \b{month}\s?{_DAY}(?:,?\s?{YEAR})?{_TO}(?:{month}\s?)?{_DAY}\s?,?\s?{YEAR}\b
    | \b{month}\s?{_DAY}\s?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b(?:le\s|am\s|the\s)?{_DAY}(?:\.?{_TO}{_DAY})?(?:\.|\sof|\sde|\sdel)?\s?{month}
      (?:{_TO}{_DAY}\.?\s?{month})?
      (?:\sde|\sdel)?\s?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b{month}(?:(?:{_TO}|\s?/\s?){month})?(?:\sde|\sof)?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b{YEAR},?\s{month}(?:\s{_DAY}\b(?![-–:]))?
    | \b{YEAR}[-/.]\d\d?[-/.]\d\d?(?:T[\d:]{{2,8}}Z?)?(?![\w-])
    | \b{YEAR}-(?:0[1-9]|1[0-2])(?![\w-])
    | (?<![\d/])\d\d?/\d\d?/(?:{YEAR}|\d\d)(?![\d/])
    | (?<![\d/])(?:0?[1-9]|1[0-2])/{YEAR}(?![\d/])
    | (?<![\d-])\d\d?-\d\d?-{YEAR}(?![\d-])
    | (?<![\d/.])\d\d?\.\s?\d\d?\.\s?(?:{YEAR}|\d\d)(?![\d/.])
    | {YEAR}\s?[年년]\s?\d\d?\s?[月월](?:\s?\d\d?\s?[日일])?
    | {YEAR}\s?[年년]
    | \b{month}\s?{_DAY}\b(?!\s?[\w-])
    ){_CLOCK}?
    """


_HOW = re.VERBOSE | re.IGNORECASE
_IN_ENGLISH = lazily(_written(rf"(?:(?:{_MONTHS})\b\.?)"), _HOW)
_WORD = lazily(r"[^\W\d_]{3,}")
_BEFORE = lazily(rf"^{_WEEKDAY}", re.IGNORECASE)
_BEHIND = lazily(rf"{_CLOCK}$", re.IGNORECASE, needs=":|.")
_NUMERIC = lazily(rf"(\d\d?)([/.-])\s?(\d\d?)[/.-]\s?({YEAR}|\d\d)")
_MONTH_OF = lazily(rf"(\d\d?)/({YEAR})")
_CHARACTERS = lazily(rf"({YEAR})\s?[年년](?:\s?(\d\d?)\s?[月월](?:\s?(\d\d?)\s?[日일])?)?")
_SHORT_YEAR = lazily(r"['’](\d\d)$")
_SMALL = frozenset(("de", "del", "of", "am", "le", "the", ""))
_CENTURY = 50
"""Years of two digits below this are of the 21st century: ’49 is 2049, ’50 is 1950."""


@cache
def _translated() -> dict[str, str]:
    """Return the months of other languages, with what they are in English."""
    rows = (line.split() for line in lines("dates/months"))
    return {name: english for row in rows for name, english in zip(row, _ENGLISH, strict=True)}


def month_of(word: str) -> int | None:
    """Return the number of a month by its name in any language that is known; None for no month."""
    wanted = word.lower().rstrip(".")
    date = parse_date(f"1 {_translated().get(wanted, wanted)} 2000")
    return None if date is None else date.month


@cache
def _other_words() -> frozenset[str]:
    """Return the months of other languages that English does not write so too."""
    return frozenset(_translated().keys() - _AS_IN_ENGLISH)


@cache
def _in_any() -> re.Pattern[str]:
    """Compile the pattern of dates in all languages, which takes ten times as long as English."""
    others = "|".join(sorted(_translated(), key=len, reverse=True))
    return lazily(_written(rf"(?:(?:{_MONTHS})\b\.?|(?:{others})\b\.?)"), _HOW)


def dates(text: str) -> re.Pattern[str]:
    """Return what finds the dates in a text; months of other languages only where it has some."""
    words = _WORD.findall(text.casefold())
    return _IN_ENGLISH if _other_words().isdisjoint(words) else _in_any()


def read_date(text: str) -> tuple[Date | None, bool]:
    """Return the date that the text is, and whether day and month could change places."""
    text = _BEHIND.sub("", _BEFORE.sub("", text.strip()))
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match[1], match[3], match[4], day_first=match[2] == ".")
    if match := _MONTH_OF.fullmatch(text):
        return parse_date(f"{match[2]}-{int(match[1]):02}"), False
    if match := _CHARACTERS.fullmatch(text):
        return parse_date("-".join(f"{int(part):02}" for part in match.groups() if part)), False
    if match := _SHORT_YEAR.search(text):
        text = f"{text[: match.start()]} {full_year(int(match[1]))}"
    folded = _ORDINAL.sub("", " ".join(text.casefold().replace(" ,", ",").split()))
    words = [_translated().get(word.strip("."), word) for word in _BETWEEN_WORDS.split(folded)]
    return parse_date(" ".join(word for word in words if word not in _SMALL)), False


def full_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return digits + (2000 if digits < _CENTURY else 1900)


def _numeric(first: str, second: str, year: str, *, day_first: bool) -> tuple[Date | None, bool]:
    """Read ``4/6/02`` month first, unless only the other order makes a date."""
    number = int(year) if len(year) == 4 else full_year(int(year))
    month, day = (int(second), int(first)) if day_first else (int(first), int(second))
    if month > 12:
        month, day = day, month
    ambiguous = not day_first and month <= 12 and day <= 12 and month != day
    return parse_date(f"{number}-{month:02}-{day:02}"), ambiguous
