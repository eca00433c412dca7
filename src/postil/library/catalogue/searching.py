"""Searches all that is known: articles and notes of which a query holds, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from postil.config import Places
from postil.library.catalogue import indexing
from postil.library.catalogue.background import Said, caught_up
from postil.library.catalogue.found.excerpts import best_passage, snippet
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.found.met import Met
from postil.library.catalogue.refreshing import Told, index, kept
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.subjects import ArticleSubject
from postil.model.values import replace
from postil.search.judging.judge import holds
from postil.search.query.tree import Query
from postil.store.catalogue.kept_articles import KeptArticles, Numbered
from postil.store.catalogue.kept_sections import KeptSections
from postil.store.home.home import Home

EVERY = 1000
"""Articles that are proposed at once where all are asked for."""

MOST_RENEWED = 3
"""Times that the kept articles may be found damaged before the search ends with what there is."""


def search(
    places: Places,
    home: Home,
    typed: str,
    limit: int | None = None,
    told: Told = lambda *_: None,
    said: Said = lambda _: None,
) -> list[Hit]:
    """Return what a query finds, the best first; raises BadQuery.

    ``told`` is told how far it is, where much has to be read first, and ``said`` in a sentence what
    is to be known of what is searched.
    """
    query = asked(home, typed)
    articles = kept(places)
    try:
        while True:
            caught = caught_up(places, home, articles, told, said)
            renewed = articles.renewed
            met = Met(places, home)
            met.begin(articles)
            lacking = met.index is None and not caught.aged
            if lacking and indexing.behind(places, articles, indexing.FEW, sound=False):
                index(places, home, articles, 0)
                met.begin(articles)
            hits = list(hits_of(home, articles, met, query, limit))
            # What was lost on the way is read anew from the files.
            if articles.renewed in (renewed, MOST_RENEWED):
                break
        return _in_sections(articles, sorted(hits, key=Hit.order)[:limit])
    finally:
        articles.close()


def _in_sections(articles: KeptArticles, hits: list[Hit]) -> list[Hit]:
    """Return hits with the sections that they stand in, as far as these are known."""
    sections = articles.sections_at(hit.path for hit in hits if hit.path is not None)
    return [_in_section(sections.get(hit.path or "") or KeptSections(), hit) for hit in hits]


def _in_section(sections: KeptSections, hit: Hit) -> Hit:
    if hit.path is None or hit.start is None or hit.start == hit.end:
        return hit
    # A note is placed in the article as it is read now.
    known = sections.sure or hit.kind == "text"
    return replace(hit, section=sections.at(hit.start)) if known else hit


def hits_of(
    home: Home, articles: KeptArticles, met: Met, query: Query, limit: int | None
) -> Iterator[Hit]:
    """Yield what a query finds in what is kept already, those first that the index thinks best.

    Articles come first, as many as are asked for if there are so many, and then notes.
    """
    yield from _in_articles(articles, met, query, limit)
    if home.lookup.any():
        # What places notes and knows whose words they are on takes long to load.
        from postil.library.catalogue.found.note_hits import note_hits

        yield from note_hits(home, articles, met, query, limit)


def _in_articles(
    articles: KeptArticles, met: Met, query: Query, limit: int | None
) -> Iterator[Hit]:
    """Judge what the index proposes, and what it does not know; without an index, all."""
    judged: Callable[[Numbered], Iterator[Hit]] = _Judge(articles, met, query)
    proposed = None if met.index is None else met.index.candidates(query, limit or EVERY)
    if met.index is None or proposed is None:
        yield from chain.from_iterable(map(judged, articles.all()))
        return
    # What has another title by now is not found by that in the index.
    unsure = dict.fromkeys(articles.numbers_at(met.standings.retitled()))
    unsure.update(dict.fromkeys(articles.numbers_after(met.index.upto)))
    yield from chain.from_iterable(map(judged, articles.numbered(unsure)))
    sure = articles.numbered(number for number in proposed if number not in unsure)
    yield from islice(chain.from_iterable(map(judged, sure)), limit)


class _Judge:
    """Judges articles by one query."""

    def __init__(self, articles: KeptArticles, met: Met, query: Query) -> None:
        self._articles = articles
        self._met = met
        self._query = query

    def __call__(self, one: Numbered) -> Iterator[Hit]:
        """Yield the article if the query holds of it."""
        self._met.step()
        about, text = self._met.article(self._articles, one)
        if text is None or not holds(self._query, ArticleSubject(about, text)):
            return
        span, score = best_passage(self._query, text)
        yield Hit(
            kind="text",
            note=None,
            article=self._met.standings.id_of(one.article.path, one.article.digest),
            path=one.article.path,
            title=about.title,
            start=span.start,
            end=span.end,
            snippet=snippet(text.text, span),
            score=round(score, 4),
        )
