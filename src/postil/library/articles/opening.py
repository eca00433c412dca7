"""Opens articles, and joins to them what the home knows of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import CannotWrite, EmptyArticle
from postil.library.articles.quick_open import opening, place_keys, progress, regular
from postil.library.base.open_article import Reading
from postil.library.identity import article_identity, earlier_versions
from postil.library.identity.likeness import ENOUGH, kept_share
from postil.library.metadata import name_corrections
from postil.library.metadata.article_metadata import METADATA_FIELDS, field_name, laid_over, said
from postil.model.article import Article
from postil.model.position import Whereabouts
from postil.model.source import Correction
from postil.store.disk.clock import now
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.machine.state import Position
from postil.store.records.records import ArticleRecord
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.attribution.governing.sources import Sources

__all__ = [
    "Reading",
    "again",
    "close",
    "following",
    "meet",
    "opening",
    "read",
    "remember",
    "seen_elsewhere",
    "set_metadata",
    "settle",
]


def meet(home: Home, article: Article, path: Path | None) -> Reading:
    """Join to an article what the home knows of it, all but its sources; that is quickly done.

    Of an unfinished article it tells nothing yet.
    """
    where = regular(path)
    nothing = read_sources(Article(article.name, ()))
    record = article_identity.find(home, article, where) if article.complete else None
    renamed = ""
    if record is None and article.complete:
        record = earlier_versions.renamed(home, article, where)
        renamed = "" if record is None else record.id
    reading = Reading(article, where, record, nothing, article.metadata, renamed=renamed)
    return _titled(home, reading)


def settle(
    home: Home, article: Article, path: Path | None, progress: Progress | None = None
) -> Reading:
    """Join to an article what the home knows of it, and read its sources.

    On 10 MB that takes some seconds: a thread is the place for it, which calls ``progress`` every
    few milliseconds with the share that is done.
    """
    if progress is not None:
        home.refresh(progress)
    reading = meet(home, article, path)
    if not article.complete:
        return reading
    corrections = article_identity.corrections(_records(home, reading.record))
    elsewhere = name_corrections.every_correction(home)
    sources = read_sources(reading.article, corrections, elsewhere, progress)
    return replace(reading, sources=sources, corrections=corrections, elsewhere=elsewhere)


def read_sources(
    article: Article,
    corrections: Sequence[Correction] = (),
    elsewhere: Sequence[Correction] = (),
    progress: Progress | None = None,
) -> Sources:
    """Read what governs each paragraph; its grammar is loaded when it is first needed.

    Names that the reader has corrected ``elsewhere`` are read as corrected.
    """
    # Compiling the grammar takes longer than drawing the first page, which does without it.
    from postil.attribution.governing.sources import read

    return read(article, corrections, progress, name_corrections.names(elsewhere))


def again(home: Home, reading: Reading) -> Reading:
    """Return the reading with what the home knows by now: after an undo, a refresh, a new note."""
    article = reading.article
    if not article.complete:
        return reading
    record = article_identity.again(home, reading)
    corrections = article_identity.corrections(_records(home, record))
    elsewhere = name_corrections.every_correction(home)
    sources = reading.sources
    if (corrections, elsewhere) != (reading.corrections, reading.elsewhere):
        sources = read_sources(article, corrections, elsewhere)
    now_known = replace(
        reading, record=record, sources=sources, corrections=corrections, elsewhere=elsewhere
    )
    return _titled(home, now_known)


def following(home: Home, reading: Reading, before: Reading) -> Reading:
    """Return what was read anew while another version was open, known by that one if need be.

    The text that the home keeps may be older, and too little of it may be left.
    """
    record = before.record
    if reading.record is not None or record is None:
        return reading
    if kept_share(before.article.text, reading.article.text) < ENOUGH:
        return reading
    return again(home, replace(reading, record=record, renamed=record.id))


def _titled(home: Home, reading: Reading) -> Reading:
    """Lay the reader's word over the metadata of the document."""
    told = article_identity.told(_records(home, reading.record))
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
    record = article_identity.stored(home, reading)
    told = said(record.metadata, fields)
    title = article_identity.called(home, reading, record, told.get("title", ""))
    after = replace(record, metadata=told, title=title)
    if after != record:
        names = " and ".join(field_name(typed, METADATA_FIELDS) for typed in fields)
        home.apply(Change(f"{names} of “{record.title}” set", (record,), (after,)))
    return again(home, reading)


def remember(home: Home, reading: Reading, where: Whereabouts, seen: int) -> None:
    """Keep the place on this machine, in case the lights go out; it costs one small write.

    ``where`` is where the article is to be opened again, ``seen`` where what was seen ends. Says
    nothing where it cannot be kept: a place lost is not worth a reader's attention.
    """
    article = reading.article
    if article.complete and article.length:
        place = Position(where.top, progress(article, seen), now(), where.current)
        with suppress(CannotWrite):
            home.state.put_position(_keys(reading), place)


def close(home: Home, reading: Reading, where: Whereabouts, seen: int) -> None:
    """Keep the place, and tell the other machines how far the article is read.

    Says nothing where it cannot be kept.
    """
    remember(home, reading, where, seen)
    article = reading.article
    if article.complete and article.length:
        share = round(progress(article, seen), 4)
        # By the text it is known again, however often it is edited; without notes that is no loss.
        text = any(article_identity.noted(home, one) for one in _records(home, reading.record))
        with suppress(CannotWrite):
            article_identity.stored(home, reading, text=text, progress=share, read=now())


def seen_elsewhere(home: Home, reading: Reading) -> int:
    """Return the offset up to which the article was seen on another machine.

    It is 0 for one that is new, or that has a place on this machine, where it is opened again.
    """
    article, record = reading.article, reading.record
    if record is None or not record.progress:
        return 0
    here = home.state.positions().keys()
    if not here.isdisjoint(_keys(reading)):
        return 0
    return min(round(record.progress * article.length), max(0, article.length - 1))


def _records(home: Home, record: ArticleRecord | None) -> Sequence[ArticleRecord]:
    """Return all that is kept of an article; nothing of one that is new."""
    return () if record is None else article_identity.kin(home, record)


def _keys(reading: Reading) -> list[str]:
    """Return under what the place in an article is kept, the surest first."""
    keys = place_keys(reading.article, reading.path)
    return keys if reading.record is None else [*keys, reading.record.id]
