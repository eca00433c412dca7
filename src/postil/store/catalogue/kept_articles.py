"""Kept articles: the canonical text and the metadata of every known file, in one SQLite file.

It belongs to the cache: what is damaged, or was written by another version, is made anew. A text
is compressed, and its checksum is looked at whenever it is read, since flipped bytes go unnoticed
otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from postil.store.catalogue.catalogue_file import CatalogueFile
from postil.store.catalogue.catalogue_seal import check_of
from postil.store.catalogue.kept_article import (
    FileStamp,
    KeptArticle,
    Numbered,
    Row,
    about,
    kept_article,
)
from postil.store.catalogue.packing import packed, unpacked

__all__ = ["FileStamp", "KeptArticle", "KeptArticles", "Numbered"]

_ASKED = "SELECT key, path, size, time, digest, about, {} FROM file JOIN article USING (key)"


class KeptArticles:
    """The kept articles; all of it raises what :meth:`CatalogueFile.do` does.

    An index of them says up to which number it goes, so that what came later is known.
    """

    def __init__(self, path: Path, maker: str) -> None:
        """``maker`` is a key of the code that reads articles."""
        self._file = CatalogueFile(path, maker)

    @property
    def renewed(self) -> int:
        """How often the file was found damaged, and begun anew with nothing in it."""
        return self._file.renewed

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def stamp(self) -> tuple[str, list[int]]:
        """Return what tells that something was kept since; the file is not opened for it."""
        return self._file.maker, self._file.stamp()

    # -- reading

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return the stamps of all kept files, by path: size in bytes, time in nanoseconds."""
        asked = "SELECT path, size, time FROM file"
        rows = self._file.do(lambda db: db.execute(asked).fetchall())
        return {path: (size, time) for path, size, time in rows}

    def all(self) -> Iterator[Numbered]:
        """Yield every kept article, by path."""
        asked = "SELECT key FROM file ORDER BY path"
        keys = self._file.do(lambda db: db.execute(asked).fetchall())
        yield from self.numbered(key for (key,) in keys)

    def abouts(self) -> dict[str, KeptArticle]:
        """Return what is kept of every article, by path; no text is read for it."""
        asked = (
            "SELECT key, path, size, time, digest, about, x'' FROM file JOIN article USING (key)"
        )
        rows: list[Row] = self._file.do(lambda db: db.execute(asked).fetchall())
        return {one.path: one for row in rows if (one := kept_article(row)) is not None}

    def numbered(self, numbers: Iterable[int]) -> Iterator[Numbered]:
        """Yield the articles with these numbers, in their order; what has gone is left out."""
        for number in numbers:
            for row in self._file.do(partial(_rows, column="key", value=number)):
                if (article := kept_article(row)) is not None:
                    yield Numbered(number, article, partial(unpacked, row[-1]))

    def numbers_after(self, number: int) -> list[int]:
        """Return the numbers of all that was kept after another, in order."""
        asked = "SELECT key FROM file WHERE key > ? ORDER BY key"
        return [key for (key,) in self._file.do(lambda db: db.execute(asked, (number,)).fetchall())]

    def numbers_at(self, paths: Iterable[str]) -> list[int]:
        """Return the numbers of the files at these paths."""
        asked = "SELECT key FROM file WHERE path = ?"
        wanted = [(path,) for path in paths]

        def read(db: sqlite3.Connection) -> list[int]:
            return [key for one in wanted for (key,) in db.execute(asked, one)]

        return self._file.do(read) if wanted else []

    def replaced(self) -> list[int]:
        """Return the numbers under which nothing is kept any more, unless that was ``settled``."""
        asked = "SELECT key FROM replaced"
        return [key for (key,) in self._file.do(lambda db: db.execute(asked).fetchall())]

    def born(self) -> str:
        """Return what tells this collection of articles from one that was begun anew."""
        asked = "SELECT born FROM maker"
        return "".join(born for (born,) in self._file.do(lambda db: db.execute(asked).fetchall()))

    def at(self, path: str) -> KeptArticle | None:
        """Return what is kept of the file at a path."""
        for row in self._file.do(partial(_rows, column="path", value=path)):
            return kept_article(row)
        return None

    def quoted(self) -> dict[str, str]:
        """Return the sources of all articles that have any, in JSON, by path."""
        asked = "SELECT path, sources FROM file JOIN quoted USING (key) ORDER BY path"
        return dict(self._file.do(lambda db: db.execute(asked).fetchall()))

    def text_at(self, path: str) -> str | None:
        """Return the kept text of the file at a path; None where it is damaged, or not there."""
        for row in self._file.do(partial(_rows, column="path", value=path)):
            return unpacked(row[-1])
        return None

    # -- writing

    def put(self, articles: Iterable[tuple[KeptArticle, str]]) -> None:
        """Keep articles with their texts, in one go."""
        rows = [
            (one.path, *one.stamp, one.quoted, one.digest, about(one), packed(text))
            for one, text in articles
        ]
        if not rows:
            return

        def write(db: sqlite3.Connection) -> None:
            _remove(db, [row[0] for row in rows])
            for path, size, time, quoted, digest, known, text in rows:
                asked = "INSERT INTO file (path, size, time) VALUES (?, ?, ?)"
                key = db.execute(asked, (path, size, time)).lastrowid
                crc = check_of(key, path, size, time, digest, known, quoted)
                row = (key, digest, known, crc, text)
                db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?)", row)
                if quoted:
                    db.execute("INSERT INTO quoted VALUES (?, ?)", (key, quoted))

        self._file.write(write)

    def drop(self, paths: Sequence[str]) -> None:
        """Keep nothing of these files any more."""
        self._file.write(lambda db: _remove(db, paths))

    def settled(self, numbers: Iterable[int]) -> None:
        """Forget that these numbers were replaced."""
        gone = [(number,) for number in numbers]

        def write(db: sqlite3.Connection) -> None:
            db.executemany("DELETE FROM replaced WHERE key = ?", gone)

        if gone:
            self._file.write(write)


def _remove(db: sqlite3.Connection, paths: Sequence[str]) -> None:
    for path in paths:
        for (key,) in db.execute("SELECT key FROM file WHERE path = ?", (path,)).fetchall():
            db.execute("INSERT INTO replaced VALUES (?)", (key,))
            db.execute("DELETE FROM file WHERE key = ?", (key,))
            db.execute("DELETE FROM article WHERE key = ?", (key,))
            db.execute("DELETE FROM quoted WHERE key = ?", (key,))


def _rows(db: sqlite3.Connection, column: str, value: object) -> list[Row]:
    asked = f"{_ASKED.format('text')} WHERE {column} = ?"
    return db.execute(asked, (value,)).fetchall()
