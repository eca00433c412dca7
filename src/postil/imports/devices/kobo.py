"""Kobo: ``KoboReader.sqlite``, read in memory; nothing is ever written to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from urllib.parse import unquote

from postil.errors import BadRequest
from postil.imports.base.fields import word, words
from postil.imports.base.records import Imported, ImportedArticle, ImportedNote, ImportFile
from postil.imports.base.times import iso
from postil.model.note import Colour

_COLOURS = {0: Colour.YELLOW, 1: Colour.PINK, 2: Colour.BLUE, 3: Colour.GREEN}

_OF_BOOKMARK = ("BookmarkID", "VolumeID", "Text", "Annotation", "DateCreated")
_NOT_EVERYWHERE = ("Type", "Hidden", "Color")
_OF_CONTENT = ("Title", "Attribution")
"""Columns; the devices of some years have not all of them."""


def looks(file: ImportFile) -> bool:
    """Tell whether a file is such a database."""
    return file.data.startswith(b"SQLite format 3\0") and b"Bookmark" in file.data


def read(file: ImportFile) -> Imported:
    """Read highlights and notes. Raises BadRequest for a database that is none of Kobo's."""
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            # A copy that the file's own journal belongs to cannot be opened in memory.
            db.deserialize(file.data[:18] + b"\x01\x01" + file.data[20:])
            db.execute("PRAGMA trusted_schema = OFF")
            rows = db.execute(_rows(db)).fetchall()
    except (sqlite3.Error, OverflowError, MemoryError) as error:
        why = f"it cannot be read ({type(error).__name__})"
        raise BadRequest("the database", why) from error
    notes = []
    for identity, volume, text, annotation, created, kind, hidden, colour, title, author in rows:
        quote, body = words(text), words(annotation)
        is_hidden = word(hidden).lower() in ("true", "1")
        if is_hidden or word(kind) == "dogear" or not (quote or body):
            continue
        when = word(created)
        notes.append(
            ImportedNote(
                id=word(identity),
                article=ImportedArticle(
                    title=word(title),
                    author=word(author),
                    file=_name(word(volume)),
                ),
                quote=quote,
                body=body,
                colour=_COLOURS.get(colour) if isinstance(colour, int) else None,
                colour_name="" if colour is None else word(colour),
                created=iso(when if when[-1:] in ("Z", "z") else f"{when}Z"),
            )
        )
    return Imported(tuple(notes), len(rows) - len(notes))


def _rows(db: sqlite3.Connection) -> str:
    """Return the statement for what this database has of its columns."""

    def there(table: str, short: str, wanted: Sequence[str]) -> list[str]:
        columns = {str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")}
        return [f"{short}.{one}" if one in columns else "NULL" for one in wanted]

    bookmark = [f"b.{one}" for one in _OF_BOOKMARK] + there("Bookmark", "b", _NOT_EVERYWHERE)
    content = there("content", "c", _OF_CONTENT)
    joined = "LEFT JOIN content c ON c.ContentID = b.VolumeID" if "c.Title" in content else ""
    fields = ", ".join([*bookmark, *(content if joined else ["NULL"] * len(content))])
    return f"SELECT {fields} FROM Bookmark b {joined} ORDER BY b.DateCreated, b.BookmarkID"


def _name(volume: str) -> str:
    """Return the name of a file as it was before it was made ready for the device."""
    return unquote(volume).rpartition("/")[2].replace(".kepub.epub", ".epub")
