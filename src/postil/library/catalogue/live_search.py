"""A search that follows what is being typed: articles with their passages, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from time import monotonic

from postil.config import Places
from postil.document.bytes.read_file import shown
from postil.library.base.note_text import on_one_line
from postil.library.catalogue.background import caught_up, follow
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.found.met import Met, MetArticle
from postil.library.catalogue.found.passages import (
    AROUND,
    PASSAGES,
    Passage,
    apart,
    in_text,
    printable,
)
from postil.library.catalogue.refreshing import kept
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.searching import hits_of
from postil.library.notes.tagging import tags
from postil.model.span import Span
from postil.model.values import dataclass, field
from postil.search.judging.judge import shown_parts
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import EVERYTHING, All, Query, Regex, Words
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.catalogue.kept_sections import KeptSections
from postil.store.home.home import Home
from postil.text.clean import clean

__all__ = ["PASSAGES", "Found", "FoundArticle", "LiveSearch", "Passage"]

ARTICLES = 40
"""Articles that are shown at most: who wants more of them types on."""

EACH = 50
"""Passages of an article that are gone through where more than a ``FEW`` have any."""

FEW = 3

SOON = 0.05
"""Seconds after which some of what is found is shown, before all of it is."""

Step = Callable[[], None]
"""Is called every few milliseconds, and may raise to end the work."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with what was found in it, the best passage first."""

    path: str | None
    """As the system spells it, not yet fit for showing; None where it has no file here."""
    title: str
    outlet: str
    date: str
    passages: Sequence[Passage]
    sections: KeptSections = field(default_factory=KeptSections)

    def section_of(self, passage: Passage) -> str:
        """Return what the section is called that a passage stands in; "" where none is known.

        A note is placed in the article as it is read now, whoever has read what is kept.
        """
        if not passage.spans or (passage.note and not self.sections.sure):
            return ""
        return self.sections.name_at(passage.spans[0].start)


@dataclass(frozen=True, slots=True)
class Found:
    """What has been found so far."""

    articles: tuple[FoundArticle, ...]
    of: int
    """Articles in which something was found, one more than shown where there may be others."""
    done: bool
    """Whether nothing more will come."""


_COMMON = "a"
"""A query that finds something in most libraries."""


