"""Opens articles, and attaches to them what the home knows of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import CannotWrite, EmptyArticle
from postil.library.articles.loading import means_of, opening, whole
from postil.library.articles.quick_open import place_keys, progress, regular
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity, earlier_versions
from postil.library.identity.likeness import ENOUGH, kept_share
from postil.library.metadata import name_corrections
from postil.library.metadata.article_metadata import METADATA_FIELDS, field_name, laid_over, said
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.reading_state import ReadingState
from postil.model.source import Correction
from postil.model.values import replace
from postil.store.disk.clock import now
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.machine.state import LastRead
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.attribution.governing.sources import Sources

__all__ = [
    "as_next_version",
    "attach_records",
    "close",
    "meet",
    "opening",
    "read",
    "remember",
    "seen_elsewhere",
    "set_metadata",
]


def meet(home: Home, article: Article, path: Path | None) -> OpenArticle:
    """Attach to an article what the home knows of it, all but its sources; that is quickly done.

    Of an unfinished article it tells nothing yet.
    """
    where = regular(path)
    nothing = sources_reader(Article(article.name, ()))
    record = article_identity.find(home, article, where) if article.complete else None
    renamed = ""
    if record is None and article.complete:
        record = earlier_versions.renamed(home, article, where)
        renamed = "" if record is None else record.id
    open_article = OpenArticle(article, where, record, nothing, article.metadata, renamed=renamed)
    return _titled(home, open_article)


def attach_records(
    home: Home, article: Article, path: Path | None, progress: Progress | None = None
) -> OpenArticle:
    """Attach to an article what the home knows of it.

    With ``progress``, which is called every few milliseconds with the share that is done, all its
    sources are read as well: on 10 MB that takes some seconds, and a thread is the place for it.
    Without, those of a passage are read when they are asked for.
    """
    if progress is not None:
        home.refresh(progress)
    open_article = meet(home, article, path)
    if not article.complete:
        return open_article
    records = article_identity.same_article(home, open_article.record)
    corrections = article_identity.corrections(records)
    elsewhere = name_corrections.every_correction(home)
    sources = sources_reader(open_article.article, corrections, elsewhere)
    if progress is not None:
        sources().read(progress)
    return replace(open_article, read_sources=sources, corrections=corrections, elsewhere=elsewhere)


def sources_reader(
    article: Article,
    corrections: Sequence[Correction] = (),
    elsewhere: Sequence[Correction] = (),
) -> Callable[[], Sources]:
    """Return what gives the sources of an article, once they are asked for.

    Names that the reader has corrected ``elsewhere`` are read as corrected.
    """

    @cache
    def sources() -> Sources:
        # Their grammar takes longer to load than the first page to draw, which does without it.
        from postil.attribution.governing.sources import Sources

        return Sources(article, corrections, name_corrections.names(elsewhere))

    return sources


def refreshed(home: Home, open_article: OpenArticle) -> OpenArticle:
    """Return an open article as the home knows it by now: after an undo, a refresh, a new note."""
    article = open_article.article
    if not article.complete:
        return open_article
    record = article_identity.record_now(home, open_article)
    corrections = article_identity.corrections(article_identity.same_article(home, record))
    elsewhere = name_corrections.every_correction(home)
    sources = open_article.read_sources
    if (corrections, elsewhere) != (open_article.corrections, open_article.elsewhere):
        sources = sources_reader(article, corrections, elsewhere)
        sources().read()
    now_known = replace(
        open_article,
        record=record,
        read_sources=sources,
        corrections=corrections,
        elsewhere=elsewhere,
    )
    return _titled(home, now_known)


def as_next_version(home: Home, open_article: OpenArticle, before: OpenArticle) -> OpenArticle:
    """Return a new version of an open article, which takes over the record of the one before.

    It needs to where the snapshot in the home is older still, and too little of that is left.
    """
    record = before.record
    if open_article.record is not None or record is None:
        return open_article
    if kept_share(before.article.text, open_article.article.text) < ENOUGH:
        return open_article
    return refreshed(home, replace(open_article, record=record, renamed=record.id))


def _titled(home: Home, open_article: OpenArticle) -> OpenArticle:
    """Lay the reader's word over the metadata of the document."""
    records = article_identity.same_article(home, open_article.record)
    by_reader = article_identity.reader_metadata(records)
    metadata = laid_over(open_article.document, by_reader)
    if metadata == open_article.article.metadata:
        return open_article
    return replace(open_article, article=replace(open_article.article, metadata=metadata))


