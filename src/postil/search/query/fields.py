"""Fields: what can be asked of an article or of a note by name, and what values each can have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from postil.model.note import Colour
from postil.model.reading_state import ReadingState
from postil.model.values import NamedTuple


class Kind(Enum):
    """How the value of a field is read."""

    WORDS = "words"
    TAG = "tag"
    CHOICE = "choice"
    PERIOD = "period"


class Field(NamedTuple):
    """One field of the query language."""

    name: str
    kind: Kind
    asks: str
    """What it asks, for the help and for what completes a query."""
    values: tuple[str, ...] = ()
    """The only values that it can have, if they are few."""


_FIELDS = (
    Field("tag", Kind.TAG, "notes and articles with a tag, or one below it"),
    Field("note", Kind.WORDS, "words in the text of a note"),
    Field("by", Kind.WORDS, "who made the note"),
    Field("author", Kind.WORDS, "who wrote the article"),
    Field("source", Kind.WORDS, "who is quoted: a person, a title or an outlet"),
    Field("title", Kind.WORDS, "words in the title of the article"),
    Field("outlet", Kind.WORDS, "where the article was published"),
    Field("date", Kind.PERIOD, "when the article was published"),
    Field("made", Kind.PERIOD, "when the note was made"),
    Field("opened", Kind.PERIOD, "when the article was last read"),
    Field(
        "state",
        Kind.CHOICE,
        "how the note stands in its article today",
        ("same", "moved", "changed", "orphan"),
    ),
    Field("read", Kind.CHOICE, "how far the article is read", tuple(ReadingState)),
    Field("colour", Kind.CHOICE, "the colour of the note", tuple(Colour)),
    Field("has", Kind.CHOICE, "whether there is a note, or a tag", ("note", "tag")),
    Field("in", Kind.CHOICE, "where to look: in articles, or in notes", ("text", "notes")),
)

FIELDS: Mapping[str, Field] = {field.name: field for field in _FIELDS}
"""All fields, in the order in which they are explained."""
