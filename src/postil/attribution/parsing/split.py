"""Cuts an attribution at its commas and tells what each of the pieces names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postil.attribution.parsing.field_forms import BOOK, DATE, GONE, TITLE, Particulars
from postil.attribution.parsing.fields import Kind, Piece, piece_of, split
from postil.attribution.parsing.punctuation import names_turned, sentences_joined
from postil.lexicon import outlet_rules, person_names
from postil.lexicon.name_list import lookup_key
from postil.model.source import Date
from postil.text.lazy_regex import lazily

_SIGNS = lazily(f"[{TITLE}{BOOK}{DATE}{GONE}]")
_VIA = lazily(r"(?P<first>[^,;\ue000-\ue003]+)(?P<sign>[\ue000-\ue003 ,]*) via [^,;]+")
_OWNER = lazily(
    r"(?<=\w)['’]s\s+(?:(?:book|novel|article|essay|memoir|report|study|film|poem|blog)\s+)?"
    r"(?=[\ue000\ue001])",
    needs=f"{TITLE}|{BOOK}",
)
_WHAT_IT_IS = lazily(
    r"(?:(?:ph\.?d\.?|doctoral|master['’]s|m\.?a\.?|unpublished|personal|special|staff)\s)?"
    r"(?:thesis|dissertation|manuscript|interview|lecture|press release|brochure|pamphlet|leaflet"
    r"|article|editorial|op-ed|obituary|reports?|reporters?|writers?|correspondents?)",
    re.IGNORECASE,
)
_SHEET = lazily(r"[A-Z]-?\d{1,3}")
_DANGLING = lazily(r"\s(?:on|in|of|from|dated)$")
_AROUND_TITLES = lazily(f"([{TITLE}{BOOK}])")
_BEHIND_SIGN = lazily(rf"([{TITLE}{BOOK}{DATE}{GONE}]\)?)\s*[.,]?\s+(?=\S)(?!by\b|edited\b|in\b)")
_GROUPS = lazily(r"\s+/\s+|\s*;\s*|\s+\|\s+")
_PIECES = lazily(r",(?!\d{3}\b)|\s[–—-]{1,2}\s")
_EMPTY = lazily(r",\s*,")
_PRINTED = lazily(r"\(\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_ABBREVIATED = lazily(r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp)|\b[A-Z])\.$")
_PLACE = lazily(r"\(\s*([^():]{2,60}):\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_LEADS = lazily(
    r"(?:(?:writing|reporting|reported)\s+(?:for|in)|[Bb]y|[Ff]rom|in|via|and|for|of|edited by"
    r"|special to|(?:correspondent|columnist|reporter|editor|author|writing) (?:for|of)"
    r"|as (?:told|quoted|cited|reported|published) (?:to|in|by))(?:\s+(?:the\s+(?=[A-Z]))?|$)"
)
_TITLED = lazily(
    r"([A-Z“][^,;:()\ue000-\ue003]{2,90}?) by ([A-Z][^,;()\ue000-\ue003]{2,90})", needs=" by "
)
_PLACED = lazily(
    r"(?:^|(?<=, )|(?<=[\ue000-\ue003] ))([A-Z][\w .’'-]{1,30}(?:, [A-Z]{2,4})?)\s?:\s"
    r"([A-Z][^,:;()\ue000-\ue003]{1,60})",
    needs=":",
)


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
    printed = match and (found.title or outlet_rules.is_publisher(match[1]))
    if match and printed and not any(sign in match[1] for sign in (TITLE, BOOK, DATE)):
        before, after = found.rest[: match.start()], found.rest[match.end() :]
        if outlet_rules.is_printed(match[1]) and not outlet_rules.is_publisher(match[1]):
            found.rest = f"{before}, {match[1]}, {match[2] or GONE}{after}"
            return "", ""
        found.rest = f"{before}, {match[2] or GONE}{after}"
        return "", match[1].strip()
    for match in _PLACED.finditer(found.rest):
        if outlet_rules.is_publisher(match[2]) or outlet_rules.is_place(match[1]):
            found.rest = f"{found.rest[: match.start()]}{GONE} {found.rest[match.end() :]}"
            return match[1].strip(), match[2].strip(" .")
    return "", ""


def groups(found: Particulars, *, plural: bool) -> list[Group]:
    """Return what the rest of an attribution names; notes empty places among the problems."""
    rest = re.sub(r"^\s*[-–—]{1,2}\s*", "", found.rest).strip()
    if _EMPTY.search(rest):
        found.problems.append("empty-segment")
    rest = _OWNER.sub(" ", rest)
    if " via " in rest:
        rest = _VIA.sub(_first_of_two, rest)
    if not found.title and (titled := _TITLED.match(rest)):
        rest = _title_by(found, rest, titled)
    rest = re.sub(rf"\(\s*({DATE}|{GONE})\s*\)", r" \1 ", rest)
    rest = _BEHIND_SIGN.sub(r"\1, ", rest)
    dates = iter(found.dates)
    parts = _GROUPS.split(rest)
    if len(parts) > 2 and not any("," in part for part in parts) and ";" in rest:
        parts = [", ".join(parts)]
    return _whole([_group(found, part, dates, plural) for part in parts])


def _first_of_two(match: re.Match[str]) -> str:
    """Return "NPR" for "NPR via WBUR"; where an agency's report was printed stays."""
    agency = outlet_rules.is_agency(match["first"].strip())
    return match[0] if agency else match["first"] + match["sign"]


