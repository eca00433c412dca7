"""Takes from an attribution what has a form of its own: quoted titles, addresses, dates, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from postil.model.source import Date
from postil.reading.dates import parse_date
from postil.text.quotes import quotations

TITLE = "\ue000"
"""Stands where the quoted title stood."""
BOOK = "\ue001"
"""Stands where a second quoted title stood, that of what holds the first."""
DATE = "\ue002"
"""Stands where a date stood."""
GONE = "\ue003"
"""Stands where something stood that has been taken out."""

_MONTHS = (
    "jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_FOREIGN = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TRANSLATED = {
    name: english
    for names in _FOREIGN
    for name, english in zip(names.split("|"), _ENGLISH, strict=True)
}
_MONTH = rf"(?:(?:{_MONTHS})\b\.?|(?:{'|'.join(_TRANSLATED)})\b)"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s?[-–—]\s?"
_DATES = re.compile(
    rf"""
    \b{_MONTH}\s?{_DAY}(?:,?\s?{_YEAR})?{_TO}(?:{_MONTH}\s?)?{_DAY}\s?,?\s?{_YEAR}\b
    | \b{_MONTH}\s?{_DAY}\s?,?\s?{_YEAR}\b
    | \b(?:le\s)?{_DAY}(?:{_TO}{_DAY})?(?:\.|\sof|\sde)?\s?{_MONTH}(?:\sde)?,?\s?{_YEAR}\b
    | \b{_MONTH}(?:(?:{_TO}|/){_MONTH})?,?\s?{_YEAR}\b
    | \b{_YEAR}[-/.]\d\d?[-/.]\d\d?(?:T[\d:]{{2,8}}Z?)?(?![\w-])
    | \b{_YEAR}-(?:0[1-9]|1[0-2])(?![\w-])
    | (?<![\d/])\d\d?/\d\d?/(?:{_YEAR}|\d\d)(?![\d/])
    | (?<![\d/.])\d\d?\.\d\d?\.{_YEAR}(?![\d/])
    | \b{_MONTH}\s?{_DAY}\b(?!\s?[\w-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEARS = re.compile(rf"(?<![\w/.-])(?:c\.\s?)?({_YEAR})(?:\s?[-–]\s?({_YEAR}))?(?![\w/-]|\.\d)")
_NUMERIC = re.compile(rf"(\d\d?)[/.](\d\d?)[/.]({_YEAR}|\d\d)")
_CENTURY = 50
"""Years of two digits below this are of the 21st century."""

_ACCESSED = re.compile(
    r"\b(?:last\s)?(?:accessed|retrieved|fetched|visited|viewed|checked|access date)"
    r"\s?(?:on\b|from\b|:)?\s?(?=[\w])",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\[(\d{4})-?(\d\d)-?(\d\d)\]")
_FLAG = re.compile(r",\s?[a-z][a-z_-]{1,20}:\s?[a-z0-9_-]{1,40}(?=\s*(?:,|$))")
_ADDRESS = re.compile(
    r"(?:\burl:?\s?)?<?\b((?:https?|ftp)://[^\s<>\]\[]+|www\.[^\s<>,\]\[]+)>?", re.IGNORECASE
)
_DOMAIN = re.compile(
    r"(?<![\w@.-])((?:[a-z0-9](?:[a-z0-9-]{0,62}\.)){1,6}"
    r"(?:com|org|net|edu|gov|mil|int|info|museum|[a-z]{2})(?:/[^\s,\]\[]*)?)(?![\w@])"
)
_MANGLED = re.compile(
    r"(?<![\w.-])((?:https?:?/{0,2}\s?)?[a-z0-9]+(?:[.-][a-z0-9]+){0,4}"
    r"(?:-(?:com|org|net|edu|gov)|\.\s(?:com|org|net|edu|gov)|,(?:com|org|net|edu|gov))"
    r"(?:/[^\s,]*)?|https?(?::/?|//)[^\s/,:][^\s,]*|www[ ,][^\s,]+\.[a-z]{2,4})(?![\w.])"
)
_PAGE = re.compile(
    r",?\s?\b(?:pages?|pp?\.?)\s?((?=[\dA-Zivxlc]*[\divxlc])[A-Z]?-?[\divxlc]+(?:\s?[-–]\s?[A-Z]?[\divxlc]+)?)"
    r"(?![\w])"
)
_STRAY = re.compile(
    r"(?<!\S)(?=[^\s]{2,8}(?!\S))(?!--(?!\S))[*~/+\\^|=#@<>_{}-]{2,8}(?!\S)"
    r"|(?:(?<!\S)|(?<=\w))[*~+\\^|=#]{1,8}\s*$"
)
_EDITED = re.compile(r",?\s\b(?:edited by|translated by|eds?\.|trans\.)\s[^,(;]{2,80}")
_VOLUME = re.compile(
    r",?\s\b(?:vol(?:ume)?|no|number|issue)s?\b\.?\s?\d+(?:\s?\(\d+\))?", re.IGNORECASE
)
_SEASON = re.compile(rf"\b(?:spring|summer|fall|autumn|winter)\s(?={_YEAR}\b)", re.IGNORECASE)
_DECORATING = frozenset("*~/+\\^|=#@<>_{}-")
_COULD_BE_ADDRESS = re.compile(r"[.,-][a-z \d]|://|http|www")
_MOST_QUOTES = 2
"""Quoted titles that are taken: that of a text, and that of what holds it."""


@dataclass(slots=True)
class Particulars:
    """What has been taken from an attribution, and the rest of it with signs in their places."""

    rest: str
    title: str = ""
    book: str = ""
    url: str = ""
    page: str = ""
    accessed: Date | None = None
    dates: list[Date] = field(default_factory=list)
    """In the order of the signs for dates; an unreadable or partial one has none."""
    problems: list[str] = field(default_factory=list)


def take(text: str) -> Particulars:
    """Return what can be taken from an attribution without its brackets and its label."""
    found = Particulars(text)
    _titles(found)
    if not _DECORATING.isdisjoint(found.rest):
        _stray(found)
    if _COULD_BE_ADDRESS.search(found.rest):
        _addresses(found)
    if any(character.isdigit() for character in found.rest):
        _accessed(found)
    found.rest = _EDITED.sub(" ", _FLAG.sub("", found.rest))
    _pages(found)
    if any(character.isdigit() for character in found.rest):
        found.rest = _SEASON.sub("", _VOLUME.sub(" ", found.rest))
        _dates(found)
    found.rest = re.sub(r"\s+", " ", found.rest).strip()
    return found


def _titles(found: Particulars) -> None:
    text = found.rest
    outer = [quotation for quotation in quotations(text) if quotation.depth == 1][:_MOST_QUOTES]
    pieces = []
    done = 0
    for index, quotation in enumerate(outer):
        start, end = quotation.words
        stop = quotation.end
        if not quotation.closed:
            comma = text.find(",", start)
            end = stop = comma if comma >= 0 else len(text)
            found.problems.append("unclosed-quote")
        words = text[start:end].strip()
        sign = " " + (TITLE if index == 0 else BOOK) + " "
        tail = "," if words.endswith(",") and not text[stop:].lstrip().startswith(",") else ""
        if index == 0:
            found.title = words.rstrip(",.: ")
        else:
            found.book = words.rstrip(",.: ")
        pieces += [text[done : quotation.start], sign, tail]
        done = stop
    found.rest = "".join([*pieces, text[done:]])


def _stray(found: Particulars) -> None:
    rest, count = _STRAY.subn(" ", found.rest)
    if count:
        found.rest = rest
        found.problems.append("stray-marks")


def _addresses(found: Particulars) -> None:
    for pattern, problem in ((_MANGLED, "mangled-address"), (_ADDRESS, ""), (_DOMAIN, "")):
        if found.url:
            return
        if match := pattern.search(found.rest):
            found.url = match[1].rstrip(".,;)>")
            if problem:
                found.problems.append(problem)
            found.rest = f"{found.rest[: match.start()]} {GONE} {found.rest[match.end() :]}"


def _accessed(found: Particulars) -> None:
    rest = found.rest
    if match := _STAMP.search(rest):
        found.accessed = parse_date("-".join(match.groups()))
        rest = rest[: match.start()] + rest[match.end() :]
    if match := _ACCESSED.search(rest):
        date = _DATES.match(rest, match.end()) or _YEARS.match(rest, match.end())
        if date:
            found.accessed = read_date(date[0])[0] or found.accessed
            rest = f"{rest[: match.start()]} {GONE} {rest[date.end() :]}"
    found.rest = rest


def _pages(found: Particulars) -> None:
    if match := _PAGE.search(found.rest):
        found.page = match[1].replace(" ", "")
        found.rest = f"{found.rest[: match.start()]}, {GONE} {found.rest[match.end() :]}"


def _dates(found: Particulars) -> None:
    def taken(match: re.Match[str]) -> str:
        date, ambiguous = read_date(match[0])
        if ambiguous:
            found.problems.append("ambiguous-date")
        if date is None:
            return f" {GONE} "
        found.dates.append(date)
        return f" {DATE} "

    found.rest = _DATES.sub(taken, found.rest)
    if not found.dates:
        _year_alone(found)


def _year_alone(found: Particulars) -> None:
    """Take a year that ends a part of the attribution, or begins the whole; others are names."""
    rest = found.rest
    for match in reversed(list(_YEARS.finditer(rest))):
        before, after = rest[: match.start()].strip(), rest[match.end() :].lstrip()
        closes = not after or after[0] in f",;.)]{GONE}{TITLE}"
        if closes or (not before and after[0].isupper()):
            date, _ = read_date(match[0].removeprefix("c.").strip())
            if date:
                found.dates.append(date)
                found.rest = f"{rest[: match.start()]} {DATE} {rest[match.end() :]}"
                return


def read_date(text: str) -> tuple[Date | None, bool]:
    """Return the date that the text is, and whether day and month could change places."""
    if match := _NUMERIC.fullmatch(text.strip()):
        return _numeric(*match.groups(), day_first="." in text)
    folded = " ".join(text.casefold().split()).removeprefix("le ")
    words = [_TRANSLATED.get(word.strip("."), word) for word in re.split(r"[ ]|(?<=\d)\.", folded)]
    return parse_date(" ".join(word for word in words if word not in ("de", ""))), False


def _numeric(first: str, second: str, year: str, *, day_first: bool) -> tuple[Date | None, bool]:
    """Read ``4/6/02`` month first, unless only the other order makes a date."""
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _CENTURY else 1900
    month, day = (int(second), int(first)) if day_first else (int(first), int(second))
    if month > 12:
        month, day = day, month
    ambiguous = not day_first and month <= 12 and day <= 12 and month != day
    return parse_date(f"{number}-{month:02}-{day:02}"), ambiguous
