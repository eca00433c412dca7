"""Searches all that is known: articles and notes of which a query holds, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from postil.config import Places
from postil.library.catalogue import indexing
from postil.library.catalogue.excerpts import best_passage, snippet
from postil.library.catalogue.hits import Hit
from postil.library.catalogue.refreshing import kept, read_again, refresh
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle, ArticleSubject
from postil.search.judging.judge import holds
from postil.search.query.tree import Query
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles
from postil.store.home.home import Home

EVERY = 1000
"""Articles that are proposed at once where all are asked for."""

MOST_RENEWED = 3
"""Times that the kept articles may be found damaged before the search ends with what there is."""


def search(places: Places, home: Home, typed: str, limit: int | None = None) -> list[Hit]:
    """Return what a query finds, the best first; raises BadQuery."""
    query = asked(home, typed)
    articles = kept(places)
    try:
        while True:
            refresh(places, home, articles)
            renewed = articles.renewed
            hits = list(_Search(places, home, articles, query, limit, Standings(home)).hits())
            # What was lost on the way is read anew from the files.
            if articles.renewed in (renewed, MOST_RENEWED):
                break
    finally:
        articles.close()
    hits.sort(key=lambda hit: (-hit.score, hit.path or "", hit.start or 0))
    return hits[:limit]


def search_as_typed(
    places: Places,
    home: Home,
    articles: KeptArticles,
    query: Query,
    standings: Standings,
    step: Callable[[], None],
    limit: int | None = None,
) -> list[Hit]:
    """Return what a query finds in what is kept already, the best first; for who is typing it.

    ``step`` is called every few milliseconds; what it raises ends the search.
    """
    hits = list(_Search(places, home, articles, query, limit, standings, step).hits())
    hits.sort(key=lambda hit: (-hit.score, hit.path or "", hit.start or 0))
    return hits[:limit]


class _Search:
    """One search, with what is known of articles while it goes on."""

    def __init__(
        self,
        places: Places,
        home: Home,
        articles: KeptArticles,
        query: Query,
        limit: int | None,
        standings: Standings,
        step: Callable[[], None] = lambda: None,
    ) -> None:
        self._places = places
        self._home = home
        self._articles = articles
        self._query = query
        self._limit = limit
        self._step = step
        self._standings = standings

    def hits(self) -> Iterator[Hit]:
        """Yield articles, as many as are asked for if there are so many, and then all notes."""
        yield from self._in_articles()
        yield from self._in_notes()

    def _in_articles(self) -> Iterator[Hit]:
        """Judge what the index proposes, and what it does not know; without an index, all."""
        index = indexing.reader(self._places, self._articles)
        most = self._limit or EVERY
        proposed = None if index is None else index.candidates(self._query, most)
        if index is None or proposed is None:
            for _, one, unpack in self._articles.all():
                yield from self._in_article(one, unpack)
            return
        # What has another title by now is not found by that in the index.
        unsure = dict.fromkeys(self._articles.numbers_at(self._standings.retitled()))
        unsure.update(dict.fromkeys(self._articles.numbers_after(index.upto)))
        for _, one, unpack in self._articles.numbered(unsure):
            yield from self._in_article(one, unpack)
        sure = self._articles.numbered(number for number in proposed if number not in unsure)
        judged = (self._in_article(one.article, one.unpack) for one in sure)
        yield from islice(chain.from_iterable(judged), self._limit)

    def _in_article(self, one: KeptArticle, unpack: Callable[[], str | None]) -> Iterator[Hit]:
        self._step()
        about = self._about(one)
        text = unpack()
        if text is None:
            text = read_again(self._home, self._articles, one)
        if text is None:
            return
        subject = ArticleSubject(about, text)
        if not holds(self._query, subject):
            return
        span, score = best_passage(self._query, subject.text)
        yield Hit(
            kind="text",
            note=None,
            article=self._standings.id_of(one.path, one.digest),
            path=one.path,
            title=about.title,
            start=span.start,
            end=span.end,
            snippet=snippet(text, span),
            score=round(score, 4),
        )

    def _in_notes(self) -> Iterator[Hit]:
        if not self._home.lookup.any():
            return
        # What places notes and knows whose words they are on takes long to load.
        from postil.library.catalogue.note_hits import note_hits

        yield from note_hits(self._home, self._articles, self._query, self._about, self._step)

    def _about(self, one: KeptArticle) -> AboutArticle:
        return AboutArticle(one, self._standings.of(one.path, one.digest))
