"""What rendering knows: the style, the language, the item, the cite and its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from postil.csl.data.citation_labels import label
from postil.csl.data.items import Cite, Item, Name
from postil.csl.ground.rich import Pieces
from postil.csl.ground.xml import Node
from postil.csl.render.name import NameFormat
from postil.csl.style.locale import Locale
from postil.csl.style.style import Style


class Position(IntEnum):
    """Where a cite stands after those before it; each includes the ones below it."""

    FIRST = 0
    SUBSEQUENT = 1
    IBID_WITH_LOCATOR = 2
    IBID = 3


class Disambiguators(NamedTuple):
    """What is added to the cites of an item, lest they look like those of another."""

    names: tuple[int, ...] = ()
    """For each list of names, how many more are shown than the style asks for."""
    givens: tuple[tuple[int, ...], ...] = ()
    """For each list, for each name: 0 as the style asks, 1 with initials, 2 with given names."""
    conditions: int = 0
    """How many of the tests ``disambiguate="true"`` hold, the first ones."""
    year_suffix: str = ""
    """The letter behind the year."""

    def of_list(self, index: int) -> tuple[int, Sequence[int]]:
        """Return how many more names a list shows, and how much of each given name."""
        more = self.names[index] if index < len(self.names) else 0
        return more, self.givens[index] if index < len(self.givens) else ()


NO_DISAMBIGUATORS = Disambiguators()


class NameList(NamedTuple):
    """A list of names as it was rendered."""

    people: Sequence[Name]
    shown: int
    """How many of them are shown."""
    form: NameFormat


@dataclass(slots=True)
class Context:
    """One rendering of one cite, or of one entry of a bibliography."""

    style: Style
    locale: Locale
    item: Item
    cite: Cite
    options: Mapping[str, str]
    """Options of names, as they hold in this part of the style."""
    overriding: Mapping[str, str] = field(default_factory=dict)
    """Options of names that a key of a sort sets, which hold whatever the names say."""
    in_bibliography: bool = False
    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int = 0
    number: int = 0
    """The citation number, 0 where there is none yet."""
    disambiguators: Disambiguators = NO_DISAMBIGUATORS
    sorting: bool = False
    comparing: bool = False
    """Whether the cite is only compared with others: the day of access does not tell it apart."""
    suppressed: set[str] = field(default_factory=set)
    """Variables that were shown in place of another, and are not shown again."""
    used: list[str] = field(default_factory=list)
    """Variables that have given something, in order."""
    names_shown: int = 0
    """How many lists of names have been rendered."""
    hides_names: bool = False
    """Whether the first names are left out, as they stand before the cite or with another."""
    dated: bool = False
    """Whether the letter behind the year has been set."""
    conditions_asked: int = 0
    """How many tests ``disambiguate="true"`` have been met."""
    depth: int = 0
    names_parent: Node | None = None
    """The ``names`` in whose place something is rendered."""
    lists: list[NameList] = field(default_factory=list)
    """The lists of names that have been rendered."""

    def text(self, variable: str) -> str:
        """Return a string variable, empty where it is absent or already shown elsewhere."""
        if variable in self.suppressed:
            return ""
        words = self.known(variable)
        return label(self.item) if variable == "citation-label" and not words else words

    def known(self, variable: str) -> str:
        """Return a string variable, empty where it is absent."""
        if variable == "locator":
            return self.cite.locator
        if variable == "citation-number":
            return str(self.number) if self.number else ""
        if variable == "first-reference-note-number":
            return str(self.first_note) if self.first_note else ""
        if variable == "year-suffix":
            return self.disambiguators.year_suffix
        return self.item.texts.get(variable, "")


@dataclass(slots=True)
class Result:
    """What an element gives."""

    pieces: Pieces
    called: bool = False
    """Whether a variable was asked for."""
    filled: bool = False
    """Whether one of those was there."""
    left_out: bool = False
    """Whether it is a group that is not there for want of its variables."""
    is_term: bool = False
    """Whether it is a word of the language."""


NOTHING = Result([])
