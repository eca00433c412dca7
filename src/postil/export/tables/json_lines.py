"""JSON Lines: an object a note, with everything that Postil needs to read it back without loss.

The keys are those of ``postil notes --json``, where both say the same; ``article`` is an object
here, for the home that reads it may know the article by another id.
"""

from __future__ import annotations

import json

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, ExportedTag, Written
from postil.model.note import Note
from postil.text.tag_tree import lies_within

VERSION = 1
"""Of the form; a reader of a lower one leaves alone what it does not know."""


def write(dossier: Dossier) -> Written:
    """Return all notes as JSON Lines."""
    tags = {one.tag.casefold(): one for one in dossier.tags if one.definition or one.colour}
    articles = {article.id: _article(article) for article in dossier.articles}
    lines = [
        json.dumps(_note(one, articles[article.id], tags), ensure_ascii=False)
        for article, one in dossier.notes
    ]
    return Written("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))


def _note(
    one: ExportedNote, article: dict[str, object], tags: dict[str, ExportedTag]
) -> dict[str, object]:
    note, span = one.note, one.span
    row: dict[str, object] = {
        "postil": VERSION,
        "id": note.id,
        "article": article,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "state": one.state,
        "quote": note.anchor.quote,
        "body": note.body,
        "tags": list(note.tags),
        "colour": str(note.colour),
        "source": one.source,
        "created": note.created,
        "modified": note.modified,
        "maker": note.maker,
        "section": list(one.section),
        "page": one.page,
        "anchor": _anchor(note),
    }
    if note.links:
        row["links"] = [{"kind": str(link.kind), "to": link.to} for link in note.links]
    if note.origin is not None:
        origin = note.origin
        row["origin"] = {
            "program": origin.program,
            "id": origin.id,
            "body": origin.body,
            "tags": list(origin.tags),
            "colour": origin.colour,
        }
    if note.also:
        row["also"] = [other.text for other in note.also]
    defined = {
        tag.tag: {"definition": tag.definition, "colour": tag.colour and str(tag.colour)}
        for mine in note.tags
        for key, tag in tags.items()
        if lies_within(mine, tag.tag) or mine.casefold() == key
    }
    if defined:
        row["defined"] = defined
    return row


def _anchor(note: Note) -> dict[str, object]:
    anchor = note.anchor
    return {
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "digest": anchor.digest,
    }


def _article(article: ExportedArticle) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.metadata.url,
        "digest": article.digest,
        "file": article.path.replace("\\", "/").rpartition("/")[2],
    }
