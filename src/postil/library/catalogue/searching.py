"""Searches all that is known: articles and notes of which a query holds, the best first."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain, islice

from postil.config import Places
from postil.library.catalogue import indexing
from postil.library.catalogue.refreshing import kept, read_again, refresh
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle, ArticleSubject, NoteSubject
from postil.library.notes import listing
from postil.library.notes.listing import Listed
from postil.model.article import JOINT
from postil.model.span import Span
from postil.model.values import dataclass
from postil.search.judging.judge import holds, shown_parts
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import Query
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles
from postil.store.home.home import Home
from postil.text.clean import clean_line

AROUND = 60
"""Code points that are shown on either side of what was found."""

EVERY = 1000
"""Articles that are proposed at once where all are asked for."""

MOST_RENEWED = 3
"""Times that the kept articles may be found damaged before the search ends with what there is."""

PLACES = 50
"""Places of each word that are looked at for the best passage of an article."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a note of which a query holds."""

    kind: str
    """``text`` or ``note``."""
    note: str | None
    article: str | None
    """The id of its record; None where nothing is stored about it."""
    path: str | None
    """As the system spells it, not yet fit for showing."""
    title: str
    start: int | None
    """Of what was found, in the canonical text; the beginning, where no words were asked for."""
    end: int | None
    snippet: str
    score: float

    def as_json(self) -> dict[str, object]:
        """Return what ``postil search --json`` prints, in its order."""
        names = ("kind", "note", "article", "path", "start", "end", "snippet", "score")
        row = {name: getattr(self, name) for name in names}
        if self.note is None:
            del row["note"]
        return row


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
            for one, unpack in self._articles.all():
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
        by_article: dict[str, list[Listed]] = defaultdict(list)
        listed = list(listing.listing(self._home))
        for one in listed:
            by_article[one.article].append(one)
        abouts: dict[str | None, AboutArticle] = {}
        for one in listed:
            if one.path not in abouts:
                known = one.path and self._articles.at(one.path)
                abouts[one.path] = (
                    self._about(known) if known else AboutArticle.of_note(one, Standings.none())
                )
            about = abouts[one.path]
            self._step()
            subject = NoteSubject(one, about, by_article[one.article])
            if not holds(self._query, subject):
                continue
            scores = [best_passage(self._query, text)[1] for text in subject.texts]
            yield Hit(
                kind="note",
                note=one.id,
                article=one.article,
                path=one.path,
                title=about.title,
                start=one.start,
                end=one.end,
                snippet=clean_line(one.quote if not one.body else f"{one.quote} — {one.body}"),
                score=round(max(scores), 4),
            )

    def _about(self, one: KeptArticle) -> AboutArticle:
        return AboutArticle(one, self._standings.of(one.path, one.digest))


def best_passage(query: Query, text: SearchedText) -> tuple[Span, float]:
    """Return where most of what is looked for stands together, and how well the text fits.

    The fit grows with the number of places, ever more slowly, and shrinks with the length.
    """
    found: list[tuple[int, Span]] = []
    fit = 0.0
    for number, part in enumerate(shown_parts(query)):
        spans = text.first_spans(part, PLACES)
        found += [(number, span) for span in spans]
        fit += math.log1p(len(spans))
    if not found:
        return Span(0, 0), 0.0
    found.sort(key=lambda one: one[1].start)
    by_block: dict[int, dict[int, Span]] = defaultdict(dict)
    block, next_block = 0, text.text.find(JOINT)
    for number, span in found:
        while 0 <= next_block <= span.start:
            block += 1
            next_block = text.text.find(JOINT, next_block + len(JOINT))
        by_block[block].setdefault(number, span)
    best = max(by_block.values(), key=len)
    first = min(best.values(), key=lambda span: span.start)
    last = max(best.values(), key=lambda span: span.end)
    return Span(first.start, last.end), fit / (1 + math.log10(1 + len(text.text) / 1000))


def snippet(text: str, span: Span, around: int = AROUND) -> str:
    """Return a line around a passage, cut at blanks; an ellipsis stands for what is left out."""
    begun = text.rfind(JOINT, 0, span.start) + len(JOINT) if JOINT in text[: span.start] else 0
    ended = text.find(JOINT, span.start)
    start = max(begun, span.start - around)
    end = min(ended if ended >= 0 else len(text), max(span.start, span.end) + around)
    end = min(end, start + 4 * around)
    if start > begun and (blank := text.find(" ", start, span.start)) >= 0:
        start = blank + 1
    cut = end not in (ended, len(text))
    if cut and (blank := text.rfind(" ", span.end, end)) > 0:
        end = blank
    line = clean_line(text[start:end])
    return f"{'…' if start > begun else ''}{line}{'…' if cut else ''}"
