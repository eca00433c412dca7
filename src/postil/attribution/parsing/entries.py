"""Entries of an attribution: cut at semicolons and slashes, and each of them into fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postil.attribution.parsing.extraction import BOOK, DATE, GONE, TITLE, Extraction
from postil.attribution.parsing.fields import Field, FieldKind, classify, split_field
from postil.attribution.parsing.punctuation import stops_to_commas, uninvert_names
from postil.lexicon import outlet_rules, person_names, wordlists
from postil.lexicon.name_list import lookup_key
from postil.model.source import Date, Name
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_LEADING_DASH = lazily(r"^\s*[-–—~]{1,2}\s*")
_SIGNS = lazily(f"[{TITLE}{BOOK}{DATE}{GONE}]")
_VIA = lazily(
    r"(?<![^,;\ue000-\ue003])(?P<first>[^,;\ue000-\ue003]+)"
    r"(?P<sign>(?:[\ue000-\ue003,][\ue000-\ue003 ,]*)?) via [^,;]+"
)
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
_BETWEEN_ENTRIES = lazily(r"(?<!\s)\s+(?:[/|]\s+|;\s*)|;\s*")
_DATE_IN_BRACKETS = lazily(rf"\(\s*({DATE}|{GONE})\s*\)")
_BETWEEN_FIELDS = lazily(r",(?!\d{3}\b)|\s[–—-]{1,2}\s")
_EMPTY = lazily(r",\s*,")
_ABBREVIATED = lazily(r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp)|\b[A-Z])\.$")
_LEADS = lazily(
    r"(?:(?:writing|reporting|reported)\s+(?:for|in)|[Bb]y|[Ff]rom|in|via|and|for|of|edited by"
    r"|courtesy of|special to|(?:correspondent|columnist|reporter|editor|author|writing) (?:for|of)"
    r"|as (?:told|quoted|cited|reported|published) (?:to|in|by))(?:\s+(?:the\s+(?=[A-Z]))?|$)"
)
_BY = lazily(r"\s*by\s")
_OF_PERSON = lazily(r"\s*(?:(?:de|von|di|por|par|av|af|door)\s|d['’])(?=[^\W\d_a-z]\w)")
_TITLED = lazily(
    r"([A-Z“][^,;:()\ue000-\ue003]{2,90}?) by ([A-Z][^,;()\ue000-\ue003]{2,90})", needs=" by "
)
_LEAST_OF_ADDRESS = 6
"""Letters of a name that are found in an address by no chance: "Boat Club", but not "Quay"."""


@dataclass(slots=True)
class Entry:
    """The fields between two semicolons or slashes, and their date."""

    fields: list[Field]
    date: Date | None


def level_entries(found: Extraction) -> None:
    """Bring the rest of an attribution to commas, before anything is sought in it."""
    rest = _LEADING_DASH.sub("", found.rest).strip()
    found.rest = stops_to_commas(uninvert_names(rest))


def entries(found: Extraction, *, plural: bool) -> list[Entry]:
    """Return what the rest of an attribution names; an empty place has the fault ``empty-segment``.

    ``T`` and ``D`` stand for the signs of a title and a date.

    | rest                             | entries                             |
    |----------------------------------|-------------------------------------|
    | Mary Lamb, Herald, D             | Mary Lamb, Herald (dated)           |
    | Herald / Wikipedia               | Herald; Wikipedia                   |
    | Mary Lamb; Tom Rook; Herald, D   | Mary Lamb, Tom Rook, Herald (dated) |
    | NPR via WBUR, D                  | NPR (dated)                         |
    | Reuters via Herald, D            | Reuters, Herald (dated)             |
    | Mary Lamb’s book T, D            | Mary Lamb, (title) (dated)          |
    | The Salt Coast by Ingrid Falk, D | (title), Ingrid Falk (dated)        |
    """
    rest = _LEADING_DASH.sub("", found.rest).strip()
    if _EMPTY.search(rest):
        found.problems.append("empty-segment")
    rest = _OWNER.sub(" ", rest)
    if " via " in rest:
        rest = _VIA.sub(_first_of_two, rest)
    if not found.title and (titled := _TITLED.match(rest)):
        rest = _title_by(found, rest, titled)
    rest = _DATE_IN_BRACKETS.sub(r" \1 ", rest)
    rest = _BEHIND_SIGN.sub(r"\1, ", rest)
    dates = iter(found.dates)
    parts = _BETWEEN_ENTRIES.split(rest)
    if len(parts) > 2 and not any("," in part for part in parts) and ";" in rest:
        parts = [", ".join(parts)]
    return _whole([_entry(found, part, dates, plural) for part in parts])


def _first_of_two(match: re.Match[str]) -> str:
    """Return "NPR" for "NPR via WBUR"; where an agency's report was printed stays."""
    agency = outlet_rules.is_agency(match["first"].strip())
    return match[0] if agency else match["first"] + match["sign"]


def _title_by(found: Extraction, rest: str, titled: re.Match[str]) -> str:
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


