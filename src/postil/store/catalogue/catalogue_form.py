"""The form of the catalogue's file: its tables, and how those of an earlier form become them.

Every form has a table ``maker``, whose ``name`` begins with the number of the form: by that another
Postil knows it, whether earlier or later.
"""

from __future__ import annotations

import os
import sqlite3
from enum import Enum

FORM = 8
"""Changes with the tables. What is kept in each row is told by who has read it: the ``reader``."""

_TABLES = """
CREATE TABLE maker (name TEXT NOT NULL, born TEXT NOT NULL);
CREATE TABLE reader (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE file (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL,
    reader INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    about TEXT NOT NULL,
    crc INTEGER NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE quoted (key INTEGER PRIMARY KEY, sources TEXT NOT NULL);
CREATE TABLE outline (key INTEGER PRIMARY KEY, sections TEXT NOT NULL);
CREATE TABLE replaced (key INTEGER PRIMARY KEY);
"""
"""Stamps lie apart from texts, since all of them are looked at again and again."""

_FROM_7 = """
DROP TABLE IF EXISTS reader;
DROP TABLE IF EXISTS outline;
CREATE TABLE reader (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE outline (key INTEGER PRIMARY KEY, sections TEXT NOT NULL);
ALTER TABLE file ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
"""
"""Nothing is known of sections then, and 0 is nobody's number: all of it is to be read again.

An earlier Postil leaves tables behind that it does not know, with rows for what it threw away.
"""

_EARLIER = {7: _FROM_7}


class NewerForm(sqlite3.DatabaseError):
    """The file was written by a later Postil, in a form that this one does not know."""


class Prepared(Enum):
    """What became of a file."""

    READY = "ready"
    """It had these tables."""
    MADE = "made"
    """It had none."""
    UPGRADED = "upgraded"
    """It had those of an earlier form, in which all that was kept is kept still."""
    DISCARDED = "discarded"
    """It had tables that nobody can read any more; there is nothing in it now."""


def prepare(db: sqlite3.Connection) -> Prepared:
    """See to it that a file has the tables of this form, in one step or not at all.

    Raises NewerForm, of which nothing is changed, and DatabaseError.
    """
    if _form(db) == FORM:
        return Prepared.READY
    with db:
        db.execute("BEGIN IMMEDIATE")
        # Another process may have done it meanwhile.
        if (form := _form(db)) == FORM:
            return Prepared.READY
        if form in _EARLIER:
            _run(db, _EARLIER[form])
            db.execute("UPDATE maker SET name = ?", (str(FORM),))
            return Prepared.UPGRADED
        there = _tables(db)
        for table in there:
            db.execute(f'DROP TABLE IF EXISTS "{table}"')
        _run(db, _TABLES)
        db.execute("INSERT INTO maker VALUES (?, ?)", (str(FORM), os.urandom(8).hex()))
        return Prepared.DISCARDED if there else Prepared.MADE


def _form(db: sqlite3.Connection) -> int:
    """Return the number of the form; 0 where it has none. Raises NewerForm."""
    if "maker" not in _tables(db):
        return 0
    (name,) = db.execute("SELECT name FROM maker").fetchone() or ("",)
    number = str(name).partition(" ")[0]
    form = int(number) if number.isascii() and number.isdecimal() else 0
    if form > FORM:
        raise NewerForm(number)
    return form


def _tables(db: sqlite3.Connection) -> list[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in db.execute(asked)]


def _run(db: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        db.execute(statement)
