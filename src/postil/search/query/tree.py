"""The tree of a query: what has to hold of an article, or of a note, for it to be found."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from postil.model.values import dataclass
from postil.search.query.periods import Period
from postil.text.patterns import Pattern


class How(Enum):
    """How words have to stand in the text."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in the text, in a row; a word is any run of letters and figures."""

    typed: str
    how: How


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression that matches somewhere in the text."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class About:
    """Something that has to hold of one field, by its words."""

    field: str
    value: Query


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that has one of the few values that it can have."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class During:
    """A field whose date lies in a period."""

    field: str
    period: Period


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag, or one below it."""

    tag: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Notes under each of several tags whose passages overlap."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Query


@dataclass(frozen=True, slots=True)
class All:
    """What must hold together, of one article or of one note; nothing holds of everything."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Of which one thing must hold."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Regex | About | Choice | During | Tagged | Overlap | Not | All | AnyOf


def parts_of(query: Query) -> Iterator[Query]:
    """Yield a query and everything that it is made of; the values of fields are left out."""
    yield query
    match query:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)
        case _:
            return


EVERYTHING = All(())
"""The query in which nothing is asked."""
