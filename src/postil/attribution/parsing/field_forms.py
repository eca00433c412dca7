"""Takes from an attribution what has a form of its own: quoted titles, addresses, dates, pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from postil.lexicon import person_names
from postil.lexicon.dates import parse_date
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Date
from postil.text.lazy_regex import lazily
from postil.text.quotes import quotations

TITLE = "\ue000"
"""Stands where the quoted title stood."""
BOOK = "\ue001"
"""Stands where a second quoted title stood, that of what holds the first."""
DATE = "\ue002"
"""Stands where a date stood."""
GONE = "\ue003"
"""Stands where something stood that has been taken out."""

_YEARS = lazily(rf"(?<![\w/.-])({YEAR})(?:\s?[-–]\s?({YEAR}|\d\d))?(?![\w/-]|\.\d)")
_NO_DATE = lazily(
    r"(?<=[,(])\s?(?:n\.\s?d\b\.?|no date|undated|date unknown|not dated)(?=\s*(?:[,;)]|$))",
    re.IGNORECASE,
    needs="n.|no date|undated|date unknown|not dated",
)
_ABOUT = lazily(
    r"\b(?:c\.|ca\.|circa|about|around|mid|early|late|Q[1-4])[\s-]?(?=[12]\d\d\d\b)",
    re.IGNORECASE,
    needs="c.|ca.|circa|about|around|mid|early|late|q1|q2|q3|q4",
)
_BEFORE_DATE = lazily(
    r"(?:(?<=[,(;])|(?<=^))\s?(?:(?:last\s|first\s)?(?:updated|posted|published|dated|printed|aired"
    r"|broadcast|filed|issued|modified|revised)(?:\son|\sin|:)?|early|late|mid|early in|late in)"
    rf"[\s-](?={DATE})|\b(?:early|late|mid)[\s-](?={DATE})",
    re.IGNORECASE,
    needs="dated|posted|published|printed|aired|broadcast|filed|issued|modified|revised|early|late|mid",
)

_ACCESSED = lazily(
    r"\b(?:last\s)?(?:accessed|retrieved|fetched|visited|viewed|checked|access date)"
    r"\s?(?:on\b|from\b|:)?\s?(?=[\w])",
    re.IGNORECASE,
    needs="accessed|retrieved|fetched|visited|viewed|checked|access date",
)
_STAMP = lazily(r"\[(\d{4})-?(\d\d)-?(\d\d)\]", needs="[")
_FLAG = lazily(r",\s?[a-z][a-z_-]{1,20}:\s?[a-z0-9_-]{1,40}(?=\s*(?:,|$))", needs=":")
_ADDRESS = lazily(
    r"(?:\burl:?\s?)?<?\b((?:https?|ftp)://[^\s<>\]\[]+|www\.[^\s<>,\]\[]+)>?",
    re.IGNORECASE,
    needs="://|www.",
)
_DOMAIN = lazily(
    r"(?<![\w@.-])((?:[a-z0-9](?:[a-z0-9-]{0,62}\.)){1,6}"
    r"(?:com|org|net|edu|gov|mil|int|info|museum|travel|biz|news|blog|online|site|[a-z]{2})(?:/[^\s,\]\[]*)?)(?![\w@])"
)
_MANGLED = lazily(
    r"(?<![\w.-])((?:https?:?/{0,2}\s?)?[a-z0-9]+(?:[.-][a-z0-9]+){0,4}"
    r"(?:[-_,](?:com|org|net|edu|gov)|\.\s(?:com|org|net|edu|gov)|\s\.(?:com|org|net|edu|gov))"
    r"(?:/[^\s,]*)?|https?(?::/?|//)[^\s/,:][^\s,]*|https?://\s[^\s,]+"
    r"|www[ ,][^\s,]+\.[a-z]{2,4})(?![\w.])",
    needs="http|www|com|org|net|edu|gov",
)
_PAGE = lazily(
    r",?\s?\b(?:pages?|pp?\.?)\s?((?=[\dA-Zivxlc]*[\divxlc])[A-Z]?-?[\divxlc]+(?:\s?[-–]\s?[A-Z]?[\divxlc]+)?)"
    r"(?![\w])"
)
_STRAY = lazily(
    r"(?<!\S)(?=[^\s]{2,8}(?!\S))(?!--(?!\S))[*~/+\\^|=#@<>_{}:!$%°§-]{2,8}(?!\S)"
    r"|(?<!\S)[*~^=#\\]{1,8}(?!\S)"
    r"|(?:(?<!\S)|(?<=\w))[*~+\\^|=#]{1,8}\s*$"
)
_EDITED = lazily(
    r",?\s\b(?:edited by|translated by|eds?\.|trans\.)\s[^,(;]{2,80}",
    needs="edited by|translated by|ed.|eds.|trans.",
)
_VOLUME = lazily(
    r",?\s\b(?:vol(?:ume)?|no|number|issue)s?\b\.?\s?\d+(?:\s?\(\d+\))?",
    re.IGNORECASE,
    needs="vol|no.|no |nos|number|issue",
)
_SEASON = lazily(
    r"\b(?:(?:spring|summer|fall|autumn|winter|christmas|easter|michaelmas|holiday)\s?[-–/]?\s?)+"
    rf"(?:\sissue)?(?:\s|,\s|\sof\s)?(?={YEAR}\b)",
    re.IGNORECASE,
    needs="spring|summer|fall|autumn|winter|christmas|easter|michaelmas|holiday",
)
_LOCATOR = lazily(
    rf",?\s\d{{1,4}}(?:\s?\((?!{YEAR}\))\d{{1,4}}(?:[-–/]\d{{1,3}})?\)"
    r"|,?\s(?:no|nr|n°|issue)\.?\s?\d+)?"
    rf"(?P<year>\s?,?\s?\((?:[^()]{{0,12}}\s)?{YEAR}\))?\s?[:,]\s?"
    r"(?P<page>\d{1,5}\s?[-–]\s?\d{1,5}|(?<=:\s)\d{1,5}|(?<=:)\d{1,5})\b(?![-/]\d)"
)
_ISSUE = lazily(rf",?\s\d{{1,4}}\s?\((?!{YEAR}\))\d{{1,4}}(?:[-–/]\d{{1,3}})?\)", needs="(")
_EDITION = lazily(
    r",?\s(?:\(?\d{1,2}(?:st|nd|rd|th)\s(?:edition|edn?\b\.?)\)?|(?:revised|second|third|fourth"
    r"|first|new|updated|international|print|online|paperback)\s(?:edition|edn?\b\.?))",
    re.IGNORECASE,
    needs="edition| ed",
)
_PLACE_IN_IT = lazily(
    r",?\s\b(?:chapters?|chap\.|ch\.|section|sec\.|column|col\.|fig\.|figure|table|plate|line"
    r"|verse|para\.?)\s[A-Z]?-?\d{0,4}[A-Za-z]?(?=\s*(?:[,;).]|$))",
    re.IGNORECASE,
    needs="chap|ch.|sec|col|fig|table|plate|line|verse|para",
)
_ISBN = lazily(r",?\s?\bISBN(?:-1[03])?:?\s?[\dX-]{10,17}", re.IGNORECASE, needs="isbn")
_DOI = lazily(r"\b(?:doi:\s?)(10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE, needs="doi")
_BY = lazily(r"\s(?:by|By)\s+([A-Z].*)$", needs=" by")
_DECORATING = frozenset("*~/+\\^|=#@<>_{}:!$%°§-")
_COULD_BE_ADDRESS = lazily(r"[.,-][a-z \d]|://|http|www")
_MOST_QUOTES = 2
"""Quoted titles that are taken: that of a text, and that of what holds it."""


_NO_SIGNS = dict.fromkeys(map(ord, (TITLE, BOOK, DATE, GONE)), " ")
"""An attribution may hold the signs that stand for something here; in it they mean nothing."""


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
    overrides: NameOverrides = NO_OVERRIDES
    """What the reader has said of names."""


def take(text: str, overrides: NameOverrides = NO_OVERRIDES) -> Particulars:
    """Return what can be taken from an attribution without its brackets and its label."""
    found = Particulars(text.translate(_NO_SIGNS), overrides=overrides)
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
        _locator(found)
        found.rest = _PLACE_IN_IT.sub("", _EDITION.sub("", _ISBN.sub("", found.rest)))
        found.rest = _SEASON.sub("", _ISSUE.sub("", _VOLUME.sub(" ", found.rest)))
        found.rest = _ABOUT.sub("", found.rest)
        _dates(found)
        found.rest = _BEFORE_DATE.sub(" ", found.rest)
    found.rest = re.sub(r"\s+", " ", _NO_DATE.sub(f" {GONE}", found.rest)).strip()
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
            if (by := _BY.search(text, start, end)) and person_names.parse_names(by[1]):
                end = stop = by.start()
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
    if match := _DOI.search(found.rest):
        found.url = f"https://doi.org/{match[1].rstrip('.')}"
        found.rest = f"{found.rest[: match.start()]} {GONE} {found.rest[match.end() :]}"
    for pattern, problem in ((_MANGLED, "mangled-address"), (_ADDRESS, ""), (_DOMAIN, "")):
        if found.url:
            return
        if match := pattern.search(found.rest):
            found.url = match[1].rstrip(".,;)>")
            if problem:
                found.problems.append(problem)
            before = found.rest[: match.start()].rstrip("<(")
            found.rest = f"{before} {GONE} {found.rest[match.end() :].lstrip('>)')}"


def _accessed(found: Particulars) -> None:
    rest = found.rest
    if match := _STAMP.search(rest):
        found.accessed = parse_date("-".join(match.groups()))
        rest = rest[: match.start()] + rest[match.end() :]
    if match := _ACCESSED.search(rest):
        date = dates(rest).match(rest, match.end()) or _YEARS.match(rest, match.end())
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

    found.rest = dates(found.rest).sub(taken, found.rest)
    if not found.dates:
        _year_alone(found)


def _year_alone(found: Particulars) -> None:
    """Take a year that ends a part of the attribution, or begins the whole; others are names."""
    rest = found.rest
    for match in reversed(list(_YEARS.finditer(rest))):
        before, after = rest[: match.start()].strip(), rest[match.end() :].lstrip()
        closes = not after or after[0] in f",;.)]{GONE}{TITLE}"
        if closes or (not before and after[0].isupper()):
            date = _year_or_two(match[1], match[2])
            if date:
                found.dates.append(date)
                found.rest = f"{rest[: match.start()]} {DATE} {rest[match.end() :]}"
                return


def _year_or_two(first: str, last: str | None) -> Date | None:
    """Return a year, or a range of years such as 1997-98."""
    year = Date(int(first))
    if last is None:
        return year
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return Date(int(first), until=Date(until)) if until > int(first) else None


def _locator(found: Particulars) -> None:
    """Take the volume and the pages behind the name of a journal: "14, no. 2 (1996): 101-119"."""
    match = _LOCATOR.search(found.rest)
    if match and (match["year"] or not match["page"].isdigit()):
        found.page = found.page or match["page"].replace(" ", "")
        year = match["year"] or ""
        found.rest = f"{found.rest[: match.start()]}{year}, {GONE} {found.rest[match.end() :]}"
