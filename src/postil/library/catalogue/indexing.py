"""Keeps the index of the kept articles, where the package for it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from postil.config import Places
from postil.errors import CannotWrite, NotesBusy
from postil.search.index import seal
from postil.search.query.cut_words import with_cuts
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles
from postil.store.disk.lock import Lock

if TYPE_CHECKING:
    from postil.search.index.reader import IndexReader

FEW = 20
"""Articles that a search reads through for want of an index, rather than to wait for one."""

MANY = 200
"""Articles without an index from which on it is made by a process of its own."""

AT_ONCE = 1000
"""Articles between two commits; after a kill, a build goes on behind the last."""

WAIT = 0.3
"""Seconds to wait for another process that writes; then it is left to it."""

NAME = "library"
"""What the file of the kept articles is called."""

Again = Callable[[KeptArticle], object]
"""Reads an article anew and keeps it."""

Told = Callable[[int, int], None]
"""Is told how many of how many articles are indexed."""


@cache
def installed() -> bool:
    """Tell whether there can be an index on this machine."""
    return find_spec("tantivy") is not None


def reader(places: Places, articles: KeptArticles) -> IndexReader | None:
    """Return the index of the kept articles; None where there is none that can be trusted."""
    folder = _folder(places, articles)
    born = articles.born()
    if not installed() or seal.read(folder, born) is None:
        return None
    from postil.search.index.reader import open_index

    return open_index(folder, born) or (
        open_index(folder, born, writing=True) if _is_written(places) else None
    )


def update(
    places: Places,
    articles: KeptArticles,
    again: Again,
    *,
    few: int = 0,
    told: Told | None = None,
) -> None:
    """Index what is not indexed yet, if that is more than a ``few``, and take out what has gone.

    Without a ``few`` an index that is damaged is made anew as well.

    Another process that does so already is left to it. ``again`` is called for an article whose
    text is damaged. What cannot be written is left for the next time: no answer rests on it.
    """
    if not installed() or (few and not behind(places, articles, few)):
        return
    with suppress(CannotWrite, OSError, ValueError), _lock(places).exclusive():
        _update(_folder(places, articles), articles, again, told)


def stamp(places: Places, articles: KeptArticles) -> tuple[int, ...]:
    """Return what is another as soon as something was indexed."""
    return seal.stamp(_folder(places, articles))


def behind(places: Places, articles: KeptArticles, few: int, *, sound: bool = True) -> bool:
    """Tell whether more than a few articles are not indexed: all, where the index is not sound.

    Whether it is, is not looked at.
    """
    if not installed():
        return False
    sealed = seal.read(_folder(places, articles), articles.born()) if sound else None
    if sealed is None:
        return len(articles.numbers_after(0)) > few
    return len(articles.numbers_after(sealed.upto)) + len(articles.replaced()) > few


def _update(folder: Path, articles: KeptArticles, again: Again, told: Told | None) -> None:
    from postil.search.index.writer import IndexWriter

    writer = IndexWriter(folder, articles.born())
    gone = articles.replaced()
    numbers = articles.numbers_after(writer.upto)
    for at in range(0, len(numbers) or bool(gone), AT_ONCE):
        entries = _entries(articles, numbers[at : at + AT_ONCE], again)
        writer.write(entries, [] if at else gone)
        if told is not None:
            told(min(at + AT_ONCE, len(numbers)), len(numbers))
    articles.settled(gone)


def _entries(
    articles: KeptArticles, numbers: list[int], again: Again
) -> Iterator[tuple[int, str, str]]:
    for number, article, unpack in articles.numbered(numbers):
        if (text := unpack()) is None:
            # It is kept under another number then, to be indexed next time.
            again(article)
        yield number, article.title, with_cuts(text or "", article.line_ends)


def _is_written(places: Places) -> bool:
    """Tell whether somebody writes the index at this moment."""
    try:
        with Lock(_lock(places).path, patience=0.0).exclusive():
            return False
    except NotesBusy:
        return True
    except CannotWrite:
        return False


def _lock(places: Places) -> Lock:
    return Lock(places.cache / "index.lock", patience=WAIT)


def _folder(places: Places, articles: KeptArticles) -> Path:
    """Return where their index lies: articles that lie beside others have one of their own."""
    return places.cache / f"index{articles.place().stem.removeprefix(NAME)}"
