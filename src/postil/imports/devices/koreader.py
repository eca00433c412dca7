"""KOReader: ``metadata.*.lua`` in its old and its new form, and the JSON of its exporter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.errors import BadRequest
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import epoch, iso
from postil.imports.devices.lua_table import LuaTable


def looks(file: ImportFile) -> bool:
    """Tell whether a file is such metadata."""
    head = decoded(file.data[:2000]).lstrip("\ufeff")
    return (
        "return {" in head
        and ('["' in head or head.startswith("-- "))
        and (file.name.endswith(".lua") or "annotations" in head or "highlight" in head)
    )


def looks_json(file: ImportFile) -> bool:
    """Tell whether a file is JSON of its exporter."""
    head = file.data[: 1 << 16]
    return b'"entries"' in head and (b'"drawer"' in head or b'"chapter"' in head)


def read(file: ImportFile) -> Imported:
    """Read the notes of one book. Raises BadRequest for what is no table of data."""
    found = mapping(LuaTable(decoded(file.data)).value())
    properties = mapping(found.get("doc_props")) or mapping(found.get("stats"))
    path = word(found.get("doc_path"))
    article = ImportedArticle(
        title=word(properties.get("title")),
        author=word(properties.get("authors")).replace("\n", "; "),
        file=path.rpartition("/")[2],
    )
    if "annotations" in found:
        rows = [mapping(one) for one in _items(found["annotations"])]
        notes = [_note(row, article) for row in rows if row.get("drawer")]
        return Imported(tuple(notes), len(rows) - len(notes))
    return _old(found, article)


def _old(found: Mapping[str, object], article: ImportedArticle) -> Imported:
    """Read the form of before 2024: highlights by page, and bookmarks that hold their notes."""
    bookmarks = [mapping(one) for one in _items(found.get("bookmarks"))]
    said = {word(one.get("datetime")): one for one in bookmarks if one.get("highlighted")}
    notes = []
    pages = found.get("highlight")
    for page in _items(pages):
        for row in map(mapping, _items(page)):
            when = word(row.get("datetime"))
            beside = said.get(when, {})
            text = words(beside.get("text"))
            automatic = words(row.get("text"))
            # Without a note of the reader's that is the page and the passage over again.
            body = "" if not text or automatic[:30] in text else text
            notes.append(_note({**row, "note": row.get("note") or body}, article))
    return Imported(tuple(notes), sum(not one.get("highlighted") for one in bookmarks))


def _note(row: Mapping[str, object], article: ImportedArticle) -> ImportedNote:
    quote, when = words(row.get("text")), word(row.get("datetime"))
    colour = word(row.get("color"))
    return ImportedNote(
        id=made_up_id(article.file or article.title, when, quote[:40]),
        article=article,
        quote=quote,
        body=words(row.get("note")),
        colour=nearest(colour) if colour else None,
        colour_name=colour,
        created=iso(when),
    )


def _items(found: object) -> Iterator[object]:
    """Yield the values of a list, or of a table whose numbers leave some out."""
    if isinstance(found, dict):
        yield from found.values()
    else:
        yield from listed(found)


def read_json(file: ImportFile) -> Imported:
    """Read what its exporter writes: one book, or several. Raises BadRequest."""
    found = json_of(file.data)
    books = mapping(found).get("documents")
    notes: list[ImportedNote] = []
    for book in map(mapping, listed(books) if books is not None else [found]):
        if "entries" not in book:
            raise BadRequest("the file", "it has no list of entries")
        path = word(book.get("file"))
        article = ImportedArticle(
            title=word(book.get("title")),
            author=word(book.get("author")),
            file=path.rpartition("/")[2],
        )
        for row in map(mapping, listed(book.get("entries"))):
            quote, colour = words(row.get("text")), word(row.get("color"))
            time = row.get("time")
            created = epoch(time) if isinstance(time, (int, float)) else ""
            if not (quote or row.get("note")):
                continue
            notes.append(
                ImportedNote(
                    id=made_up_id(article.title, created, quote[:40]),
                    article=article,
                    quote=quote if word(row.get("sort")) != "note" or quote else "",
                    body=words(row.get("note")),
                    colour=nearest(colour) if colour else None,
                    colour_name=colour,
                    created=created,
                )
            )
    return Imported(tuple(notes))
