"""Writes what is kept to be searched as other versions of Postil have written it."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

from postil.config import Places

FORM_7 = """
CREATE TABLE maker (name TEXT NOT NULL, born TEXT NOT NULL);
CREATE TABLE file (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL
);
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    about TEXT NOT NULL,
    crc INTEGER NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE quoted (key INTEGER PRIMARY KEY, sources TEXT NOT NULL);
CREATE TABLE replaced (key INTEGER PRIMARY KEY);
"""
"""The last form in which it was not kept who has read an article, nor its sections."""

OF_FORM_7 = ("maker", "file", "article", "quoted", "replaced")


def catalogue(places: Places) -> Path:
    return places.cache / "library.sqlite"


def in_form_7(places: Places) -> None:
    """Let what is kept be as a Postil with form 7 has left it, word for word."""
    with sqlite3.connect(catalogue(places)) as db:
        (born,) = db.execute("SELECT born FROM maker").fetchone()
        files = db.execute("SELECT key, path, size, time FROM file").fetchall()
        articles = db.execute("SELECT key, digest, about, text FROM article").fetchall()
        quoted = db.execute("SELECT key, sources FROM quoted").fetchall()
        for table in (*OF_FORM_7, "reader", "outline"):
            db.execute(f"DROP TABLE {table}")
        db.executescript(FORM_7)
        db.execute("INSERT INTO maker VALUES (?, ?)", ("7 0.1.0 0123abcd", born))
        db.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", files)
        stamps = {key: tuple(stamp) for key, *stamp in files}
        sources = dict(quoted)
        for key, digest, about, text in articles:
            row = (key, *stamps[key], digest, about, sources.get(key, ""))
            crc = zlib.crc32(repr(row).encode("utf-8", "surrogatepass"))
            found = (key, digest, about, crc, text)
            db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?)", found)
        db.executemany("INSERT INTO quoted VALUES (?, ?)", quoted)
    db.close()


def taken_over_by_form_7(places: Places) -> None:
    """Let a Postil with form 7 find a later one: it throws away what it knows, and begins anew."""
    with sqlite3.connect(catalogue(places)) as db:
        for table in OF_FORM_7:
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.executescript(FORM_7)
        db.execute("INSERT INTO maker VALUES ('7 0.1.0 0123abcd', 'another')")
    db.close()


def in_form(places: Places, form: str) -> None:
    """Let what is kept be in a form of which nothing but its number is known."""
    with sqlite3.connect(catalogue(places)) as db:
        for table in (*OF_FORM_7[1:], "reader", "outline"):
            db.execute(f"DROP TABLE {table}")
        db.execute("UPDATE maker SET name = ?", (form,))
        db.execute("CREATE TABLE leaf (sheet TEXT)")
        db.execute("INSERT INTO leaf VALUES ('nobody can read this')")
    db.close()
