"""Fields of an attribution: what stands between two commas, and what it names."""

from __future__ import annotations

from enum import Enum, auto

from postil.attribution.stated.kinds import is_numbered_paper
from postil.lexicon import outlet_rules, person_names
from postil.lexicon.name_overrides import NameOverrides
from postil.model.source import Name
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_ABBREVIATION = lazily(
    r"\s\((?:[A-Z][A-Za-z&.]{0,3}[A-Z]|(?:in )?[A-Z][a-z]+(?: edition)?)\)$", needs="("
)
_WITHIN = lazily(r"([^()]{3,60}) \(([^()]{2,60})\)")
_STATIONED = lazily(r"([A-Z].{3,60}?),? (?:reporting )?(?:in|from) ([A-Z].{2,30})")
_CALLED_BY_KIND = lazily(
    r"(.{2,60}?) (?:transcript|comment|data|press release|editorial|article|story"
    r"|report|documentary|interview|obituary|review|column|poll|staff|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?"
    r"|essay|feature|podcast|broadcast|post|channel|page|account|thread|video|tweet)"
    r"(?: (?:on|about|of) .*)?",
    needs="transcript|comment|data|press release|editorial|article|story|report|documentary"
    "|interview|obituary|review|column|poll|staff"
    "|correspondent|writer|essay|feature|podcast|broadcast|post|channel|page|account|thread|video|tweet",
)
_PERSON_OF = lazily(r"(\S+(?: .{2,60}?)?),? (?:via|for|of|in|from|at|with) (?:the )?([A-Z].*)")
_COLON = lazily(r"([^:@]{3,60}?)\s?[:@]\s([^:@]{2,60})")
_OWNED = lazily(r"(.{3,60}?)['’]s ([A-Z].{2,60})")
_TITLED_SURNAME = lazily(r"(?:Mrs?|Ms|Dr|Prof|Sir|Lady|Lord|Professor|Miss)\.? ([A-Z][\w’'-]+)")
_AND = lazily(r"(?<!\s)\s+(?:and|&|y|et|und|e|en|og|och|и)\s+")


class FieldKind(Enum):
    """What a field names."""

    TITLE = auto()
    """The quoted title."""
    BOOK = auto()
    """What holds the quoted title."""
    PEOPLE = auto()
    AGENCY = auto()
    PUBLICATION = auto()
    WORD = auto()
    """One word that may be anything."""
    PHRASE = auto()
    """Several words that may be anything."""


@dataclass(slots=True)
class Field:
    """What stands between two commas."""

    kind: FieldKind
    words: str = ""
    people: tuple[Name, ...] = ()
    behind_date: bool = False

    @property
    def may_be_publication(self) -> bool:
        """Whether it may be the name of a publication or a body."""
        return self.kind in (
            FieldKind.AGENCY,
            FieldKind.PUBLICATION,
            FieldKind.WORD,
            FieldKind.PHRASE,
        )


def split_field(words: str, overrides: NameOverrides, *, plural: bool) -> list[str]:
    """Return the names in a field, a person before a publication; mostly it is one.

    | rule         | field                                  | names                            |
    |--------------|----------------------------------------|----------------------------------|
    | and          | BBC and Quay Herald                    | BBC; Quay Herald                 |
    | and          | Department of Salt and Rope            | Department of Salt and Rope      |
    | abbreviation | British Broadcasting Corporation (BBC) | British Broadcasting Corporation |
    | in brackets  | Mary Lamb (Reuters)                    | Mary Lamb; Reuters               |
    | stationed    | Mary Lamb in Seoul                     | Mary Lamb                        |
    | by its kind  | New York Times editorial               | New York Times                   |
    | person of    | Mary Lamb for the Harbour Times        | Mary Lamb; Harbour Times         |
    | colon        | Mary Lamb: Harbour Times               | Mary Lamb; Harbour Times         |
    | colon        | Harbour Times: Mary Lamb               | Mary Lamb; Harbour Times         |
    | owned        | Reuters’ Mary Lamb                     | Reuters’ Mary Lamb               |
    | owned        | Harbour Times’s Mary Lamb              | Mary Lamb; Harbour Times         |
    | run together | Mary Lamb New York Times               | Mary Lamb; New York Times        |

    ``plural`` says that the label was "Sources", so that an "and" joins two of them.
    """
    if overrides.is_outlet(words):
        return [words]
    parts = _AND.split(words)
    apart = len(parts) > 1 and all(outlet_rules.is_publication(part) for part in parts)
    alone = all(map(outlet_rules.is_known if "&" in words else _is_one_of_two, parts))
    if apart and (plural or alone):
        return [part.removeprefix("the ") for part in parts]
    if (short := _ABBREVIATION.search(words)) and outlet_rules.is_publication(
        words[: short.start()]
    ):
        words = words[: short.start()]
    if within := _WITHIN.fullmatch(words):
        return [within[1], within[2]] if _are_two(within[1], within[2]) else [words]
    words = _without_description(words)
    person = _PERSON_OF.fullmatch(words)
    if person and _are_two(person[1], person[2]):
        return [person[1], person[2]]
    if (two := _COLON.fullmatch(words)) and _are_two(two[1], two[2]):
        return [two[1], two[2]]
    if (two := _COLON.fullmatch(words) or _OWNED.fullmatch(words)) and _are_two(two[2], two[1]):
        return [two[2], two[1]]
    return _run_together(words)


