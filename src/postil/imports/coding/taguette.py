"""Taguette: its highlights as CSV, a row for each tag; tags nest by dots."""

from __future__ import annotations

from postil.imports.base.fields import csv_rows, decoded, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    head = decoded(file.data[:200]).split("\n", 1)[0].strip().lower()
    return head.replace('"', "").startswith("id,document,tag,content")


def read(file: ImportFile) -> Imported:
    """Read the rows; those of one id are one passage."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    for at, said in enumerate(csv_rows(file.data)):
        quote = words(said.get("content"))
        title = word(said.get("document"))
        if not quote:
            continue
        key = word(said.get("id")) or str(at)
        tags = found.setdefault(f"{key}\x1f{quote}", (title, quote, []))[2]
        if tag := word(said.get("tag")).replace(".", "/"):
            tags.append(tag)
    notes = [
        # The number of a row changes with every export; the passage does not.
        ImportedNote(
            id=made_up_id(title, quote),
            article=ImportedArticle(title=title, file=title),
            quote=quote,
            tags=tuple(dict.fromkeys(tags)),
        )
        for title, quote, tags in found.values()
    ]
    return Imported(tuple(notes))
