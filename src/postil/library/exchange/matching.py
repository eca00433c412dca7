"""Matching: which article an imported note is on, by its text, address, name or words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from postil.errors import PostilError
from postil.imports.base.fields import letters
from postil.imports.base.records import ImportedArticle
from postil.library.articles import web_pages
from postil.library.catalogue.refreshing import kept, refresh
from postil.store.catalogue.kept_article import KeptArticle
from postil.store.home.home import Home
from postil.text.progress import Progress

_PROBES = 4
"""Quotations of an article by which its text is looked for: the longest ones."""

_PROBE = 60
"""Letters of a quotation that are looked for; programs cut long ones at their ends."""

_SHORT = 8
"""Letters below which a quotation alone says nothing of whose it is."""

_TITLE = 4
"""Code points of a title below which it is compared whole."""


class KnownArticles:
    """All articles that are known here, to be found by what another program says of them."""

    def __init__(self, home: Home) -> None:
        self._home = home

    @cached_property
    def _kept(self) -> Sequence[tuple[KeptArticle, Callable[[], str | None]]]:
        articles = kept(self._home.places)
        try:
            refresh(self._home.places, self._home, articles)
            return [(one.article, one.unpack) for one in articles.all() if one.article.digest]
        finally:
            articles.close()

    @cached_property
    def _texts(self) -> Sequence[tuple[str, str]]:
        """The path and the letters of each; what is damaged is left out."""
        return [
            (article.path, letters(text))
            for article, unpack in self._kept
            if (text := unpack()) is not None
        ]

    def paths(
        self, wanted: Mapping[ImportedArticle, Sequence[str]], progress: Progress | None = None
    ) -> dict[ImportedArticle, str]:
        """Return the path of each article that is found, given the quotations from it.

        What a file brings its own text of is told by that text first. Of several that have the
        name, the one with most of the quotations is meant.
        """
        found: dict[ImportedArticle, str] = {}
        for at, (article, quotes) in enumerate(wanted.items()):
            if progress is not None:
                progress(at / len(wanted))
            path = self._by_text(article) or self._by_address(article)
            named = [] if path else self._by_name(article)
            path = path or self._by_words(quotes, named) or self._by_name_alone(article, named)
            if path:
                found[article] = path
        return found

    def _by_text(self, article: ImportedArticle) -> str | None:
        if article.digest:
            for kept_one, _ in self._kept:
                if kept_one.digest == article.digest:
                    return kept_one.path
        return None

    def _by_address(self, article: ImportedArticle) -> str | None:
        if not article.url.startswith(("http://", "https://")):
            return None
        try:
            return str(web_pages.read_before(self._home.places, article.url))
        except PostilError:
            return None

    def _by_name(self, article: ImportedArticle) -> list[str]:
        """Return the articles whose file or title is called so."""
        names = _names(article.file.replace("\\", "/").rpartition("/")[2])
        title = letters(article.title)
        return [
            one.path
            for one, _ in self._kept
            if not names.isdisjoint(_names(Path(one.path).name))
            or (title and _same_title(title, letters(one.title)))
            or (title and title == letters(Path(one.path).stem))
        ]

    def _by_name_alone(self, article: ImportedArticle, named: Sequence[str]) -> str | None:
        """Return the only article whose whole title is this, though it has none of the words."""
        title = letters(article.title)
        whole = [
            one.path
            for one, _ in self._kept
            if one.path in named and title and letters(one.title) == title
        ]
        return whole[0] if len(whole) == 1 else None

    def _by_words(self, quotes: Sequence[str], named: Sequence[str]) -> str | None:
        """Return the article with most of the quotations: one that is named so before others."""
        probes = [one[:_PROBE] for one in sorted(map(letters, quotes), key=len, reverse=True)]
        probes = [one for one in dict.fromkeys(probes) if one][:_PROBES]
        if not probes:
            return named[0] if len(named) == 1 else None
        counts = Counter({path: sum(one in text for one in probes) for path, text in self._texts})
        among = [(path, counts[path]) for path in named if counts[path]]
        if among:
            return max(among, key=lambda one: one[1])[0]
        if len(probes[0]) < _SHORT:
            return None
        best = counts.most_common(2)
        if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]


def _names(file: str) -> set[str]:
    """Return what a file may be called: by its whole name, or as what it was made of."""
    name = file.casefold()
    return {name, Path(name).stem} - {""}


def _same_title(one: str, other: str) -> bool:
    """Tell whether two titles are one; programs cut them, and leave their second parts out."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _TITLE and long.startswith(short)
