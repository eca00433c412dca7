"""Bibliographic records, with the names of CSL-JSON, and what governs a passage."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from postil.model.span import Span
from postil.model.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family``, ``given``) or an organisation (``literal``)."""

    family: str = ""
    given: str = ""
    literal: str = ""
    family_first: bool = False
    """The byline puts the family name first, as Korean and Chinese ones do."""

    @property
    def display(self) -> str:
        """The name in the order of its byline."""
        if self.literal:
            return self.literal
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The English names of the months."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known, or a range of two."""

    year: int
    month: int | None = None
    day: int | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The bibliographic record read from an attribution; what is not said is absent."""

    type: str = "document"
    author: tuple[Name, ...] = ()
    title: str = ""
    container_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    url: str = ""
    page: str = ""
    volume: str = ""
    issue: str = ""
    doi: str = ""

    @property
    def identified(self) -> bool:
        """Whether it names any author, title, publication or address."""
        return bool(self.author or self.title or self.container_title or self.publisher or self.url)


class Via(StrEnum):
    """The evidence by which a source governs some words."""

    BRACKET = "bracket"
    LATER_BRACKET = "later-bracket"
    CONTINUED_QUOTATION = "continued-quotation"
    CARRIED = "carried"
    LEAD_IN = "lead-in"
    REFERENCE = "reference"
    """A citation in the text, which a list of references or a note resolves."""
    NONE = "none"


Relation = Literal["quoted", "cited", "own"]
"""The source's own words, a paraphrase of them, or the article's words."""

Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Reason:
    """How one field of a source was read."""

    field: str
    """By its name in CSL-JSON."""
    words: str
    """Of the attribution or lead-in; "" where the field stands on no words of its own."""
    how: str


@dataclass(frozen=True, slots=True)
class Part:
    """A run within a paragraph that one source governs."""

    span: Span
    source: Source | None
    via: Via
    relation: Relation
    confidence: Confidence = "high"
    others: tuple[Source, ...] = ()
    """Further sources that are cited for the same words, as in "[3, 7]"."""


@dataclass(frozen=True, slots=True)
class Governed:
    """A body paragraph, or a passage, with the source its words come from."""

    span: Span
    source: Source | None
    via: Via
    confidence: Confidence
    relation: Relation
    problems: tuple[str, ...] = ()
    """Faults of the attribution, by name: ``empty-segment``, ``missing-name`` and so on."""
    parts: tuple[Part, ...] = ()
    """Only where sources differ within the paragraph: they cover it without gaps, in order."""
    evidence: Span | None = None
    """Where the attribution, or the lead-in, stands in the canonical text."""
    corrected: bool = False
    """The reader has corrected this source."""
    several: tuple[tuple[Source, Relation], ...] = ()
    """For a passage that ``source`` alone does not account for: all sources in their order.

    Those count that govern more than a few letters, each with what the words are to it.
    """
    others: tuple[Source, ...] = ()
    """Further sources that are cited for the same words as ``source``, as in "[3, 7]"."""
    locator: str = ""
    """The pages of the source to which a citation points: "45", "45–47"."""
    entry: Span | None = None
    """Where the entry of a list, or the note, stands that a citation is resolved by."""

    def locator_of(self, source: Source) -> str:
        """Return the pages of a source to which the citation points; "" for none."""
        return self.locator if source == self.source else ""

    @property
    def named(self) -> tuple[tuple[Source, Relation], ...]:
        """The sources to name, in their order; an unidentified one only where it is alone."""
        if self.several:
            known = tuple(one for one in self.several if one[0].identified)
            return known or self.several[:1]
        return () if self.source is None else ((self.source, self.relation),)


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader says of a source, once for all that one piece of evidence governs."""

    evidence: str
    """The attribution or lead-in as it stands in the text; else the words of the paragraph."""
    source: Source | None
    """The whole record as it should be; None says that the words are the article's own."""


Origin = Literal["reader", "sidecar", "document", "text"]
"""Who says so: the reader, a ``NAME.meta.toml``, front matter, or the words of the text."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article itself, and by whom each value is given."""

    title: str = ""
    author: tuple[Name, ...] = ()
    issued: Date | None = None
    updated: bool = False
    """``issued`` is the date of the last update, as in "Updated in July 2021"."""
    container_title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    type: str = "webpage"
    accessed: Date | None = None
    """The day on which a page was fetched of which this is a copy."""
    origins: tuple[tuple[str, Origin], ...] = field(default=())
    """Pairs of a field's name and its origin, for the fields that are known."""
