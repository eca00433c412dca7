"""A search that follows what is being typed: articles with their passages, the best first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from postil.config import Places
from postil.document.bytes.read_file import shown
from postil.library.catalogue.hits import Hit
from postil.library.catalogue.refreshing import kept, refresh
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.searching import search_as_typed
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle
from postil.library.notes.tagging import tags
from postil.model.article import JOINT
from postil.model.note import Colour
from postil.model.span import Span
from postil.model.values import dataclass
from postil.search.judging.judge import shown_parts
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import EVERYTHING, All, Query, Regex, Words
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.home.home import Home
from postil.text.clean import clean

ARTICLES = 40
"""Articles that are shown at most: who wants more of them types on."""

PASSAGES = 200
"""Passages of an article that are gone through at most."""

TOGETHER = 240
"""Code points within which words that were found are one passage."""

AROUND = 600
"""Code points that are shown of a passage before and after what was found."""

PIECE = 50_000
"""Code points, and the rest of a block, that are folded and searched between two steps."""

TEXTS = 8_000_000
"""Code points of folded texts that are kept for the next letter."""

Step = Callable[[], None]
"""Is called every few milliseconds, and may raise to end the work."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in an article, or a note on it, at which a query found something."""

    spans: tuple[Span, ...]
    """Of the words found, or of the note, in the canonical text; none for no place."""
    words: str
    """What stands at the first of them in the text that was searched."""
    around: str
    """What stands around them, in blocks as the canonical text has it."""
    marks: tuple[Span, ...]
    """The words found, within ``around``."""
    note: str = ""
    """The id of the note; "" for a place in the text."""
    colour: Colour = Colour.YELLOW
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with what was found in it, the best passage first."""

    path: str | None
    """As the system spells it, not yet fit for showing; None where it has no file here."""
    title: str
    outlet: str
    date: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What has been found so far."""

    articles: tuple[FoundArticle, ...]
    of: int
    """Articles in which something was found, one more than shown where there may be others."""
    done: bool
    """Whether nothing more will come."""


class LiveSearch:
    """Searches as often as a letter is typed; what is folded stays so for the next letter."""

    def __init__(self, places: Places, home: Home) -> None:
        self._places = places
        self._home = home
        self._texts: OrderedDict[tuple[str, str], PiecedText] = OrderedDict()

    def refresh(self, told: Callable[[int, int], None]) -> tuple[int, int]:
        """Read what is new or changed; return how many were read, and how many are known."""
        self._home.refresh()
        articles = kept(self._places)
        try:
            read = refresh(self._places, self._home, articles, told=told)
            return read, len(articles.stamps())
        finally:
            articles.close()

    def tags(self) -> tuple[str, ...]:
        """Return all tags, the most used first."""
        return tuple(one.tag for one in tags(self._home))

    def found(self, typed: str, step: Step, most: int = ARTICLES) -> Iterator[Found | None]:
        """Yield what a query that is being typed finds, at first some of it; None for no query.

        That is in at most so many articles.

        Raises BadQuery, BadPattern for an expression that takes too long, and what ``step`` does.
        """
        query = asked(self._home, typed, typing=True)
        if query == EVERYTHING:
            yield None
            return
        articles = kept(self._places)
        try:
            standings = Standings(self._home)
            hits = search_as_typed(
                self._places, self._home, articles, query, standings, step, limit=most
            )
            yield from self._grouped(query, hits, articles, standings, step, most)
        finally:
            articles.close()

    def _grouped(
        self,
        query: Query,
        hits: Sequence[Hit],
        articles: KeptArticles,
        standings: Standings,
        step: Step,
        most: int,
    ) -> Iterator[Found]:
        by_article: dict[str, list[Hit]] = {}
        for hit in hits:
            by_article.setdefault(hit.path or hit.article or "", []).append(hit)
        of = len(by_article) + (len(hits) >= most)
        found: list[FoundArticle] = []
        told = 8
        for mine in list(by_article.values())[:most]:
            step()
            found.append(self._article(query, mine, articles, standings, step))
            if len(found) == told:
                told *= 3
                yield Found(tuple(found), of, done=False)
        yield Found(tuple(found), of, done=True)

    def _article(
        self,
        query: Query,
        hits: Sequence[Hit],
        articles: KeptArticles,
        standings: Standings,
        step: Step,
    ) -> FoundArticle:
        path = hits[0].path
        outlet = date = ""
        passages: list[Passage] = []
        parts = list(dict.fromkeys(shown_parts(query)))
        known = articles.at(path) if path is not None else None
        if path is not None and known is not None:
            about = AboutArticle(known, standings.of(path, known.digest))
            outlet = next((text.text for text in about.named("outlet")), "")
            date = about.standing.said.get("issued") or known.issued
            if parts and any(hit.kind == "text" for hit in hits):
                text = self._text(articles, path, known.digest)
                together = isinstance(query, All)
                passages = [] if text is None else _in_text(text, parts, step, together=together)
        passages += [self._of_note(hit, parts) for hit in hits if hit.note is not None]
        title = hits[0].title or (shown(Path(Path(path).name)) if path else "")
        return FoundArticle(path, title, outlet, date, tuple(passages[:PASSAGES]))

    def _text(self, articles: KeptArticles, path: str, digest: str) -> PiecedText | None:
        """Return the text of an article, folded before if it was asked for before."""
        key = (path, digest)
        if (known := self._texts.pop(key, None)) is None:
            if (text := articles.text_at(path)) is None:
                return None
            known = PiecedText(text)
        self._texts[key] = known
        while len(self._texts) > 1 and sum(len(one.text) for one in self._texts.values()) > TEXTS:
            self._texts.popitem(last=False)
        return known

    def _of_note(self, hit: Hit, parts: Sequence[Words | Regex]) -> Passage:
        note = self._home.notes().get(hit.note or "")
        if note is None:
            return Passage((), "", hit.snippet, (), hit.note or "")
        quote = note.anchor.quote
        placed = hit.start is not None and hit.end is not None
        line = _printable(clean(f"{quote} — {note.body}" if note.body else quote)[: 2 * AROUND])
        marks = [span for part in parts for span in SearchedText(line).spans(part)]
        spans = (Span(hit.start or 0, hit.end or 0),) if placed else ()
        return Passage(spans, quote, line, _apart(marks), note.id, note.colour, note.tags)


