"""Kobo: ``KoboReader.sqlite``, read in memory; nothing is ever written to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from urllib.parse import unquote

from postil.errors import BadRequest
from postil.imports.base.fields import word, words
from postil.imports.base.records import Imported, ImportedArticle, ImportedNote, ImportFile
from postil.imports.base.times import iso
from postil.model.note import Colour

_COLOURS = {0: Colour.YELLOW, 1: Colour.PINK, 2: Colour.BLUE, 3: Colour.GREEN}

_ROWS = """
    SELECT b.BookmarkID, b.VolumeID, b.Text, b.Annotation, b.DateCreated, b.Type, b.Hidden,
           {colour}, c.Title, c.Attribution
    FROM Bookmark b LEFT JOIN content c ON c.ContentID = b.VolumeID
    ORDER BY b.DateCreated, b.BookmarkID
"""


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
            columns = {str(row[1]) for row in db.execute("PRAGMA table_info(Bookmark)")}
            colour = "b.Color" if "Color" in columns else "NULL"
            rows = db.execute(_ROWS.format(colour=colour)).fetchall()
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


def _name(volume: str) -> str:
    name = unquote(volume).rpartition("/")[2]
    return name.removesuffix(".kepub.epub").removesuffix(".epub") if "." in name[:-5] else name
