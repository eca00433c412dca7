"""Readwise: the CSV that it gives out, and the seven columns that it takes in."""

from __future__ import annotations

from postil.imports.base.colours import nearest
from postil.imports.base.fields import csv_rows, head_of_csv, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso, worded


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    columns = head_of_csv(file.data)
    return "highlight" in columns and bool(columns & {"book title", "title"})


def read(file: ImportFile) -> Imported:
    """Read a row a highlight."""
    notes = []
    for said in csv_rows(file.data):
        quote = words(said.get("highlight"))
        body = words(said.get("note"))
        if not (quote or body):
            continue
        title = word(said.get("book title") or said.get("title"))
        when = word(said.get("highlighted at") or said.get("date"))
        body, inline = _inline_tags(body)
        tags = [word(one) for one in said.get("tags", "").split(",")]
        colour = word(said.get("color"))
        notes.append(
            ImportedNote(
                id=word(said.get("readwise id")) or made_up_id(title, quote, when),
                article=ImportedArticle(
                    title=title,
                    author=word(said.get("book author") or said.get("author")),
                    url=word(said.get("url") or said.get("source url")),
                ),
                quote=quote,
                body=body,
                tags=tuple(dict.fromkeys(filter(None, (*tags, *inline)))),
                colour=nearest(colour) if colour else None,
                colour_name=colour,
                created=iso(when) or worded(when),
            )
        )
    return Imported(tuple(notes))


def _inline_tags(body: str) -> tuple[str, list[str]]:
    """Part a note from the tags that lead it, each with a dot: ``.ice .trade/routes``."""
    first, _, rest = body.partition("\n")
    parts = first.split()
    if parts and all(len(part) > 1 and part[0] == "." and part[1].isalnum() for part in parts):
        return rest.strip(), [part[1:] for part in parts]
    return body, []