def _whole(parts: list[Entry]) -> list[Entry]:
    """Join what is no entry by itself to its neighbour.

    | alone   | goes to                                     |
    |---------|---------------------------------------------|
    | persons | the next entry, or the last one without any |
    | a date  | the entry before, if that has none          |
    """
    whole: list[Entry] = []
    waiting: list[Field] = []
    for part in parts:
        people = bool(part.fields) and all(one.kind is FieldKind.PEOPLE for one in part.fields)
        if people and part.date is None and part is not parts[-1]:
            waiting += part.fields
        elif people and part.date is None and whole and not _has_people(whole[-1]):
            whole[-1].fields = [*part.fields, *whole[-1].fields]
        elif not part.fields and part.date and whole and whole[-1].date is None:
            whole[-1].date = part.date
        else:
            part.fields = [*waiting, *part.fields]
            waiting = []
            whole.append(part)
    return whole


def _has_people(entry: Entry) -> bool:
    return any(field.kind is FieldKind.PEOPLE for field in entry.fields)


def _entry(found: Extraction, text: str, dates: Iterator[Date], plural: bool) -> Entry:
    entry = Entry([], None)
    dated = False
    for part in _BETWEEN_FIELDS.split(text):
        signs = _SIGNS.findall(part)
        for sign in signs:
            if sign == DATE:
                date = next(dates, None)
                entry.date = entry.date or date
        for at, words in enumerate(_AROUND_TITLES.split(part)):
            if words == TITLE:
                entry.fields.append(Field(FieldKind.TITLE))
            elif words == BOOK:
                entry.fields.append(Field(FieldKind.BOOK))
            else:
                held = at > 0 and words.lstrip().startswith("in ")
                bare = _SIGNS.sub(" ", words)
                if entry.fields and entry.fields[-1].kind is FieldKind.TITLE:
                    bare = _person_behind_title(bare)
                name = _name(found, entry, bare, numbered=DATE in signs)
                _add(found, entry, name, plural=plural, dated=dated, held=held)
                if at > 0 and _BY.match(words):
                    _take_body_for_author(entry, name)
        dated = dated or (DATE in signs and bool(entry.fields))
    return entry


def _take_body_for_author(entry: Entry, name: str) -> None:
    """Take for an author the body that stands behind a title and "by": “T” by Quay Films."""
    last = entry.fields[-1] if entry.fields else None
    if last is not None and name and last.words == name and last.kind is not FieldKind.PEOPLE:
        entry.fields[-1] = Field(FieldKind.PEOPLE, name, (Name(literal=name),))


def _person_behind_title(words: str) -> str:
    """Return a name behind a title without the word that says whose it is: "de Claire Morin"."""
    match = _OF_PERSON.match(words)
    if match is None:
        return words
    rest = words[match.end() :]
    return rest if person_names.parse_names(rest.strip(" ,.")) else words


def _name(found: Extraction, entry: Entry, text: str, *, numbered: bool) -> str:
    """Return the name that some words between two signs are; "" where they name nothing.

    | words              | name         | because                              |
    |--------------------|--------------|--------------------------------------|
    | by the Quay Herald | Quay Herald  | leading words are left out           |
    | (Quay Herald       | Quay Herald  | a bracket that nothing closes is too |
    | Quay Herald on     | Quay Herald  | its date stood behind                |
    | 12                 |              | a number behind a name is a page     |
    | A-12               |              | so is a sheet                        |
    | what boats are for |              | a name has a capital, or is known    |
    | the Guardian       | the Guardian |                                      |
    | unpublished thesis |              | it says what the entry is            |
    | Jr.                |              | it belongs to the name before        |
    """
    words = _balanced(" ".join(text.split()).strip(" :")).lstrip(".")
    words = words if _ABBREVIATED.search(words) else words.rstrip(" .")
    words = _LEADS.sub("", words, count=1) if _LEADS.match(words) else words
    if words.isdigit() and not numbered:
        found.page = found.page or (words if entry.fields and len(words) < 5 else "")
        return ""
    if words[:1].islower() and person_names.parse_names(bare := person_names.without_roles(words)):
        role = words.removesuffix(bare).split()[-1:]
        words = bare if role and role[0] in wordlists.ROLES else words
    if not words or not ((not words[0].islower() and words[0].isalnum()) or _known_low(words)):
        return ""
    words = _DANGLING.sub("", words)
    if entry.fields and (_WHAT_IT_IS.fullmatch(words) or person_names.is_suffix(words)):
        return ""
    if entry.fields and _SHEET.fullmatch(words):
        found.page = found.page or words
        return ""
    return words


def _add(
    found: Extraction, entry: Entry, words: str, *, plural: bool, dated: bool, held: bool
) -> None:
    """Add the fields that a name makes; ``held`` says that it stands behind "in"."""
    if not words:
        return
    if held and not outlet_rules.is_publication(words):
        entry.fields.append(Field(FieldKind.BOOK, words))
        return
    for name in split_field(words, found.overrides, plural=plural):
        if _is_of_address(name, found.url):
            entry.fields.append(Field(FieldKind.PUBLICATION, name))
            continue
        behind = bool(entry.fields)
        entry.fields.append(classify(name, found.overrides, dated=dated, behind=behind))


def _is_of_address(name: str, address: str) -> bool:
    """Tell whether an address has the letters of a name: "Boat Club boatclub.example"."""
    letters = "".join(sign for sign in lookup_key(name) if sign.isalnum())
    there = "".join(filter(str.isalnum, address.casefold()))
    return len(letters) >= _LEAST_OF_ADDRESS and letters in there


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
