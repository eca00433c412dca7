"""Records of imported notes, as every reader of a format gives them back."""

from __future__ import annotations

from hashlib import sha256

from postil.model.note import Colour
from postil.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """What a file says of the article that a note is on; "" for what it does not say."""

    title: str = ""
    author: str = ""
    url: str = ""
    file: str = ""
    """The name of its file, or its path on another machine."""
    digest: str = ""
    """SHA-256 of its canonical text."""
    text: str = ""
    """Its text, where the file brings it: the offsets of its notes count this."""


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """A note as another program has it."""

    id: str
    """By which it is known when the same file, or a newer one, is imported again."""
    article: ImportedArticle
    quote: str = ""
    """"" for a note on the whole article."""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    """Offset in code points, in a text that may be another."""
    end: int | None = None
    """Where a passage ends, for records that tell it by offsets, with no words of it."""
    body: str = ""
    """Markdown."""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None
    colour_name: str = ""
    """As the program calls it."""
    created: str = ""
    """RFC 3339, UTC; "" where it is not known."""
    maker: str = ""
    keeps_id: bool = False
    """Whether ``id`` is that of a note of Postil's, to be kept."""
    also: tuple[str, ...] = ()
    """What others have said to it, kept beside its body."""
    links: tuple[tuple[str, str], ...] = ()
    """Kinds, and ids of other notes: those of this file, or of Postil's."""


@dataclass(frozen=True, slots=True)
class Imported:
    """All that a file holds."""

    notes: tuple[ImportedNote, ...]
    skipped: int = 0
    """Things that are no notes, such as bookmarks."""
    tags: tuple[tuple[str, str, str], ...] = ()
    """Tags that are defined, each with its definition and the name of its colour, or ""."""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file that is to be read."""

    data: bytes
    name: str
    """As the reader named it, without its folders."""


def made_up_id(*parts: object) -> str:
    """Return an id for a record that has none, of what never changes in it."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
