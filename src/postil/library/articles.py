"""Opens articles, and joins to them what the home knows of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import CannotWrite, EmptyArticle
from postil.library import known
from postil.library.glance import opening, regular
from postil.library.metadata import METADATA_FIELDS, field_name, laid_over, said
from postil.library.opened import Reading
from postil.model.article import Article
from postil.model.source import Correction
from postil.store.clock import now
from postil.store.home import Home
from postil.store.journal import Change
from postil.store.records import ArticleRecord
from postil.store.state import Position

if TYPE_CHECKING:
    from postil.reading.attributions import Sources

__all__ = [
    "METADATA_FIELDS",
    "Reading",
    "again",
    "close",
    "meet",
    "opening",
    "progress",
    "read",
    "remember",
    "resume",
    "set_metadata",
    "settle",
]


def meet(home: Home, article: Article, path: Path | None) -> Reading:
    """Join to an article what the home knows of it, all but its sources; that is quickly done.

    Of an unfinished article it tells nothing yet.
    """
    where = regular(path)
    nothing = read_sources(Article(article.name, ()))
    record = known.find(home, article, where) if article.complete else None
    return _titled(home, Reading(article, where, record, nothing, article.metadata))


def settle(home: Home, article: Article, path: Path | None) -> Reading:
    """Join to an article what the home knows of it, and read its sources.

    On 10 MB that takes some seconds: a thread is the place for it.
    """
    reading = meet(home, article, path)
    if not article.complete:
        return reading
    corrections = () if reading.record is None else known.corrections(home, reading.record)
    sources = read_sources(reading.article, corrections)
    return replace(reading, sources=sources, corrections=corrections)


def read_sources(article: Article, corrections: Sequence[Correction] = ()) -> Sources:
    """Read what governs each paragraph; its grammar is loaded when it is first needed."""
    # Compiling the grammar takes longer than drawing the first page, which does without it.
    from postil.reading.attributions import read

    return read(article, corrections)


def again(home: Home, reading: Reading) -> Reading:
    """Return the reading with what the home knows by now: after an undo, a refresh, a new note."""
    article = reading.article
    if not article.complete:
        return reading
    record = known.find(home, article, reading.path)
    corrections = () if record is None else known.corrections(home, record)
    sources = reading.sources
    if corrections != reading.corrections:
        sources = read_sources(article, corrections)
    return _titled(home, replace(reading, record=record, sources=sources, corrections=corrections))


def _titled(home: Home, reading: Reading) -> Reading:
    """Lay the reader's word over the metadata of the document."""
    told = {} if reading.record is None else known.told(home, reading.record)
    metadata = laid_over(reading.document, told)
    if metadata == reading.article.metadata:
        return reading
    return replace(reading, article=replace(reading.article, metadata=metadata))


def read(home: Home, path: Path | None, data: bytes | None = None) -> Reading:
    """Read an article to its end and settle it.

    Raises EmptyArticle where it has not one letter, and CannotOpen and its kinds.
    """
    *_, article = opening(path, data)
    if not article.text.strip():
        raise EmptyArticle(
            article.name, "there is not one letter in it", "give an article with some text"
        )
    return settle(home, article, path)


def set_metadata(home: Home, reading: Reading, fields: Mapping[str, str]) -> Reading:
    """Say something of the article itself, by the names in ``METADATA_FIELDS``; undoable.

    An empty value takes the reader's word back, and what the document says holds again. Raises
    BadRequest for an unknown field or a date that cannot be read, and CannotWrite.
    """
    said({}, fields)
    record = known.stored(home, reading)
    told = said(record.metadata, fields)
    title = laid_over(reading.document, told).title or reading.article.name
    after = replace(record, metadata=told, title=title)
    if after != record:
        names = " and ".join(field_name(typed, METADATA_FIELDS) for typed in fields)
        home.apply(Change(f"{names} of “{record.title}” set", (record,), (after,)))
    return again(home, reading)


def progress(reading: Reading, offset: int) -> float:
    """Return which share of the article lies before an offset, 0 to 1."""
    length = reading.article.length
    return min(1.0, max(0.0, offset / length)) if length else 0.0


def remember(home: Home, reading: Reading, offset: int) -> None:
    """Keep the place on this machine, in case the lights go out; it costs one small write.

    Says nothing where it cannot be kept: a place lost is not worth a reader's attention.
    """
    keys = _keys(reading.article, reading.path, reading.record)
    if not keys or not reading.article.length:
        return
    share = progress(reading, offset) if reading.article.complete else 0.0
    with suppress(CannotWrite):
        home.state.put_position(keys, Position(offset, share, now()))


def close(home: Home, reading: Reading, offset: int) -> None:
    """Keep the place, and tell the other machines how far the article is read.

    Says nothing where it cannot be kept.
    """
    remember(home, reading, offset)
    article = reading.article
    if not article.complete or not article.length:
        return
    with suppress(CannotWrite):
        known.stored(
            home,
            reading,
            text=False,
            progress=round(progress(reading, offset), 4),
            read=now(),
        )


def resume(home: Home, opened: Reading | Article, path: Path | None = None) -> int:
    """Return the offset at which the article was left, 0 for a new one.

    Of an unfinished article only the path is asked; the offset may then lie behind its end.
    """
    article, where, record = opened, path, None
    if isinstance(opened, Reading):
        article, where, record = opened.article, opened.path, opened.record
    assert isinstance(article, Article)
    positions = home.state.positions()
    for key in _keys(article, regular(where), record):
        if (position := positions.get(key)) is not None:
            offset = max(0, position.offset)
            return min(offset, max(0, article.length - 1)) if article.complete else offset
    if record is not None and record.progress:
        return min(int(record.progress * article.length), max(0, article.length - 1))
    return 0


def _keys(article: Article, path: Path | None, record: ArticleRecord | None) -> list[str]:
    """Return under what a place is kept, the surest first."""
    keys = [article.digest] if article.complete and article.length else []
    if path is not None:
        keys.append(str(path))
    if record is not None:
        keys.append(record.id)
    return keys
