"""Dates of an attribution: of publication, of access, and what stands before them."""

from __future__ import annotations

import re

from postil.attribution.parsing.extraction import DATE, GONE, TITLE, Extraction
from postil.lexicon import wordlists
from postil.lexicon.dates import parse_date
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.model.source import Date
from postil.text.lazy_regex import lazily

_STAMP = lazily(r"\[(\d{4})-?(\d\d)-?(\d\d)\]", needs="[")
_ACCESSED = lazily(
    r"\b(?:last\s)?(?:accessed|retrieved|fetched|visited|viewed|checked|access date)"
    r"\s?(?:on\b|from\b|:)?\s?(?=[\w])",
    re.IGNORECASE,
    needs="accessed|retrieved|fetched|visited|viewed|checked|access date",
)
_SEASON = lazily(
    r"\b(?:(?:spring|summer|fall|autumn|winter|christmas|easter|michaelmas|holiday)\s?[-–/]?\s?)+"
    rf"(?:\sissue)?(?:\s|,\s|\sof\s)?(?={YEAR}\b)",
    re.IGNORECASE,
    needs="spring|summer|fall|autumn|winter|christmas|easter|michaelmas|holiday",
)
_ABOUT = lazily(
    r"\b(?:c\.|ca\.|circa|about|around|mid|early|late|Q[1-4])[\s-]?(?=[12]\d\d\d\b)",
    re.IGNORECASE,
    needs="c.|ca.|circa|about|around|mid|early|late|q1|q2|q3|q4",
)
_BEFORE_DATE = lazily(
    r"(?:(?<=[,(;])|(?<=^))\s?(?:(?:last\s|first\s)?(?:updated|posted|published|dated|printed|aired"
    r"|broadcast|filed|issued|modified|revised)(?:\son|\sin|:)?|early|late|mid|early in|late in)"
    rf"[\s-]+(?={DATE})|\b(?:early|late|mid)[\s-]+(?={DATE})",
    re.IGNORECASE,
    needs="dated|posted|published|printed|aired|broadcast|filed|issued|modified|revised|early|late|mid",
)
_YEARS = lazily(rf"(?<![\w/.-])({YEAR})(?:\s?[-–]\s?({YEAR}|\d\d))?(?![\w/-]|\.\d)")
_NO_DATE = lazily(
    r"(?<=[,(])\s?(?:n\.\s?d\b\.?|no date|undated|date unknown|not dated)(?=\s*(?:[,;)]|$))",
    re.IGNORECASE,
    needs="n.|no date|undated|date unknown|not dated",
)


def extract_access_date(found: Extraction) -> None:
    """Take the day on which somebody looked, which is no date of publication.

    | text                            | accessed   | rest       |
    |---------------------------------|------------|------------|
    | Herald, retrieved 3 May 2012    | 2012-05-03 | Herald, -  |
    | Herald, last visited on 2012    | 2012       | Herald, -  |
    | Herald [2012-05-03]             | 2012-05-03 | Herald     |
    | Herald, retrieved from the quay |            | (as it is) |
    """
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


def extract_dates(found: Extraction) -> None:
    """Take all dates, or a year by itself; ``D`` stands for the sign that each leaves.

    | rule           | text                          | dates        | rest                  |
    |----------------|-------------------------------|--------------|-----------------------|
    | season         | Herald, Spring 1994           | 1994         | Herald, D             |
    | about a year   | Herald, ca. 1994              | 1994         | Herald, D             |
    | any date       | Herald, May 3, 2001           | 2001-05-03   | Herald, D             |
    | of two ways    | Herald, 4/6/02                | 2002-04-06   | Herald, D             |
    | before a date  | Herald, posted on May 3, 2001 | 2001-05-03   | Herald, D             |
    | year at an end | Lamb, Herald 1994, p. 3       | 1994         | Lamb, Herald D , p. 3 |
    | year in front  | 1994 Herald                   | 1994         | D Herald              |
    | two years      | Herald, 1997-98               | 1997 to 1998 | Herald, D             |
    | year in a name | Herald 1994 Yearbook, Quay    |              | (as it is)            |
    | partial        | Herald, May 3                 |              | Herald, -             |

    The date of two ways has the fault ``ambiguous-date``; the partial one leaves no ``D``.
    """
    found.rest = _ABOUT.sub("", _SEASON.sub("", found.rest))
    _written_dates(found)
    if not found.dates:
        _year_alone(found)
    found.rest = _without_day_words(_BEFORE_DATE.sub(" ", found.rest))


def _without_day_words(rest: str) -> str:
    """Leave out what stands between a comma and a date, and says which it is: "mis à jour le"."""
    pieces = rest.split(DATE)
    for at, piece in enumerate(pieces[:-1]):
        head, comma, words = _last_part(piece)
        if words.strip(" :").casefold() in wordlists.BEFORE_DATES:
            pieces[at] = f"{head}{comma} "
    return DATE.join(pieces)


def _last_part(piece: str) -> tuple[str, str, str]:
    at = max(piece.rfind(sign) for sign in ",;([")
    return piece[:at] if at >= 0 else "", piece[at] if at >= 0 else "", piece[at + 1 :]


def drop_no_date(found: Extraction) -> None:
    """Take out the words for a date that is not known: "Lamb (n.d.)", "Herald, no date"."""
    found.rest = _NO_DATE.sub(f" {GONE}", found.rest)


def _written_dates(found: Extraction) -> None:
    def taken(match: re.Match[str]) -> str:
        date, ambiguous = read_date(match[0])
        if ambiguous:
            found.problems.append("ambiguous-date")
        if date is None:
            return f" {GONE} "
        found.dates.append(date)
        return f" {DATE} "

    found.rest = dates(found.rest).sub(taken, found.rest)


def _year_alone(found: Extraction) -> None:
    """Take a year that ends a part of the attribution, or begins the whole; others are names."""
    rest = found.rest
    for match in reversed(list(_YEARS.finditer(rest))):
        before, after = rest[: match.start()].strip(), rest[match.end() :].lstrip()
        closes = not after or after[0] in f",;.)]{GONE}{TITLE}"
        if closes or (not before and after[0].isupper()):
            date = _year_or_two(match[1], match[2])
            if date:
                found.dates.append(date)
                found.cut(match.start(), match.end(), DATE)
                return


def _year_or_two(first: str, last: str | None) -> Date | None:
    """Return a year, or a range of years such as 1997-98."""
    year = Date(int(first))
    if last is None:
        return year
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return Date(int(first), until=Date(until)) if until > int(first) else None
