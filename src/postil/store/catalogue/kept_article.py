"""A kept article: what is known of a file besides its text, and the row in which that is kept."""

from __future__ import annotations

import json
from collections.abc import Callable

from postil.model.values import NamedTuple, dataclass


class FileStamp(NamedTuple):
    """By what it is told that a file was changed."""

    size: int
    """Bytes."""
    time: int
    """Of its last change, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What is kept of an article, without its text."""

    path: str
    stamp: FileStamp
    digest: str
    """Of its canonical text; "" where the file could not be read."""
    title: str
    authors: tuple[str, ...] = ()
    outlet: str = ""
    issued: str = ""
    """A date, or two with a slash between them."""
    sources: tuple[str, ...] = ()
    """Each source that it quotes or cites, in words."""
    words: int = 0
    trouble: str = ""
    """Why it could not be read."""
    line_ends: tuple[int, ...] = ()
    """The offsets of hyphens within words at which a line of the file ends."""
    quoted: str = ""
    """Its sources in JSON, to be kept: ``KeptArticles.quoted`` returns those of all articles."""
    sections: str = ""
    """Its sections in JSON, to be kept: ``KeptArticles.sections`` returns those of one article."""


class Numbered(NamedTuple):
    """A kept article with its number: a greater one than any before, whenever it is kept anew."""

    number: int
    article: KeptArticle
    unpack: Callable[[], str | None]
    """Returns the text; None where that is damaged."""


Row = tuple[int, str, int, int, str, str, bytes]
"""Number, path, size, time, digest, what is known about it, and its text, packed."""


_ABOUT = ("title", "authors", "outlet", "issued", "sources", "words", "trouble")


def about(article: KeptArticle) -> str:
    """Return what is known of an article, in JSON."""
    said = {name: getattr(article, name) for name in _ABOUT}
    # Few have any.
    return json.dumps({**said, "line_ends": article.line_ends} if article.line_ends else said)


def kept_article(row: Row) -> KeptArticle | None:
    """Return what a row says; None where it says nothing that could be used."""
    _, path, size, time, digest, known, _ = row
    try:
        found = json.loads(known)
        return KeptArticle(
            path=path,
            stamp=FileStamp(size, time),
            digest=digest,
            title=str(found["title"]),
            authors=tuple(map(str, found["authors"])),
            outlet=str(found["outlet"]),
            issued=str(found["issued"]),
            sources=tuple(map(str, found["sources"])),
            words=int(found["words"]),
            trouble=str(found["trouble"]),
            line_ends=tuple(map(int, found.get("line_ends", ()))),
        )
    except (ValueError, TypeError, KeyError):
        return None
