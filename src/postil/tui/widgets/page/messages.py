"""What the page reports of its reader: the messages that go up, and who posts them."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from postil.model.article import Inline
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.model.values import dataclass


@dataclass(frozen=True, slots=True)
class RowsInView:
    """Which rows of the article are on screen."""

    top: int = 0
    """The first row shown."""
    rows: int = 1
    """How many rows fit."""
    height: int = 1
    """How many rows the article has."""


@dataclass
class Jumping(Message):
    """The page is about to leave a place that the reader may want to come back to."""

    place: ReadingPosition


@dataclass
class Nothing(Message):
    """There is nothing here for the key that was pressed."""

    said: str


@dataclass
class Waiting(Message):
    """A prefix or a count was begun, went on or ended."""

    shown: str


@dataclass
class LetterGiven(Message):
    """A prefix has been completed by a letter."""

    prefix: str
    letter: str


class Selected(Message):
    """Something else, or nothing any more, is chosen."""


@dataclass
class MarkWanted(Message):
    """The reader wants a passage marked."""

    span: Span
    colour: Colour | None
    """None for the colour used last."""


@dataclass
class NotePointedAt(Message):
    """The reader has clicked on the passage of a note, or stepped to it."""

    note: str
    """"" where there is no note to step to."""


@dataclass
class LinkWanted(Message):
    """The reader wants to follow a link or a footnote."""

    link: Inline
    words: str


class Reports:
    """Posts what the parts of the page have to report, so that they need know no messages."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post

    def jumping(self, place: ReadingPosition) -> None:
        """Report that a place is left that the reader may want to come back to."""
        self._post(Jumping(place))

    def nothing(self, said: str) -> None:
        """Report that a key finds nothing to act on."""
        self._post(Nothing(said))

    def waiting(self, shown: str) -> None:
        """Report what the bottom line says of keys that wait for others; "" for nothing."""
        self._post(Waiting(shown))

    def letter_given(self, prefix: str, letter: str) -> None:
        """Report the letter that completes a prefix."""
        self._post(LetterGiven(prefix, letter))

    def selected(self) -> None:
        """Report that something else, or nothing any more, is chosen."""
        self._post(Selected())

    def mark_wanted(self, span: Span, colour: Colour) -> None:
        """Report that a passage is to be marked."""
        self._post(MarkWanted(span, colour))

    def note_pointed_at(self, note: str) -> None:
        """Report which note is wanted; "" where there is none."""
        self._post(NotePointedAt(note))

    def link_wanted(self, link: Inline, words: str) -> None:
        """Report that a link is to be followed."""
        self._post(LinkWanted(link, words))
