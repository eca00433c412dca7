"""What is cited: items with their names and dates, and the cites that mention them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from postil.csl.ground.rich import Piece
from postil.csl.ground.wordlists import word_set

Json: TypeAlias = Mapping[str, object]

NAME_VARIABLES = word_set(
    """
    author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
    """
)
DATE_VARIABLES = word_set(
    "accessed available-date container event-date issued original-date submitted"
)
NUMBER_VARIABLES = word_set(
    """
    chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume
    """
)


class Name(NamedTuple):
    """A person or an institution."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False
    """The parts stay in the order family, given."""


class Day(NamedTuple):
    """A day, a month or a year; 0 stands for what is not known, a season is a month over 12."""

    year: int
    month: int = 0
    day: int = 0


class Date(NamedTuple):
    """A date or a range of dates, or words for one."""

    begin: Day | None = None
    end: Day | None = None
    """Of an open range it has year 0."""
    circa: bool = False
    literal: str = ""


class Item(NamedTuple):
    """What is cited."""

    id: str
    type: str
    texts: Mapping[str, str]
    """Strings and numbers."""
    names: Mapping[str, tuple[Name, ...]]
    dates: Mapping[str, Date]
    language: str = ""


class Cite(NamedTuple):
    """One mention of an item; ids that no item has are passed over."""

    id: str
    locator: str = ""
    label: str = "page"
    """What the locator counts: a term of the locale, such as ``chapter``."""
    prefix: str = ""
    suffix: str = ""
    """Words before and behind it, which may have the markup of fields."""
    author_only: bool = False
    suppress_author: bool = False
    near_note: bool | None = None
    position: int | None = None
    """0 first, 1 subsequent, 2 ibid, 3 ibid with locator: counts where a cite stands alone."""
    lead: Sequence[Piece] = ()
    """Rich text that stands before all else, such as the original that the item quotes."""


class Citation(NamedTuple):
    """A cluster: what stands between two brackets, or in one note."""

    cites: Sequence[Cite]
    note: int = 0
    """The number of the note, 0 in the text."""
