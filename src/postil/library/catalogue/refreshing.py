"""Keeps the texts of all that is known up to date, so that they can be searched at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from postil.config import Places
from postil.document.bytes.read_file import shown
from postil.errors import CannotOpen
from postil.library.articles import opening
from postil.library.base.cache_version import cache_key
from postil.library.base.open_article import OpenArticle
from postil.library.catalogue import indexing
from postil.library.catalogue.knowing import everything
from postil.library.sources.article_sources import originals, words_of
from postil.model.source import Date
from postil.store.catalogue.kept_articles import FileStamp, KeptArticle, KeptArticles
from postil.store.home.home import Home
from postil.text.word_count import count_words

AT_ONCE = 50
"""Articles that are stored together: each time costs a sync of the disk."""

Told = Callable[[int, int], None]
"""Is told how many of how many files have been read."""


def kept(places: Places) -> KeptArticles:
    """Return the kept articles."""
    return KeptArticles(places.cache / "library.sqlite", cache_key())


def refresh(
    places: Places,
    home: Home,
    articles: KeptArticles,
    *,
    only: Iterable[Path] | None = None,
    told: Told | None = None,
) -> int:
    """Read what is new or changed, and drop what is known no more; return how many were read.

    ``only`` these files are looked at, if they are given. A file that is gone stays as it was read
    last.
    """
    stamps = articles.stamps()
    known = list(everything(places, home, stamps)) if only is None else list(only)
    stale = [path for path in known if _changed(path, stamps.get(str(path)))]
    waiting = []
    for count, path in enumerate(stale):
        if told is not None:
            told(count, len(stale))
        waiting.append(_read(home, path))
        if len(waiting) == AT_ONCE:
            articles.put(waiting)
            waiting = []
    articles.put(waiting)
    if only is None and (gone := set(stamps) - {str(path) for path in known}):
        articles.drop(sorted(gone))
    few = indexing.FEW if only is None else 0
    indexing.update(places, articles, partial(read_again, home, articles), few=few, told=told)
    return len(stale)


def read_again(home: Home, articles: KeptArticles, kept_article: KeptArticle) -> str | None:
    """Read an article anew whose kept text is damaged; None where its file is gone as well."""
    path = Path(kept_article.path)
    if _stamp(path) is None:
        return None
    again = _read(home, path)
    articles.put([again])
    return again[1]


def _changed(path: Path, stamp: FileStamp | None) -> bool:
    now = _stamp(path)
    return now is not None and now != stamp


def _stamp(path: Path) -> FileStamp | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return FileStamp(found.st_size, found.st_mtime_ns)


def _read(home: Home, path: Path) -> tuple[KeptArticle, str]:
    """Read an article with its sources; one that cannot be read says why."""
    stamp = _stamp(path) or FileStamp(0, 0)
    name = shown(Path(path.name))
    try:
        open_article = opening.read(home, path)
    except CannotOpen as error:
        return KeptArticle(str(path), stamp, "", name, trouble=error.why), ""
    article = open_article.article
    about = article.metadata
    found = KeptArticle(
        path=str(path),
        stamp=stamp,
        digest=article.digest,
        title=about.title or name,
        authors=tuple(one.display for one in about.author),
        outlet=about.container_title or about.publisher,
        issued=issued(about.issued),
        sources=tuple(dict.fromkeys(_sources(open_article))),
        words=count_words(article.text),
    )
    return found, article.text


def _sources(open_article: OpenArticle) -> Iterator[str]:
    for source in originals(open_article):
        if words := words_of(source):
            yield words


def issued(date: Date | None) -> str:
    """Return a date as queries compare it: ``2015-01-24``, as far as it is known, or a range."""
    if date is None:
        return ""
    first = "-".join(
        f"{part:0{width}}"
        for part, width in ((date.year, 4), (date.month, 2), (date.day, 2))
        if part
    )
    return first if date.until is None else f"{first}/{issued(date.until)}"
