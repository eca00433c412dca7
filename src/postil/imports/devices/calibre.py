"""Calibre: a collection of annotations, as its viewer and its browser of annotations export it."""

from __future__ import annotations

from postil.imports.base.colours import nearest
from postil.imports.base.fields import json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    return b"calibre_annotation_collection" in file.data


def read(file: ImportFile) -> Imported:
    """Read the highlights; bookmarks and what was removed are no notes."""
    rows = [mapping(one) for one in listed(mapping(json_of(file.data)).get("annotations"))]
    notes = []
    for row in rows:
        quote = words(row.get("highlighted_text"))
        if word(row.get("type")) != "highlight" or row.get("removed") or not quote:
            continue
        style = mapping(row.get("style"))
        colour = word(style.get("which") if nearest(word(style.get("which"))) else "") or word(
            style.get("background-color") or style.get("which")
        )
        title = word(row.get("title")) or word(mapping(row.get("book")).get("title"))
        when = word(row.get("timestamp"))
        notes.append(
            ImportedNote(
                id=word(row.get("uuid")) or made_up_id(title, when, quote),
                article=ImportedArticle(title=title or _book(row.get("book_id"))),
                quote=quote,
                body=words(row.get("notes")),
                colour=nearest(colour) if colour else None,
                colour_name=colour,
                created=iso(when),
            )
        )
    return Imported(tuple(notes), len(rows) - len(notes))


def _book(number: object) -> str:
    return f"Calibre book {word(number)}" if word(number) else ""