def prepared(found: Particulars) -> None:
    """Bring the rest of an attribution to commas, before anything is sought in it."""
    rest = re.sub(r"^\s*[-–—]{1,2}\s*", "", found.rest).strip()
    found.rest = sentences_joined(names_turned(rest))


def _title_by(found: Particulars, rest: str, titled: re.Match[str]) -> str:
    """Take the title of "The Salt Coast by Ingrid Falk", which has no quotation marks."""
    title, people = titled.groups()
    person = person_names.parse_names(people)
    called = person_names.parse_names(title) and not title.startswith(("The ", "A ", "An "))
    if not person or called or outlet_rules.is_publication(people):
        return rest
    if outlet_rules.is_known(title):
        return rest
    found.title = title
    return f"{TITLE} by {people}{rest[titled.end() :]}"


def _whole(parts: list[Group]) -> list[Group]:
    """Give persons that stand alone before a semicolon to what they wrote, and a date to it."""
    whole: list[Group] = []
    waiting: list[Piece] = []
    for part in parts:
        people = bool(part.pieces) and all(piece.kind is Kind.PEOPLE for piece in part.pieces)
        if people and part.date is None and part is not parts[-1]:
            waiting += part.pieces
        elif people and part.date is None and whole and not _has_people(whole[-1]):
            whole[-1].pieces = [*part.pieces, *whole[-1].pieces]
        elif not part.pieces and part.date and whole and whole[-1].date is None:
            whole[-1].date = part.date
        else:
            part.pieces = [*waiting, *part.pieces]
            waiting = []
            whole.append(part)
    return whole


def _has_people(group: Group) -> bool:
    return any(piece.kind is Kind.PEOPLE for piece in group.pieces)


def _group(found: Particulars, text: str, dates: Iterator[Date], plural: bool) -> Group:
    group = Group([], None)
    dated = False
    for part in _PIECES.split(text):
        signs = _SIGNS.findall(part)
        for sign in signs:
            if sign == DATE:
                date = next(dates, None)
                group.date = group.date or date
        for at, words in enumerate(_AROUND_TITLES.split(part)):
            if words == TITLE:
                group.pieces.append(Piece(Kind.TITLE))
            elif words == BOOK:
                group.pieces.append(Piece(Kind.BOOK))
            else:
                held = at > 0 and words.lstrip().startswith("in ")
                _add(
                    found,
                    group,
                    _SIGNS.sub(" ", words),
                    plural=plural,
                    dated=dated,
                    held=held,
                    numbered=DATE in signs,
                )
        dated = dated or (DATE in signs and bool(group.pieces))
    return group


def _add(
    found: Particulars,
    group: Group,
    text: str,
    *,
    plural: bool,
    dated: bool,
    held: bool,
    numbered: bool,
) -> None:
    """Add what some words between two signs name to a group."""
    words = _balanced(" ".join(text.split()).strip(" :")).lstrip(".")
    words = words if _ABBREVIATED.search(words) else words.rstrip(" .")
    words = _LEADS.sub("", words, count=1) if _LEADS.match(words) else words
    if words.isdigit() and not numbered:
        found.page = found.page or (words if group.pieces and len(words) < 5 else "")
        words = ""
    if not words or not ((not words[0].islower() and words[0].isalnum()) or _known_low(words)):
        return
    words = _DANGLING.sub("", words)
    if group.pieces and (_WHAT_IT_IS.fullmatch(words) or person_names.is_suffix(words)):
        return
    if group.pieces and _SHEET.fullmatch(words):
        found.page = found.page or words
        return
    if held and not outlet_rules.is_publication(words):
        group.pieces.append(Piece(Kind.BOOK, words))
    else:
        for name in split(words, found.overrides, plural=plural):
            if _is_of_address(name, found.url):
                group.pieces.append(Piece(Kind.PUBLICATION, name))
                continue
            group.pieces.append(
                piece_of(name, found.overrides, dated=dated, behind=bool(group.pieces))
            )


def _is_of_address(name: str, address: str) -> bool:
    """Tell whether an address has the letters of a name: "Boat Club boatclub.example"."""
    letters = "".join(sign for sign in lookup_key(name) if sign.isalnum())
    return len(letters) > 5 and letters in "".join(filter(str.isalnum, address.casefold()))


def _known_low(words: str) -> bool:
    """Tell whether words that begin small are a name all the same, like "the Guardian"."""
    return words[:1].isalpha() and (
        outlet_rules.is_known(words)
        or words.startswith("the ")
        or bool(person_names.parse_names(words))
    )


def _balanced(words: str) -> str:
    """Return words without round brackets that nothing in them closes or opens."""
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    if words.count("(") != words.count(")"):
        words = words.strip("()") if "(" not in words[1:] else words.lstrip("(").replace("(", "")
    return words.strip(" :")
