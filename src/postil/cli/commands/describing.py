"""The verb meta: what is known of an article itself, and by whom."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece
from postil.model.reading_state import ReadingState

if TYPE_CHECKING:
    from postil.model.article import Encoding
    from postil.model.source import Metadata

FIELDS = {
    "title": "title",
    "author": "author",
    "date": "issued",
    "container_title": "container-title",
    "publisher": "publisher",
    "url": "URL",
    "language": "language",
    "type": "type",
}
"""From the option, as argparse names it, to the name of CSL-JSON."""


def meta(given: Namespace, context: Context) -> int:
    """Print every field with its value and origin, after changing what is given."""
    open_article = context.open_article(given.path)
    if wanted := _wanted(given):
        open_article = library.opening.set_metadata(context.home, open_article, wanted)
    target = library.whole_articles.target(open_article)
    if given.read is not None:
        state = ReadingState(given.read) if given.read else None
        library.whole_articles.set_state(context.home, [target], state)
        target = library.whole_articles.target(
            library.opening.refreshed(context.home, open_article)
        )
    known = open_article.article.metadata
    read, told = library.whole_articles.state_of(context.home, target)
    read_as = open_article.article.encoding
    rows = [
        *_rows(known),
        *_fetched(known),
        *_encoded(read_as),
        ("read", str(read), "reader" if told else ""),
    ]
    if context.output.as_json:
        values = {**library.article_metadata.as_csl(known), "read": read}
        if read_as is not None:
            values["encoding"] = read_as.name
        for field, _, origin in rows:
            by = str(read_as.evidence) if read_as and field == "encoding" else origin
            record = {"field": field, "value": values.get(field), "origin": by or None}
            context.output.record(record)
        return 0
    table: list[tuple[Piece, ...]] = [
        ((field, "dim"), value or ("not known", "dim"), (origin, "dim"))
        for field, value, origin in rows
    ]
    context.output.table(table)
    return 0


def _encoded(read_as: Encoding | None) -> list[tuple[str, str, str]]:
    """Return how the bytes were read as letters, where they were in one encoding."""
    if read_as is None:
        return []
    return [
        ("encoding", library.encodings.spoken(read_as.name), library.encodings.evidence(read_as))
    ]


def _wanted(given: Namespace) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for option, field in FIELDS.items():
        value = getattr(given, option)
        if value is not None:
            wanted[field] = "; ".join(value) if isinstance(value, list) else value
    return wanted


def _fetched(metadata: Metadata) -> list[tuple[str, str, str]]:
    """Return the day on which a web page was fetched, of one that was."""
    day = library.labels.iso_date(metadata.accessed)
    return [("accessed", day, dict(metadata.origins).get("accessed", ""))] if day else []


def _rows(metadata: Metadata) -> list[tuple[str, str, str]]:
    origins = dict(metadata.origins)
    attribute = library.article_metadata.attribute
    return [
        (field, value, origins.get(attribute(field), ""))
        for field, value in library.describing.in_words(metadata).items()
    ]
