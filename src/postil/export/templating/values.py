"""Values that templates see: words, numbers, lists and tables of a dossier, under plain names."""

from __future__ import annotations

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, grouped
from postil.export.base.names import iso

Table = dict[str, object]


def values_of(dossier: Dossier) -> Table:
    """Return what a template can name; the guide tells of each."""
    articles = {article.id: _article(article) for article in dossier.articles}
    notes = {one.note.id: _note(one, articles[of.id]) for of, one in dossier.notes}
    for article in dossier.articles:
        mine = tuple(notes[one.note.id] for one in article.notes)
        articles[article.id] = {**articles[article.id], "notes": mine}
    return {
        "articles": tuple(articles.values()),
        "notes": tuple(notes.values()),
        "groups": tuple(
            {"name": head, "notes": tuple(notes[one.note.id] for _, one in found)}
            for head, found in grouped(dossier)
        ),
        "tags": tuple(
            {
                "tag": one.tag,
                "name": one.name,
                "definition": one.definition,
                "colour": "" if one.colour is None else str(one.colour),
                "count": one.notes,
            }
            for one in dossier.tags
        ),
        "references": dossier.references,
        "style": dossier.style,
        "group": dossier.group,
    }


def _article(article: ExportedArticle) -> Table:
    data = article.metadata
    return {
        "id": article.id,
        "title": article.title,
        "authors": tuple(name.display for name in data.author),
        "outlet": data.container_title,
        "publisher": data.publisher,
        "date": "" if data.issued is None else iso(data.issued),
        "year": "" if data.issued is None else f"{data.issued.year}",
        "url": data.url,
    }


def _note(one: ExportedNote, article: Table) -> Table:
    note, span = one.note, one.span
    return {
        "id": note.id,
        "article": article,
        "quote": note.anchor.quote,
        "body": note.body,
        "tags": note.tags,
        "colour": str(note.colour),
        "source": one.source_name,
        "citation": one.citation,
        "section": one.section[-1] if one.section else "",
        "sections": one.section,
        "page": one.page,
        "state": str(one.state),
        "orphan": one.orphan,
        "whole": note.whole,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "created": note.created,
        "modified": note.modified,
        "maker": note.maker_name,
        "links": tuple({"kind": str(link.kind), "to": link.to} for link in note.links),
    }