class PiecedText:
    """The text of an article in pieces that are searched one by one.

    A long text takes so long to fold that no key could be answered meanwhile.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces: list[tuple[int, SearchedText]] = []
        start = 0
        while start < len(text):
            end = text.find(JOINT, start + PIECE)
            end = len(text) if end < 0 else end + len(JOINT)
            self._pieces.append((start, SearchedText(text[start:end])))
            start = end

    def first_spans(self, part: Words | Regex, most: int, step: Step) -> Iterator[Span]:
        """Yield the first places of words or an expression, at most so many."""
        for start, piece in self._pieces:
            step()
            found = piece.first_spans(part, most)
            most -= len(found)
            for span in found:
                yield Span(start + span.start, start + span.end)


def _in_text(
    text: PiecedText, parts: Sequence[Words | Regex], step: Step, *, together: bool
) -> list[Passage]:
    """Return the passages of a text in which the words stand, those with most of them first.

    Of words that have to be there ``together`` only where most of them stand.
    """
    places: list[tuple[Span, int]] = []
    for number, part in enumerate(parts):
        places += [(span, number) for span in text.first_spans(part, 2 * PASSAGES, step)]
    places.sort(key=lambda one: (one[0].start, one[0].end))
    groups: list[list[tuple[Span, int]]] = []
    for span, number in places:
        first = groups[-1][0][0].start if groups else 0
        if (
            not groups
            or span.start - first > TOGETHER
            or text.text.find(JOINT, first, span.start) >= 0
        ):
            groups.append([])
        groups[-1].append((span, number))
    counts = [len({number for _, number in one}) for one in groups]
    least = max(counts, default=0) if together else 0
    # Sorting keeps the order of the text among those that have as many.
    best = sorted(zip(counts, groups, strict=True), key=lambda one: -one[0])
    found = [_apart(span for span, _ in one) for count, one in best if count >= least]
    return [_passage(text.text, spans) for spans in found[:PASSAGES]]


def _passage(text: str, spans: tuple[Span, ...]) -> Passage:
    first, last = spans[0], spans[-1]
    begin = max(0, first.start - AROUND)
    # An expression may match a text of any length.
    end = min(last.end, first.start + TOGETHER + AROUND) + AROUND
    if begin and (blank := text.find(" ", begin, first.start)) >= 0:
        begin = blank + 1
    if end < len(text) and (blank := text.rfind(" ", last.end, end)) >= 0:
        end = blank
    within = (Span(one.start, min(one.end, end)) for one in spans if one.start < end)
    marks = tuple(Span(one.start - begin, one.end - begin) for one in within)
    words, around = text[first.start : first.end], _printable(text[begin:end])
    return Passage(spans, words, around, marks)


def _printable(text: str) -> str:
    """Return a text made safe, of as many code points: places in it stay what they are."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)


def _apart(spans: Iterator[Span] | list[Span]) -> tuple[Span, ...]:
    """Return spans by place, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
