"""Notes in the margin, the anchors that hold them, and where those anchors are found."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from postil.model.span import Span
from postil.model.values import dataclass


class Colour(StrEnum):
    """The five colours of a highlight, in the order of the keys 1 to 5."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a passage is found again; offsets are code points of the text it was made on."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    digest: str
    """SHA-256 of the canonical text it was made on."""


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text of a note that was written elsewhere at the same time, and is not the newest."""

    text: str
    stamp: str = ""
    """When and on which device, as the home counts; empty before it is stored."""


NAMELESS_MAKER = "device "
"""Begins the maker of a note whose reader has no name; the id of the device follows."""


class LinkKind(StrEnum):
    """What a note says of the passage that it points to."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SEE_ALSO = "see-also"


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A typed link from one note to the passage of another."""

    kind: LinkKind
    to: str
    """The id of the other note, of whichever article; it may be gone."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which record of another program a note was imported from, and what that said last.

    What it said is the base of a three-way merge: a field that has not changed there since is
    left as it is here.
    """

    program: str
    """By the name of its import format, such as ``kindle``."""
    id: str
    """Of the record there; where it has none, a digest of what never changes in it."""
    body: str = ""
    """SHA-256 of the body, in 16 hexadecimal digits; "" for an empty one."""
    tags: tuple[str, ...] = ()
    colour: str = ""
    """As the program calls it, for the way back."""


@dataclass(frozen=True, slots=True)
class Note:
    """An anchor, a colour, tags and an optional body; without a body it is a highlight."""

    id: str
    """26 characters of Crockford's base 32: a UUIDv7, so ids sort by time."""
    article: str
    """The id of the article's record."""
    anchor: Anchor
    colour: Colour = Colour.YELLOW
    tags: tuple[str, ...] = ()
    body: str = ""
    """Markdown; empty for a bare highlight."""
    created: str = ""
    """RFC 3339, UTC."""
    modified: str = ""
    """RFC 3339, UTC."""
    also: tuple[OtherText, ...] = ()
    """What the body was elsewhere, a conflict for the reader to resolve; empty where all agree."""
    maker: str = ""
    """Who made it: the name in the settings, else ``NAMELESS_MAKER`` and the id of the device.

    It is "" in notes of earlier releases.
    """
    origin: Origin | None = None
    """Where it was imported from; None for a note that was made in Postil."""
    links: tuple[NoteLink, ...] = ()
    """To passages of other notes, in the order in which they were made."""

    @property
    def maker_name(self) -> str:
        """The name of its maker; "" where none is known."""
        return "" if self.maker.startswith(NAMELESS_MAKER) else self.maker

    @property
    def whole(self) -> bool:
        """Whether it is on the whole of its article: it has no passage."""
        return not self.anchor.quote and not self.anchor.end


State = Literal["same", "moved", "changed", "orphan"]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor was found in a text; that of an orphan has no span."""

    span: Span | None
    state: State
    score: float = 1.0
    """How sure it is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with its placement in the article that is open."""

    note: Note
    placement: Placement

    @property
    def span(self) -> Span | None:
        """Where it lies in the article that is open; None for an orphan."""
        return self.placement.span
