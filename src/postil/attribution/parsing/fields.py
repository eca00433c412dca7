"""Tells what the words between two commas of an attribution name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from postil.lexicon import outlet_rules, person_names
from postil.lexicon.name_overrides import NameOverrides
from postil.model.source import Name
from postil.text.lazy_regex import lazily

_ABBREVIATION = lazily(
    r"\s\((?:[A-Z][A-Za-z&.]{0,3}[A-Z]|(?:in )?[A-Z][a-z]+(?: edition)?)\)$", needs="("
)
_WITHIN = lazily(r"([^()]{3,60}) \(([^()]{2,60})\)")
_STATIONED = lazily(r"([A-Z].{3,60}?),? (?:reporting )?(?:in|from) ([A-Z].{2,30})")
_TOLD = lazily(
    r"(.{2,60}?) (?:editorial|article|story|report|documentary|interview|obituary|review|column"
    r"|poll|staff|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?|essay|feature|podcast|broadcast)"
    r"(?: (?:on|about|of) .*)?",
    needs="editorial|article|story|report|documentary|interview|obituary|review|column|poll|staff"
    "|correspondent|writer|essay|feature|podcast|broadcast",
)
_PERSON_OF = lazily(r"(\S+(?: .{2,60}?)?),? (?:via|for|of|in|from|at|with) (?:the )?([A-Z].*)")
_COLON = lazily(r"([^:@]{3,60}?)\s?[:@]\s([^:@]{2,60})")
_OWNED = lazily(r"(.{3,60}?)['’]s ([A-Z].{2,60})")
_CALLED = lazily(r"(?:Mrs?|Ms|Dr|Prof|Sir|Lady|Lord|Professor|Miss)\.? ([A-Z][\w’'-]+)")
_JOINED = lazily(r"\s+(?:and|&)\s+")


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


def split(words: str, overrides: NameOverrides, *, plural: bool) -> list[str]:
    """Part publications that "and" joins; bodies often have it in their names."""
    if overrides.is_outlet(words):
        return [words]
    parts = _JOINED.split(words)
    apart = len(parts) > 1 and all(outlet_rules.is_publication(part) for part in parts)
    alone = all(map(outlet_rules.is_known if "&" in words else _is_one_of_two, parts))
    if apart and (plural or alone):
        return [part.removeprefix("the ") for part in parts]
    if (short := _ABBREVIATION.search(words)) and outlet_rules.is_publication(
        words[: short.start()]
    ):
        words = words[: short.start()]
    if within := _WITHIN.fullmatch(words):
        return [within[1], within[2]] if _parts_in_two(within[1], within[2]) else [words]
    words = _without_tail(words)
    person = _PERSON_OF.fullmatch(words)
    if person and _parts_in_two(person[1], person[2]):
        return [person[1], person[2]]
    if (two := _COLON.fullmatch(words)) and _parts_in_two(two[1], two[2]):
        return [two[1], two[2]]
    if (two := _COLON.fullmatch(words) or _OWNED.fullmatch(words)) and _parts_in_two(
        two[2], two[1]
    ):
        return [two[2], two[1]]
    tokens = words.split()
    for at in range(2, len(tokens) if len(tokens) > 2 and not outlet_rules.is_known(words) else 0):
        person_first, outlet = " ".join(tokens[:at]), " ".join(tokens[at:])
        if outlet_rules.is_known(outlet) and person_names.parse_names(person_first):
            return [words] if outlet_rules.is_publication(person_first) else [person_first, outlet]
    return [words]


def _is_one_of_two(name: str) -> bool:
    """Tell whether a name that stands before or behind an "and" is that of a whole publication."""
    return outlet_rules.is_known(name) or (" " in name and outlet_rules.is_news(name))


def _parts_in_two(first: str, second: str) -> bool:
    """Tell whether two names are those of a person, or an agency, and of a publication."""
    person = person_names.parse_names(first) and not outlet_rules.is_publication(first)
    return bool(person or outlet_rules.is_agency(first)) and outlet_rules.is_publication(second)


def _without_tail(words: str) -> str:
    """Return a name without what is said of it: "Mary Lamb in Seoul", "The Herald editorial"."""
    if match := _STATIONED.fullmatch(words):
        person = person_names.parse_names(match[1]) and not outlet_rules.is_publication(match[1])
        if person and outlet_rules.is_place(match[2]):
            return match[1]
    if match := _TOLD.fullmatch(words):
        person = person_names.parse_names(match[1]) and not outlet_rules.is_publication(match[1])
        if person or outlet_rules.is_known(match[1]):
            return match[1]
    return words


def piece_of(words: str, overrides: NameOverrides, *, dated: bool, behind: bool) -> Piece:
    """Return what the words name; ``dated`` ones stand behind a date, ``behind`` another name."""
    if overrides.is_outlet(words) or overrides.is_publisher(words):
        return Piece(Kind.PUBLICATION, words)
    if said := overrides.people(words):
        return Piece(Kind.PEOPLE, words, said)
    if outlet_rules.is_agency(words):
        return Piece(Kind.AGENCY, words)
    if behind and " " in words and outlet_rules.is_publisher(words):
        return Piece(Kind.PUBLICATION, words)
    people = person_names.parse_names(words)
    if people and not any(outlet_rules.is_publication(part) for part in _JOINED.split(words)):
        return Piece(Kind.PEOPLE, words, people, dated)
    if (
        dated
        and not outlet_rules.is_known(words)
        and (surnames := person_names.parse_surnames(words))
    ):
        return Piece(Kind.PEOPLE, words, surnames, dated)
    if outlet_rules.is_publication(words):
        return Piece(Kind.PUBLICATION, words)
    if called := _CALLED.fullmatch(words):
        return Piece(Kind.PEOPLE, words, (Name(family=called[1]),), dated)
    return Piece(Kind.PHRASE if " " in words else Kind.WORD, words)
