"""Cuts an attribution at its commas and tells what each of the pieces names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from postil.model.source import Date, Name
from postil.reading import names, publications
from postil.reading.particulars import BOOK, DATE, GONE, TITLE, Particulars

_SIGNS = re.compile(f"[{TITLE}{BOOK}{DATE}{GONE}]")
_BEHIND_SIGN = re.compile(
    rf"([{TITLE}{BOOK}{DATE}{GONE}]\)?)\s*[.,]?\s+(?=\S)(?!by\b|edited\b|in\b)"
)
_GROUPS = re.compile(r"\s+/\s+|\s*;\s*|\s+\|\s+")
_PIECES = re.compile(r",(?!\d{3}\b)|\s[–—-]{1,2}\s")
_EMPTY = re.compile(r",\s*,")
_PRINTED = re.compile(r"\(\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_PERSON_OF = re.compile(r"(\S+ .{2,60}?) (?:for|of|in|from|at|with) (?:the )?([A-Z].*)")
_ABBREVIATED = re.compile(r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp)|\b[A-Z])\.$")
_PLACE = re.compile(r"\(\s*([^():]{2,60}):\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_LEADS = re.compile(
    r"(?:(?:writing|reporting|reported)\s+(?:for|in)|by|from|in|via|and|for|edited by)\s+"
)
_JOINED = re.compile(r"\s+(?:and|&)\s+")


class Kind(Enum):
    """What a piece of an attribution names."""

    TITLE = auto()
    BOOK = auto()
    PEOPLE = auto()
    AGENCY = auto()
    PUBLICATION = auto()
    WORD = auto()
    PHRASE = auto()


@dataclass(slots=True)
class Piece:
    """What stands between two commas."""

    kind: Kind
    words: str = ""
    people: tuple[Name, ...] = ()
    behind_date: bool = False

    @property
    def names_body(self) -> bool:
        """Whether it may be the name of a publication."""
        return self.kind in (Kind.AGENCY, Kind.PUBLICATION, Kind.WORD, Kind.PHRASE)


@dataclass(slots=True)
class Group:
    """The pieces that stand between two semicolons or slashes, and their date."""

    pieces: list[Piece]
    date: Date | None


def place_and_publisher(found: Particulars) -> tuple[str, str]:
    """Take "(Hamburg: Hanse Verlag, 2007)" out of the rest; its date stays."""
    if match := _PLACE.search(found.rest):
        before, after = found.rest[: match.start()].rstrip(", "), found.rest[match.end() :]
        found.rest = f"{before}, {match[3] or GONE}{after}"
        return match[1].strip(), match[2].strip()
    match = _PRINTED.search(found.rest)
    if match and found.title and not any(sign in match[1] for sign in (TITLE, BOOK, DATE)):
        found.rest = f"{found.rest[: match.start()]}, {match[2] or GONE}{found.rest[match.end() :]}"
        return "", match[1].strip()
    return "", ""


def groups(found: Particulars, *, plural: bool) -> list[Group]:
    """Return what the rest of an attribution names; notes empty places among the problems."""
    rest = re.sub(r"^\s*[-–—]{1,2}\s*", "", found.rest).strip()
    if _EMPTY.search(rest):
        found.problems.append("empty-segment")
    rest = re.sub(rf"\(\s*({DATE}|{GONE})\s*\)", r" \1 ", rest)
    rest = _BEHIND_SIGN.sub(r"\1, ", rest)
    dates = iter(found.dates)
    parts = _GROUPS.split(rest)
    if len(parts) > 2 and not any("," in part for part in parts) and ";" in rest:
        parts = [", ".join(parts)]
    return [_group(found, part, dates, plural) for part in parts]


def _group(found: Particulars, text: str, dates: Iterator[Date], plural: bool) -> Group:
    group = Group([], None)
    dated = False
    for part in _PIECES.split(text):
        signs = _SIGNS.findall(part)
        words = _SIGNS.sub(" ", part)
        words = " ".join(words.split()).strip(" :()").lstrip(".")
        words = words if _ABBREVIATED.search(words) else words.rstrip(" .")
        words = _LEADS.sub("", words, count=1) if _LEADS.match(words) else words
        if words.isdigit() and DATE not in signs:
            found.page = found.page or (words if group.pieces and len(words) < 5 else "")
            words = ""
        if words and (words[0].isupper() or words[0].isdigit() or _known_low(words)):
            group.pieces += [_piece(name, dated) for name in _split(words, plural)]
        for sign in signs:
            if sign == DATE:
                date = next(dates, None)
                group.date = group.date or date
                dated = bool(group.pieces)
            elif sign == TITLE:
                group.pieces.insert(_title_at(group, words), Piece(Kind.TITLE))
            elif sign == BOOK:
                group.pieces.append(Piece(Kind.BOOK))
    return group


def _title_at(group: Group, words: str) -> int:
    return len(group.pieces) - (1 if words and group.pieces else 0)


def _known_low(words: str) -> bool:
    """Tell whether words that begin small are a name all the same, like "the Guardian"."""
    return words[:1].isalpha() and (
        publications.is_known(words) or words.startswith("the ") or bool(names.parse_names(words))
    )


def _split(words: str, plural: bool) -> list[str]:
    """Part publications that "and" joins; bodies often have it in their names."""
    parts = _JOINED.split(words)
    apart = len(parts) > 1 and all(publications.is_publication(part) for part in parts)
    if apart and (plural or all(publications.is_news(part) for part in parts)):
        return parts
    if (person := _PERSON_OF.fullmatch(words)) and publications.is_publication(person[2]):
        name = names.parse_names(person[1])
        if name and not publications.is_publication(person[1]):
            return [person[1], person[2]]
    return [words]


def _piece(words: str, dated: bool) -> Piece:
    if publications.is_agency(words):
        return Piece(Kind.AGENCY, words)
    people = names.parse_names(words)
    if people and not any(publications.is_publication(part) for part in _JOINED.split(words)):
        return Piece(Kind.PEOPLE, words, people, dated)
    if dated and (surnames := names.parse_surnames(words)):
        return Piece(Kind.PEOPLE, words, surnames, dated)
    if publications.is_publication(words):
        return Piece(Kind.PUBLICATION, words)
    return Piece(Kind.PHRASE if " " in words else Kind.WORD, words)
