"""A note as a row: the fields that tables of notes have, in one order."""

from __future__ import annotations

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote

COLUMNS = (
    *("id", "title", "quote", "body", "tags", "colour", "source", "section", "page", "state"),
    *("start", "end", "created", "modified", "maker", "url", "article"),
)
"""What reads first stands first."""

BETWEEN = "; "
"""Between two tags in one cell; a tag may hold a comma."""


def rows(dossier: Dossier) -> list[dict[str, str | int | None]]:
    """Return all notes as rows; numbers stay numbers, and what is not known is None."""
    return [_row(article, one) for article, one in dossier.notes]


def _row(article: ExportedArticle, one: ExportedNote) -> dict[str, str | int | None]:
    note, span = one.note, one.span
    return {
        "id": note.id,
        "title": article.title,
        "quote": note.anchor.quote,
        "body": note.body,
        "tags": BETWEEN.join(note.tags),
        "colour": str(note.colour),
        "source": one.source_name,
        "section": " › ".join(one.section),
        "page": one.page,
        "state": one.state,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "created": note.created,
        "modified": note.modified,
        "maker": note.maker_name,
        "url": article.metadata.url,
        "article": article.id,
    }
