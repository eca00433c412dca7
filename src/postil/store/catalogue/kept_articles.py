"""Kept articles: the canonical text and the metadata of every known file, in one SQLite file.

It belongs to the cache: what is damaged, or was written by another version, is made anew. A text
is compressed, and its checksum is looked at whenever it is read, since flipped bytes go unnoticed
otherwise.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from postil.errors import CannotWrite
from postil.model.values import NamedTuple, dataclass
from postil.store.catalogue.packing import packed, unpacked
from postil.store.disk.durable import make_folder

Found = TypeVar("Found")

_FORM = "4"
"""Changes with the tables."""

_BUSY = 5.0
"""Seconds to wait for another process that writes."""

_TABLES = """
CREATE TABLE maker (name TEXT NOT NULL, born TEXT NOT NULL);
CREATE TABLE article (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL,
    digest TEXT NOT NULL,
    about TEXT NOT NULL,
    text BLOB NOT NULL
);
CREATE TABLE replaced (key INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """By what it is told that a file was changed."""

    size: int
    """Bytes."""
    time: int
    """Of its last change, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What is kept of an article, without its text."""

    path: str
    stamp: FileStamp
    digest: str
    """Of its canonical text; "" where the file could not be read."""
    title: str
    authors: tuple[str, ...] = ()
    outlet: str = ""
    issued: str = ""
    """A date, or two with a slash between them."""
    sources: tuple[str, ...] = ()
    """Each source that it quotes or cites, in words."""
    words: int = 0
    trouble: str = ""
    """Why it could not be read."""


class Numbered(NamedTuple):
    """A kept article with its number: a greater one than any before, whenever it is kept anew."""

    number: int
    article: KeptArticle
    unpack: Callable[[], str | None]
    """Returns the text; None where that is damaged."""


class KeptArticles:
    """The kept articles; a file that cannot be used is replaced, if need be by one in memory.

    All of it raises CannotWrite where another process writes for longer than somebody waits.

    An index of them says up to which number it goes, so that what came later is known.
    """

    def __init__(self, path: Path, maker: str) -> None:
        """``maker`` is a key of the code that reads articles."""
        self._path = path
        self._maker = f"{_FORM} {maker}"
        self._open: sqlite3.Connection | None = None
        self.renewed = 0
        """How often it was found damaged, and begun anew with nothing in it."""

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    # -- reading

    def stamps(self) -> dict[str, FileStamp]:
        """Return the stamps of all kept files, by path."""
        rows = self._try(lambda db: db.execute("SELECT path, size, time FROM article").fetchall())
        return {path: FileStamp(size, time) for path, size, time in rows}

    def all(self) -> Iterator[tuple[KeptArticle, Callable[[], str | None]]]:
        """Yield every kept article, and what returns its text: None where that is damaged."""
        keys = self._try(lambda db: db.execute("SELECT key FROM article ORDER BY path").fetchall())
        for one in self.numbered(key for (key,) in keys):
            yield one.article, one.unpack

    def abouts(self) -> dict[str, KeptArticle]:
        """Return what is kept of every article, by path; no text is read for it."""
        asked = "SELECT path, size, time, digest, about, x'' FROM article"
        rows: list[Row] = self._try(lambda db: db.execute(asked).fetchall())
        return {one.path: one for row in rows if (one := _article(row)) is not None}

    def numbered(self, numbers: Iterable[int]) -> Iterator[Numbered]:
        """Yield the articles with these numbers, in their order; what has gone is left out."""
        for number in numbers:
            for row in self._try(partial(_row, column="key", value=number)):
                if (article := _article(row)) is not None:
                    yield Numbered(number, article, partial(unpacked, row[5]))

    def numbers_after(self, number: int) -> list[int]:
        """Return the numbers of all that was kept after another, in order."""
        asked = "SELECT key FROM article WHERE key > ? ORDER BY key"
        return [key for (key,) in self._try(lambda db: db.execute(asked, (number,)).fetchall())]

    def numbers_at(self, paths: Iterable[str]) -> list[int]:
        """Return the numbers of the files at these paths."""
        asked = "SELECT key FROM article WHERE path = ?"
        wanted = [(path,) for path in paths]

        def read(db: sqlite3.Connection) -> list[int]:
            return [key for one in wanted for (key,) in db.execute(asked, one)]

        return self._try(read)

    def replaced(self) -> list[int]:
        """Return the numbers under which nothing is kept any more, unless that was ``settled``."""
        asked = "SELECT key FROM replaced"
        return [key for (key,) in self._try(lambda db: db.execute(asked).fetchall())]

    def born(self) -> str:
        """Return what tells this collection of articles from one that was begun anew."""
        asked = "SELECT born FROM maker"
        return "".join(born for (born,) in self._try(lambda db: db.execute(asked).fetchall()))

    def at(self, path: str) -> KeptArticle | None:
        """Return what is kept of the file at a path."""
        for row in self._try(partial(_row, column="path", value=path)):
            return _article(row)
        return None

    def text_at(self, path: str) -> str | None:
        """Return the kept text of the file at a path; None where it is damaged, or not there."""
        for row in self._try(partial(_row, column="path", value=path)):
            return unpacked(row[5])
        return None

    # -- writing

    def put(self, articles: Iterable[tuple[KeptArticle, str]]) -> None:
        """Keep articles with their texts, in one go."""
        rows = [
            (one.path, one.stamp.size, one.stamp.time, one.digest, _about(one), packed(text))
            for one, text in articles
        ]

        def write(db: sqlite3.Connection) -> None:
            with db:
                _remove(db, [row[0] for row in rows])
                db.executemany(
                    "INSERT INTO article (path, size, time, digest, about, text)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    rows,
                )

        self._try(write)

    def drop(self, paths: Sequence[str]) -> None:
        """Keep nothing of these files any more."""

        def write(db: sqlite3.Connection) -> None:
            with db:
                _remove(db, paths)

        self._try(write)

    def settled(self, numbers: Iterable[int]) -> None:
        """Forget that these numbers were replaced."""
        gone = [(number,) for number in numbers]

        def write(db: sqlite3.Connection) -> None:
            with db:
                db.executemany("DELETE FROM replaced WHERE key = ?", gone)

        self._try(write)

    # -- the file

    def _try(self, work: Callable[[sqlite3.Connection], Found]) -> Found:
        """Do something with the file; where it is damaged, once more with an empty one."""
        try:
            return work(self._connection())
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                what, why = (
                    "the texts that are searched",
                    "another Postil has written them too long",
                )
                raise CannotWrite(what, why, "try again in a moment") from error
        except sqlite3.DatabaseError:
            pass
        self.close()
        self.renewed += 1
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        try:
            return work(self._connection())
        except sqlite3.DatabaseError:
            self._open = _prepared(sqlite3.connect(":memory:"), self._maker)
            return work(self._open)

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            try:
                make_folder(self._path.parent)
                self._open = _prepared(sqlite3.connect(self._path, timeout=_BUSY), self._maker)
            except OSError as error:
                raise sqlite3.DatabaseError(str(error)) from error
        return self._open


def _prepared(db: sqlite3.Connection, maker: str) -> sqlite3.Connection:
    """Return a file with the tables of this maker; those of another are thrown away."""
    with db:
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        if "maker" in there and db.execute("SELECT name FROM maker").fetchall() == [(maker,)]:
            return db
        db.execute("BEGIN IMMEDIATE")
        for table in ("maker", "article", "replaced"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES.split(";"):
            db.execute(statement)
        db.execute("INSERT INTO maker VALUES (?, ?)", (maker, token_hex(8)))
    return db


def _remove(db: sqlite3.Connection, paths: Sequence[str]) -> None:
    for path in paths:
        db.execute("INSERT INTO replaced SELECT key FROM article WHERE path = ?", (path,))
        db.execute("DELETE FROM article WHERE path = ?", (path,))


Row = tuple[str, int, int, str, str, bytes]


def _row(db: sqlite3.Connection, column: str, value: object) -> list[Row]:
    asked = f"SELECT path, size, time, digest, about, text FROM article WHERE {column} = ?"
    return db.execute(asked, (value,)).fetchall()


_ABOUT = ("title", "authors", "outlet", "issued", "sources", "words", "trouble")


def _about(article: KeptArticle) -> str:
    return json.dumps({name: getattr(article, name) for name in _ABOUT})


def _article(row: Row) -> KeptArticle | None:
    """Return what a row says; None where it says nothing that could be used."""
    path, size, time, digest, about, _ = row
    try:
        found = json.loads(about)
        return KeptArticle(
            path=path,
            stamp=FileStamp(size, time),
            digest=digest,
            title=str(found["title"]),
            authors=tuple(map(str, found["authors"])),
            outlet=str(found["outlet"]),
            issued=str(found["issued"]),
            sources=tuple(map(str, found["sources"])),
            words=int(found["words"]),
            trouble=str(found["trouble"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