class LiveSearch:
    """Searches as often as a letter is typed; what it has met stays so for the next letter."""

    def __init__(self, places: Places, home: Home) -> None:
        self._places = places
        self._home = home
        self._met = Met(places, home)
        self._warm = False
        self._one_by_one = Lock()
        """Held by who searches: one who is given up may still be at it when the next one comes."""

    def refresh(
        self,
        told: Callable[[int, int], None],
        again: Callable[[int, int], None] | None = None,
    ) -> tuple[int, int]:
        """Read what is new or changed; return how many were read, and how many are known.

        Wait until what another version of Postil has read is read again as well, if anybody is to
        be told how far that is: meanwhile it answers as it is.
        """
        self._home.refresh()
        articles = kept(self._places)
        try:
            caught = caught_up(self._places, self._home, articles, told)
            read = caught.read
            if caught.aged and again is not None:
                follow(self._places, articles, caught, again)
                read += len(caught.aged)
            return read, len(articles.stamps())
        finally:
            articles.close()

    def warm(self, step: Step) -> None:
        """Load what a first query takes, before it is typed; raises what ``step`` does."""
        if not self._warm:
            self._warm = True
            for _ in self.found(_COMMON, step, most=1):
                pass

    def tags(self) -> tuple[str, ...]:
        """Return all tags, the most used first."""
        return tuple(one.tag for one in tags(self._home))

    def found(
        self, typed: str, step: Step, most: int = ARTICLES, each: int = EACH
    ) -> Iterator[Found | None]:
        """Yield what a query that is being typed finds, at first some of it; None for no query.

        That is in at most so many articles, and passages of ``each``; of a few articles all.

        Raises BadQuery, BadPattern for an expression that takes too long, and what ``step`` does.
        """
        query = asked(self._home, typed, typing=True)
        if query == EVERYTHING:
            yield None
            return
        with self._one_by_one:
            yield from self._found(query, step, most, each)

    def _found(self, query: Query, step: Step, most: int, each: int) -> Iterator[Found]:
        articles = kept(self._places)
        try:
            hits: list[Hit] = []
            known: dict[str, FoundArticle] = {}
            until = monotonic() + SOON
            self._met.begin(articles, step)
            for hit in hits_of(self._home, articles, self._met, query, most):
                hits.append(hit)
                if monotonic() > until:
                    until = monotonic() + 10 * SOON
                    yield self._grouped(articles, query, hits, known, most, each, done=False)
            yield self._grouped(articles, query, hits, known, most, each, done=True)
        finally:
            articles.close()

    def _grouped(
        self,
        articles: KeptArticles,
        query: Query,
        hits: Sequence[Hit],
        known: dict[str, FoundArticle],
        most: int,
        each: int,
        *,
        done: bool,
    ) -> Found:
        """Group hits by their articles; ``known`` are those that were set out for this query."""
        by_article: dict[str, list[Hit]] = {}
        for hit in sorted(hits, key=Hit.order):
            by_article.setdefault(hit.path or hit.article or "", []).append(hit)
        of = len(by_article) + (len(hits) >= most)
        keys = list(by_article)[:most]
        each = PASSAGES if len(keys) <= FEW else each
        # A note may come to an article later; and of many articles fewer passages are gone through.
        new = {key: f"{key}\n{len(by_article[key])} {each}" for key in keys}
        lacking = [by_article[key] for key in keys if new[key] not in known]
        met = {
            path: met
            for mine in lacking
            if (path := mine[0].path) is not None
            and (met := self._met.at(articles, path)) is not None
        }
        sections = self._met.sections(articles, (one.about.kept for one in met.values()))
        for mine in lacking:
            path = mine[0].path or ""
            of_it = sections.get(path) or KeptSections()
            made = self._article(query, mine, met.get(path), of_it, each)
            known[new[path or mine[0].article or ""]] = made
        return Found(tuple(known[new[key]] for key in keys), of, done=done)

    def _article(
        self,
        query: Query,
        hits: Sequence[Hit],
        met: MetArticle | None,
        sections: KeptSections,
        each: int,
    ) -> FoundArticle:
        path = hits[0].path
        outlet = date = ""
        passages: Sequence[Passage] = ()
        parts = list(dict.fromkeys(shown_parts(query)))
        if met is not None:
            about, text = met
            outlet = next((text.text for text in about.named("outlet")), "")
            date = about.standing.said.get("issued") or about.kept.issued
            if parts and text is not None and any(hit.kind == "text" for hit in hits):
                passages = in_text(text, parts, each, together=isinstance(query, All))
        noted = [self._of_note(hit, parts) for hit in hits if hit.note is not None]
        passages = (*passages, *noted) if noted else passages
        title = hits[0].title or (shown(Path(Path(path).name)) if path else "")
        return FoundArticle(path, title, outlet, date, passages, sections)

    def _of_note(self, hit: Hit, parts: Sequence[Words | Regex]) -> Passage:
        note = next(iter(self._home.some_notes(ending=hit.note or "?")), None)
        if note is None:
            return Passage((), "", hit.snippet, (), hit.note or "")
        quote = note.anchor.quote
        placed = hit.start is not None and hit.end is not None
        said = f"{quote} — {on_one_line(note.body)}" if note.body else quote
        line = printable(clean(said)[: 2 * AROUND])
        marks = [span for part in parts for span in SearchedText(line).spans(part)]
        spans = (Span(hit.start or 0, hit.end or 0),) if placed else ()
        return Passage(spans, quote, line, apart(marks), note.id, note.colour, note.tags)
