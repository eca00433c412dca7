"""Taguette: its highlights as CSV, a row for each tag; tags nest by dots."""

from __future__ import annotations

from postil.imports.base.fields import csv_rows, head_of_csv, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.text.lazy_regex import lazily

_NESTS = lazily(r"(?<=[^\s.])\.(?=[^\s.])(?!(?<=\d\.)\d)")
"""The dot of a tag within another; not one that ends a word, nor that of a number."""


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    return {"id", "document", "tag", "content"} <= head_of_csv(file.data)


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
        if tag := _NESTS.sub("/", word(said.get("tag"))):
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