def _run_together(words: str) -> list[str]:
    """Part a person from a well-known publication where nothing stands between them."""
    tokens = words.split()
    for at in range(2, len(tokens) if len(tokens) > 2 and not outlet_rules.is_known(words) else 0):
        person, outlet = " ".join(tokens[:at]), " ".join(tokens[at:])
        if outlet_rules.is_known(outlet) and person_names.parse_names(person):
            return [words] if outlet_rules.is_publication(person) else [person, outlet]
    return [words]


def _is_one_of_two(name: str) -> bool:
    """Tell whether a name that stands before or behind an "and" is that of a whole publication."""
    return outlet_rules.is_known(name) or (" " in name and outlet_rules.is_news(name))


def _are_two(first: str, second: str) -> bool:
    """Tell whether two names are those of a person, or an agency, and of a publication."""
    person = person_names.parse_names(first) and not outlet_rules.is_publication(first)
    return bool(person or outlet_rules.is_agency(first)) and outlet_rules.is_publication(second)


def _without_description(words: str) -> str:
    """Return a name without what is said of it: "Mary Lamb in Seoul", "The Herald editorial"."""
    if match := _STATIONED.fullmatch(words):
        person = person_names.parse_names(match[1]) and not outlet_rules.is_publication(match[1])
        if person and outlet_rules.is_place(match[2]):
            return match[1]
    if match := _CALLED_BY_KIND.fullmatch(words):
        person = person_names.parse_names(match[1]) and not outlet_rules.is_publication(match[1])
        if person or outlet_rules.is_known(match[1]):
            return match[1]
    return words


def _has_acronym(words: str) -> bool:
    """Tell whether a name has the letters of a well-known outlet in it: "BBC Two"."""
    if words.isupper():
        return False
    tokens = words.split()
    return len(tokens) > 1 and any(
        token.isupper() and token.isalpha() and len(token) > 1 and outlet_rules.is_known(token)
        for token in tokens
    )


def classify(words: str, overrides: NameOverrides, *, dated: bool, behind: bool) -> Field:
    """Return what the words name; ``dated`` ones stand behind a date, ``behind`` another name.

    | rule           | words                                | kind        |
    |----------------|--------------------------------------|-------------|
    | override       | (what the reader said)               |             |
    | agency         | Reuters                              | AGENCY      |
    | publisher      | Mary Lamb Books, behind another name | PUBLICATION |
    | persons        | Mary Lamb and Tom Rook               | PEOPLE      |
    | surnames       | Hale & Romero, dated                 | PEOPLE      |
    | publication    | Quay Herald                          | PUBLICATION |
    | titled surname | Professor Lamb                       | PEOPLE      |
    | one word       | Quayside                             | WORD        |
    | several words  | Salt coast                           | PHRASE      |
    """
    if overrides.is_outlet(words) or overrides.is_publisher(words):
        return Field(FieldKind.PUBLICATION, words)
    if said := overrides.people(words):
        return Field(FieldKind.PEOPLE, words, said)
    if outlet_rules.is_agency(words):
        return Field(FieldKind.AGENCY, words)
    if behind and " " in words and outlet_rules.is_publisher(words):
        return Field(FieldKind.PUBLICATION, words)
    people = person_names.parse_names(words)
    if (
        people
        and not _has_acronym(words)
        and not outlet_rules.is_paper(words)
        and not any(outlet_rules.is_publication(part) for part in _AND.split(words))
    ):
        return Field(FieldKind.PEOPLE, words, people, dated)
    if (
        dated
        and not outlet_rules.is_known(words)
        and (surnames := person_names.parse_surnames(words))
    ):
        return Field(FieldKind.PEOPLE, words, surnames, dated)
    if outlet_rules.is_publication(words) or _has_acronym(words):
        return Field(FieldKind.PUBLICATION, words)
    if called := _TITLED_SURNAME.fullmatch(words):
        return Field(FieldKind.PEOPLE, words, (Name(family=called[1]),), dated)
    return Field(FieldKind.PHRASE if " " in words else FieldKind.WORD, words)


def is_paper_of(body: Field, paper: Field) -> bool:
    """Tell whether a body is followed by a paper of its own: "Quay Survey, Open-File Report 12"."""
    if not is_numbered_paper(paper.words) and (
        not outlet_rules.is_paper(paper.words) or outlet_rules.is_news(paper.words)
    ):
        return False
    return outlet_rules.is_institution(body.words) or (
        body.words.isupper() and body.kind is FieldKind.PUBLICATION
    )