def read(
    home: Home,
    path: Path | None,
    data: bytes | None = None,
    password: str = "",
    encoding: str = "",
) -> OpenArticle:
    """Read an article to its end, and attach what the home knows of it.

    An ``encoding`` by Python's name is that of what is piped in.

    Raises EmptyArticle where it has not one letter, and CannotOpen and its kinds.
    """
    article = whole(path, data, means_of(lambda: home.places, path, password, encoding))
    if not article.text.strip():
        raise EmptyArticle(
            article.name, "there is not one letter in it", "give an article with some text"
        )
    return attach_records(home, article, path)


def set_metadata(home: Home, open_article: OpenArticle, fields: Mapping[str, str]) -> OpenArticle:
    """Say something of the article itself, by the names in ``METADATA_FIELDS``; undoable.

    An empty value takes the reader's word back, and what the document says holds again. Raises
    BadRequest for an unknown field or a date that cannot be read, and CannotWrite.
    """
    said({}, fields)
    record = article_identity.stored(home, open_article)
    told = said(record.metadata, fields)
    title = article_identity.title_for(home, open_article, record, told.get("title", ""))
    after = replace(record, metadata=told, title=title)
    if after != record:
        names = " and ".join(field_name(typed, METADATA_FIELDS) for typed in fields)
        home.apply(Change(f"{names} of “{record.title}” set", (record,), (after,)))
    return refreshed(home, open_article)


def remember(home: Home, open_article: OpenArticle, where: ReadingPosition, seen: int) -> None:
    """Keep the place on this machine, in case the lights go out; it costs one small write.

    ``where`` is where the article is to be opened again, ``seen`` the offset up to which it is
    read. Says nothing where it cannot be kept: a place lost is not worth a reader's attention.
    """
    article = open_article.article
    if article.complete and article.length:
        last = LastRead(where, progress(article, seen), now())
        with suppress(CannotWrite):
            home.state.put_position(_keys(open_article), last)


def close(home: Home, open_article: OpenArticle, where: ReadingPosition, seen: int) -> None:
    """Keep the place, and tell the other machines how far the article is read.

    What was to be read is being read from then on; that it is read stays the reader's word. Says
    nothing where it cannot be kept.
    """
    remember(home, open_article, where, seen)
    article = open_article.article
    if article.complete and article.length:
        share = round(progress(article, seen), 6)
        # By the text it is known again, however often it is edited; without notes that is no loss.
        records = article_identity.same_article(home, open_article.record)
        text = any(article_identity.has_notes(home, one) for one in records)
        with suppress(CannotWrite):
            it = article_identity.stored(home, open_article, text=text, progress=share, read=now())
            for one in article_identity.same_article(home, it):
                if one.state is ReadingState.TODO:
                    home.put_article(replace(one, state=None))


def seen_elsewhere(home: Home, open_article: OpenArticle) -> int:
    """Return the offset up to which the article was read on another machine.

    It is 0 for one that is new, or that has a place on this machine, where it is opened again.
    """
    article, record = open_article.article, open_article.record
    if record is None or not record.progress:
        return 0
    here = home.state.positions().keys()
    if not here.isdisjoint(_keys(open_article)):
        return 0
    return min(round(record.progress * article.length), max(0, article.length - 1))


def _keys(open_article: OpenArticle) -> list[str]:
    """Return under what the place in an article is kept, the surest first."""
    keys = place_keys(open_article.article, open_article.path)
    return keys if open_article.record is None else [*keys, open_article.record.id]
