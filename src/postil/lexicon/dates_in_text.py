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
    r"(?:(?:\s(?:г\.|года|р\.|r\.|roku)(?!\w))?"
    r"(?:,?\s(?:at\s|à\s|um\s|om\s|a\slas\s|às\s|alle\s|ore\s|kl\.\s)?\d\d?[:.h]\d\d(?::\d\d)?"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s(?:Uhr|uur|h|hrs|GMT|UTC|BST|CES?T|E[SD]?T|[CMP][SD]T|IST|KST|JST|MSK)\b)?)?)"
)


def _written(month: str) -> str:
    """Return the pattern of dates whose months are written as a pattern says."""
    return rf"""
    (?:(?<!\w)|(?<=[^\x00-\x7f])) {_WEEKDAY}?(?:
    \b{month}\s?{_DAY}(?:,?\s?{YEAR})?{_TO}(?:{month}\s?)?{_DAY}\s?,?\s?{YEAR}\b
    | \b{month}\s?{_DAY}\s?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b(?:(?:le|am|the|vom|du|il|op|den|dne|del|dal|el)\s)?
      {_DAY}(?:\.?{_TO}{_DAY})?(?:\.|\sof|\sde|\sdel)?\s?{month}
      (?:{_TO}{_DAY}\.?\s?{month})?
      (?:\sde|\sdel)?\s?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b{month}(?:(?:{_TO}|\s?/\s?){month})?(?:\sde|\sof)?,?\s?(?:{YEAR}\b|['’]\d\d\b)
    | \b{YEAR},?\s{month}(?:\s{_DAY}\b(?![-–:]))?
    | \b{YEAR}[-/.]\d\d?[-/.]\d\d?(?:T[\d:]{{2,8}}(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
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
_WORD = lazily(r"[^\s\d,;:()\[\]/'\"“”„«»–—-]{2,}")
_BEFORE = lazily(rf"^{_WEEKDAY}", re.IGNORECASE)
_BEHIND = lazily(rf"{_CLOCK}$", re.IGNORECASE)
_NUMERIC = lazily(rf"(\d\d?)([/.-])\s?(\d\d?)[/.-]\s?({YEAR}|\d\d)")
_POINTED = lazily(rf"{YEAR}\.\d\d?\.\d\d?")
_MONTH_OF = lazily(rf"(\d\d?)/({YEAR})")
_CHARACTERS = lazily(rf"({YEAR})\s?[年년](?:\s?(\d\d?)\s?[月월](?:\s?(\d\d?)\s?[日일])?)?")
_MONTH_BEFORE_NUMBER = "tháng"
_NUMBERED_MONTH = lazily(
    rf"(?:(?:ngày\s)?(\d\d?)\s)?{_MONTH_BEFORE_NUMBER}\s(\d\d?)(?:,|\snăm)?\s({YEAR})",
    re.IGNORECASE,
)
_OF_ERA = lazily(r"(\d{1,4}|元)\s?[年년]?(?:\s?(\d\d?)\s?[月월](?:\s?(\d\d?)\s?[日일])?)?")
_BUDDHIST = lazily(r"(?<!\d)2[45]\d\d$")
_BUDDHIST_YEARS = 543
"""Years by which the Buddhist era of Thailand is ahead of the common one."""
_SHORT_YEAR = lazily(r"['’](\d\d)$")
_SMALL = frozenset(
    ("de", "del", "of", "am", "le", "the", "vom", "du", "il", "op", "den", "dne", "dal", "el", "")
)
_CENTURY = 50
"""Years of two digits below this are of the 21st century: ’49 is 2049, ’50 is 1950."""


@cache
def _translated() -> dict[str, str]:
    """Return the months of other languages, with what they are in English."""
    rows = (line.casefold().rstrip(".").split() for line in lines("dates/months"))
    return {
        name.rstrip(".").replace("_", " "): english
        for row in rows
        for name, english in zip(row, _ENGLISH, strict=True)
    }


@cache
def _eras() -> dict[str, int]:
    """Return the eras of other calendars, with the years between them and the common one."""
    rows = (line.split() for line in lines("dates/eras"))
    return {name: int(years) for name, years in rows}


@cache
def _hints() -> tuple[str, ...]:
    """Return what a date has that no word of a month tells."""
    names = (name for name in _translated() if " " in name)
    return (_MONTH_BEFORE_NUMBER, *_eras(), *names)


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
    others = "|".join(map(_verbose, sorted(_translated(), key=len, reverse=True)))
    eras = "|".join(map(_verbose, _eras()))
    calendar = rf"""
    (?:{eras})\s?(?:\d{{1,4}}|元)\s?[年년]?(?:\s?\d\d?\s?[月월](?:\s?\d\d?\s?[日일])?)?
    | (?<!\d)\d\d?\s(?:{others})\.?\s(?:(?:{eras})\s?)?2[45]\d\d(?!\d)
    | \b(?:ngày\s\d\d?\s|\d\d?\s)?{_MONTH_BEFORE_NUMBER}\s\d\d?(?:,|\snăm)?\s{YEAR}\b
    """
    month = rf"(?:(?:{_MONTHS})\b\.?|(?:{others})(?![^\W\d_])\.?)"
    return lazily(f"(?:{calendar})|(?:{_written(month)})", _HOW)


def _verbose(words: str) -> str:
    return re.escape(words).replace("\\ ", r"\s").replace(" ", r"\s")


def dates(text: str) -> re.Pattern[str]:
    """Return what finds the dates in a text; months of other languages only where it has some."""
    words = [word.strip(".") for word in _WORD.findall(text.casefold())]
    if not _other_words().isdisjoint(words):
        return _in_any()
    foreign = not text.isascii() and any(hint in text for hint in _hints())
    return _in_any() if foreign else _IN_ENGLISH


def read_date(text: str) -> tuple[Date | None, bool]:
    """Return the date that the text is, and whether day and month could change places."""
    text = _BEHIND.sub("", _BEFORE.sub("", text.strip()))
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match[1], match[3], match[4], day_first=match[2] == ".")
    if _POINTED.fullmatch(text):
        return parse_date(text.replace(".", "-")), False
    if match := _MONTH_OF.fullmatch(text):
        return parse_date(f"{match[2]}-{int(match[1]):02}"), False
    if match := _CHARACTERS.fullmatch(text):
        return parse_date("-".join(f"{int(part):02}" for part in match.groups() if part)), False
    if not text.isascii() and (said := _of_calendar(text)):
        return said, False
    if match := _SHORT_YEAR.search(text):
        text = f"{text[: match.start()]} {full_year(int(match[1]))}"
    folded = _ORDINAL.sub("", " ".join(text.casefold().replace(" ,", ",").split()))
    for name in _hints() if not folded.isascii() else ():
        if " " in name:
            folded = folded.replace(name, _translated()[name])
    words = [_translated().get(word.strip("."), word) for word in _BETWEEN_WORDS.split(folded)]
    return parse_date(" ".join(word for word in words if word not in _SMALL)), False


def _of_calendar(text: str) -> Date | None:
    """Return the date that a text is in another calendar, or whose month is a number behind a word.

    | text                       | date       |
    |----------------------------|------------|
    | \u5e73\u621010\u5e745\u6708             | 1998-05    |
    | 3 <month of Thai> 2558     | 2015       |
    | ng\u00e0y 3 th\u00e1ng 5 n\u0103m 2014 | 2014-05-03 |
    """
    if match := _NUMBERED_MONTH.fullmatch(text):
        day = "" if match[1] is None else f"-{int(match[1]):02}"
        return parse_date(f"{match[3]}-{int(match[2]):02}{day}")
    for era, years in _eras().items():
        before, found, behind = text.partition(era)
        if found and (match := _OF_ERA.fullmatch(behind.strip())):
            year = (1 if match[1] == "元" else int(match[1])) + years
            if before.strip():
                return read_date(f"{before.strip()} {year}")[0]
            return parse_date(
                "-".join(f"{int(part):02}" for part in (year, match[2], match[3]) if part)
            )
    if match := _BUDDHIST.search(text):
        year = int(match[0]) - _BUDDHIST_YEARS
        return read_date(f"{text[: match.start()].strip()} {year}")[0]
    return None


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
