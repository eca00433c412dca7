"""Kept articles: the canonical text and the metadata of every known file, in one SQLite file.

It belongs to the cache: what is damaged is made anew. What another version of Postil has read
answers until it is read anew, article by article. A text is compressed, and its checksum is looked
at whenever it is read, since flipped bytes go unnoticed otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

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
from postil.store.catalogue.kept_sections import KeptSections
from postil.store.catalogue.packing import packed, unpacked

__all__ = ["FileStamp", "KeptArticle", "KeptArticles", "Numbered"]

_ASKED = "SELECT key, path, size, time, digest, about, {} FROM file JOIN article USING (key)"

_TOGETHER = 20
"""Rows that are asked for at once: each time the file is locked, and let go of again."""

_OWN = "reader = coalesce((SELECT number FROM reader WHERE name = ?), -1)"
"""What holds of a file that was read by this version of Postil."""


class KeptArticles:
    """The kept articles; all of it raises what :meth:`CatalogueFile.do` does.

    An index of them says up to which number it goes, so that what came later is known.
    """

    def __init__(self, path: Path, reader: str) -> None:
        """``reader`` is a key of the code that reads articles: what others have read is older."""
        self._file = CatalogueFile(path)
        self._reader = reader

    @property
    def renewed(self) -> int:
        """How often the file was found damaged, and begun anew with nothing in it."""
        return self._file.renewed

    @property
    def discarded(self) -> bool:
        """Whether all that was kept was in a form that nobody can read any more, and is gone."""
        return self._file.discarded

    @property
    def beside(self) -> bool:
        """Whether a later Postil keeps articles here as well, which are left as they are."""
        return self._file.beside

    def place(self) -> Path:
        """Return the file in which they are kept."""
        self._file.do(lambda _: None)
        return self._file.path

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def stamp(self) -> tuple[str, list[int]]:
        """Return what tells that something was kept since, or that another Postil looks."""
        return self._reader, self._file.stamp()

    # -- reading

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return the stamps of all kept files, by path: size in bytes, time in nanoseconds."""
        asked = "SELECT path, size, time FROM file"
        rows = self._file.do(lambda db: db.execute(asked).fetchall())
        return {path: (size, time) for path, size, time in rows}

    def aged(self) -> set[str]:
        """Return the paths of all files that were read by another version of Postil."""
        asked = f"SELECT path FROM file WHERE NOT {_OWN}"
        rows = self._file.do(lambda db: db.execute(asked, (self._reader,)).fetchall())
        return {path for (path,) in rows}

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
        more = iter(numbers)
        while some := list(islice(more, _TOGETHER)):
            rows = self._file.do(partial(_rows, column="key", values=some))
            by_number = {row[0]: row for row in rows}
            for number in some:
                row = by_number.get(number)
                if row is not None and (article := kept_article(row)) is not None:
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
        for row in self._file.do(partial(_rows, column="path", values=[path])):
            return kept_article(row)
        return None

    def quoted(self) -> dict[str, str]:
        """Return the sources of all articles that have any, in JSON, by path."""
        asked = "SELECT path, sources FROM file JOIN quoted USING (key) ORDER BY path"
        return dict(self._file.do(lambda db: db.execute(asked).fetchall()))

    def sections(self, path: str) -> KeptSections:
        """Return the sections of the file at a path, for offsets in its kept text."""
        return self.sections_at([path]).get(path) or KeptSections()

    def sections_at(self, paths: Iterable[str]) -> dict[str, KeptSections]:
        """Return those of several files, by path; of which nothing is known have none."""
        asked = (
            f"SELECT path, sections, {_OWN} FROM file JOIN outline USING (key) WHERE path IN ({{}})"
        )
        more, found = iter(dict.fromkeys(paths)), {}
        while some := list(islice(more, _TOGETHER)):
            read = partial(_fetched, asked=asked.format(_marks(some)), given=(self._reader, *some))
            rows = self._file.do(read)
            found.update({path: KeptSections(kept, sure=bool(own)) for path, kept, own in rows})
        return found

    def text_at(self, path: str) -> str | None:
        """Return the kept text of the file at a path; None where it is damaged, or not there."""
        for row in self._file.do(partial(_rows, column="path", values=[path])):
            return unpacked(row[-1])
        return None

    # -- writing

    def put(self, articles: Iterable[tuple[KeptArticle, str]]) -> None:
        """Keep articles with their texts, in one go; one whose words are the same keeps its number.

        So an index of them need not be made anew because all are read by another version.
        """
        rows = list(articles)
        if not rows:
            return

        def write(db: sqlite3.Connection) -> None:
            db.execute("INSERT OR IGNORE INTO reader (name) VALUES (?)", (self._reader,))
            asked = "SELECT number FROM reader WHERE name = ?"
            (reader,) = db.execute(asked, (self._reader,)).fetchone()
            for article, text in rows:
                key = _same(db, article, text)
                if key is None:
                    _remove(db, [article.path])
                _write(db, reader, key, article, text)

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


def _same(db: sqlite3.Connection, article: KeptArticle, text: str) -> int | None:
    """Return the number of an article that is kept already with the same words, if it is."""
    for row in _rows(db, "path", [article.path]):
        before = kept_article(row)
        same = before is not None and _indexed(before) == _indexed(article)
        return row[0] if same and unpacked(row[-1]) == text else None
    return None


def _indexed(article: KeptArticle) -> tuple[object, ...]:
    """Return what an index rests on besides the text."""
    return article.title, article.line_ends


def _write(
    db: sqlite3.Connection, reader: int, key: int | None, article: KeptArticle, text: str
) -> None:
    """Write an article under its number, or under a new one."""
    known, new = about(article), key is None
    if key is None:
        asked = "INSERT INTO file (path, size, time, reader) VALUES (?, ?, ?, ?)"
        key = db.execute(asked, (article.path, *article.stamp, reader)).lastrowid
    else:
        asked = "UPDATE file SET size = ?, time = ?, reader = ? WHERE key = ?"
        db.execute(asked, (*article.stamp, reader, key))
        for table in ("quoted", "outline"):
            db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
    row = (key, article.path, *article.stamp, article.digest, known, article.quoted)
    crc = check_of(row, reader, article.sections)
    if new:
        found = (key, article.digest, known, crc, packed(text))
        db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?)", found)
    else:
        asked = "UPDATE article SET digest = ?, about = ?, crc = ? WHERE key = ?"
        db.execute(asked, (article.digest, known, crc, key))
    if article.quoted:
        db.execute("INSERT INTO quoted VALUES (?, ?)", (key, article.quoted))
    if article.sections:
        db.execute("INSERT INTO outline VALUES (?, ?)", (key, article.sections))


def _remove(db: sqlite3.Connection, paths: Sequence[str]) -> None:
    for path in paths:
        for (key,) in db.execute("SELECT key FROM file WHERE path = ?", (path,)).fetchall():
            db.execute("INSERT INTO replaced VALUES (?)", (key,))
            for table in ("file", "article", "quoted", "outline"):
                db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))


def _fetched(db: sqlite3.Connection, asked: str, given: Sequence[object]) -> list[Any]:
    return db.execute(asked, given).fetchall()


def _rows(db: sqlite3.Connection, column: str, values: Sequence[object]) -> list[Row]:
    asked = f"{_ASKED.format('text')} WHERE {column} IN ({_marks(values)})"
    return db.execute(asked, values).fetchall()


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
