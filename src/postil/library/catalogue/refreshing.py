"""Keeps the texts of all that is known up to date, so that they can be searched at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from postil.config import Places
from postil.library.base.cache_version import cache_key
from postil.library.catalogue import indexing
from postil.library.catalogue.looking import Look
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles
from postil.store.home.home import Home

AT_ONCE = 50
"""Articles that are stored together: each time costs a sync of the disk."""

Told = Callable[[int, int], None]
"""Is told how many of how many files have been read."""


def kept(places: Places) -> KeptArticles:
    """Return the kept articles."""
    return KeptArticles(places.cache / f"{indexing.NAME}.sqlite", cache_key())


def refresh(
    places: Places,
    home: Home,
    articles: KeptArticles,
    *,
    told: Told | None = None,
    again: Told | None = None,
) -> int:
    """Read what is new or changed, and drop what is known no more; return how many were read.

    What another version of Postil has read is read anew after that, article by article, of which
    ``again`` is told. A file that is gone stays as it was read last.
    """
    return take_in(places, home, articles, Look(places, home, articles), told, again or _nobody)


def take_in(
    places: Places,
    home: Home,
    articles: KeptArticles,
    look: Look,
    told: Told | None = None,
    again: Told | None = None,
) -> int:
    """Do what a look finds to be done; return how many articles were read.

    What another version has read, and an index of it, is left as it is where nobody is to be told.
    """
    seen = look.look()
    count = len(seen.stale)
    if not seen.fresh:
        _read(home, articles, seen.stale, told)
        if seen.gone:
            articles.drop(seen.gone)
        if again is not None and seen.aged:
            # By what is kept of them it is searched meanwhile.
            index(places, home, articles, indexing.FEW, again)
            _read(home, articles, seen.aged, again)
            count += len(seen.aged)
        # Others may have written meanwhile; and the next look is to be a short one.
        look.look()
    if again is not None or not seen.aged:
        index(places, home, articles, indexing.FEW, told)
    return count


def refresh_only(
    places: Places,
    home: Home,
    articles: KeptArticles,
    files: Iterable[Path],
    *,
    told: Told | None = None,
) -> int:
    """Read which of these files are new or changed; return how many were read."""
    kept_stamps = articles.stamps()
    stale = [path for path in map(str, files) if _changed(path, kept_stamps.get(path))]
    _read(home, articles, stale, told)
    # A few without an index are read through; each time it is written costs half a second.
    index(places, home, articles, indexing.FEW, told)
    return len(stale)


def _changed(path: str, stamp: tuple[int, int] | None) -> bool:
    try:
        now = os.stat(path)  # noqa: PTH116  (a third of the time, ten thousand times)
    except (OSError, ValueError):
        return False
    return (now.st_size, now.st_mtime_ns) != stamp


def _read(home: Home, articles: KeptArticles, paths: Sequence[str], told: Told | None) -> None:
    if not paths:
        return
    from postil.library.catalogue.reading import read  # all readers of documents, for a few files

    waiting = []
    for count, path in enumerate(paths):
        if told is not None:
            told(count, len(paths))
        waiting.append(read(home, Path(path)))
        if len(waiting) == AT_ONCE:
            articles.put(waiting)
            waiting = []
    articles.put(waiting)


def read_again(home: Home, articles: KeptArticles, kept_article: KeptArticle) -> str | None:
    """Read an article anew whose kept text is damaged; None where its file is gone as well."""
    if not os.path.lexists(kept_article.path):
        return None
    from postil.library.catalogue.reading import read

    again = read(home, Path(kept_article.path))
    articles.put([again])
    return again[1]


def index(
    places: Places, home: Home, articles: KeptArticles, few: int, told: Told | None = None
) -> None:
    """Index what is kept and not indexed yet, as :func:`indexing.update` does."""
    again = partial(read_again, home, articles)
    indexing.update(places, articles, again, few=few, told=told)


def _nobody(done: int, of: int) -> None:
    """Tell nobody."""
