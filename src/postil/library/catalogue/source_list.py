"""Lists the sources that one article quotes, or all that are known: each once, as joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from postil.errors import BadRequest, CannotOpen
from postil.library.articles import opening
from postil.library.base.labels import describe, names_text
from postil.library.base.open_article import OpenArticle
from postil.library.catalogue.background import Said, caught_up
from postil.library.catalogue.reading import issued
from postil.library.catalogue.refreshing import Told, kept
from postil.library.catalogue.saved_queries import asked
from postil.library.notes.listing import Listed, listing
from postil.library.sources.article_sources import words_of
from postil.library.sources.joining import SourceJoins, spelling
from postil.library.sources.quoted import Place, Quoted, anywhere, from_text, places_of, quoted
from postil.model.source import Source
from postil.model.values import NamedTuple, dataclass, replace
from postil.search.judging.judge import holds
from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period, days_of
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.fold import fold_key
from postil.text.quotes import in_marks


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source with all that comes from it."""

    source: Source
    spellings: tuple[Source, ...]
    """As texts have it; more than one where the reader has joined some."""
    passages: int
    paths: tuple[str, ...]
    """Of the articles that quote it; as the system spells them."""
    notes: int = 0

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return spelling(self.source)


class FromSource(NamedTuple):
    """What comes from a source in one article."""

    open_article: OpenArticle
    places: Sequence[Place]


def of_library(
    home: Home, told: Told = lambda *_: None, said: Said = lambda _: None
) -> list[ListedSource]:
    """Return the sources of all articles that are known; what is new or changed is read first.

    Notes are not counted: :func:`with_notes` does that. ``said`` is told in a sentence what is to
    be known of what is kept.
    """
    articles = kept(home.places)
    try:
        caught_up(home.places, home, articles, told, said)
        found = articles.quoted()
    finally:
        articles.close()
    return _listed(home, ((path, one) for path, text in found.items() for one in from_text(text)))


def of_article(home: Home, open_article: OpenArticle) -> list[ListedSource]:
    """Return the sources of one article; notes are not counted."""
    path = "" if open_article.path is None else str(open_article.path)
    return _listed(home, ((path, one) for one in quoted(open_article)))


def _listed(home: Home, found: Iterable[tuple[str, Quoted]]) -> list[ListedSource]:
    joins = SourceJoins(home)
    passages: Counter[Source] = Counter()
    spellings: defaultdict[Source, dict[Source, None]] = defaultdict(dict)
    paths: defaultdict[Source, dict[str, None]] = defaultdict(dict)
    for path, one in found:
        source = joins.of(one.source)
        passages[source] += one.passages
        spellings[source][one.source] = None
        paths[source][path] = None
    listed = [
        ListedSource(source, tuple(spellings[source]), count, tuple(paths[source]))
        for source, count in passages.items()
    ]
    return sorted(listed, key=by_passages)


def by_passages(one: ListedSource) -> tuple[int, str]:
    """Return what sorts those first of which most passages come."""
    return -one.passages, describe(one.source).casefold()


def named(listed: Sequence[ListedSource], words: str) -> ListedSource:
    """Return the source that is described so, or the only one whose description has these words.

    Raises BadRequest where there is none, or another one as well.
    """
    key = fold_key(words).strip()
    told = [(one, {fold_key(describe(spelled)) for spelled in _spelled(one)}) for one in listed]
    found = [one for one, said in told if key in said]
    found = found or [one for one, said in told if key and any(key in each for each in said)]
    what = in_marks(clean_line(words, 60))
    if len(found) == 1:
        return found[0]
    if not found:
        remedy = "take its words from postil sources --library"
        raise BadRequest(what, "no source that is known is called so", remedy)
    some = "; ".join(in_marks(clean_line(describe(one.source), 60)) for one in found[:3])
    more = f", and {len(found) - 3} more" if len(found) > 3 else ""
    raise BadRequest(what, f"that may be {some}{more}", "write more of it")


def _spelled(one: ListedSource) -> Iterator[Source]:
    yield one.source
    yield from one.spellings


def with_notes(
    home: Home, listed: Sequence[ListedSource], path: Path | None = None
) -> list[ListedSource]:
    """Return sources with the number of their notes, in one article or in all."""
    joins = SourceJoins(home)
    counts = Counter(
        joins.of(anywhere(one.source)) for one in listing(home, path=path) if one.source is not None
    )
    return [replace(one, notes=counts[one.source]) for one in listed]


def places(home: Home, listed: ListedSource) -> Iterator[FromSource]:
    """Yield what comes from a source, article by article; one that cannot be read is left out."""
    joins = SourceJoins(home)
    for path in listed.paths:
        try:
            open_article = opening.read(home, Path(path))
        except CannotOpen:
            continue
        found = list(places_of(open_article, lambda one: joins.of(one) == listed.source))
        if found:
            yield FromSource(open_article, found)


def notes(home: Home, listed: ListedSource, path: Path | None = None) -> Iterator[Listed]:
    """Yield the notes on words of a source, in one article or in all."""
    joins = SourceJoins(home)
    for one in listing(home, path=path):
        if one.source is not None and joins.of(anywhere(one.source)) == listed.source:
            yield one


class SourceFilter:
    """Finds the sources that a query asks for, anew for each letter typed."""

    def __init__(self, home: Home, listed: Sequence[ListedSource]) -> None:
        self._home = home
        self._subjects = [(one, _SourceSubject(one)) for one in listed]

    def fitting(self, typed: str, step: Callable[[], None]) -> list[ListedSource]:
        """Return the sources that fit, in their order; ``step`` is called for each.

        Raises BadQuery.
        """
        query = asked(self._home, typed, typing=True)
        found = []
        for one, subject in self._subjects:
            step()
            if holds(query, subject):
                found.append(one)
        return found


class _SourceSubject:
    """A source as a query sees it: its own fields are those that an article has elsewhere."""

    def __init__(self, listed: ListedSource) -> None:
        self._listed = listed

    @cached_property
    def texts(self) -> Sequence[SearchedText]:
        """All that is said of it, in every spelling."""
        return [SearchedText(f"{words_of(one)} {describe(one)}") for one in self._listed.spellings]

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        spellings = self._listed.spellings
        if field == "source":
            return self.texts
        if field == "author":
            return [SearchedText(names_text(one.author)) for one in spellings if one.author]
        if field == "title":
            return [SearchedText(one.title) for one in spellings if one.title]
        if field == "outlet":
            outlets = {one.container_title or one.publisher for one in spellings}
            return [SearchedText(one) for one in outlets if one]
        return ()

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        return ("note",) if field == "has" and self._listed.notes else ()

    def period(self, field: str) -> Period | None:
        """Return the days of a field."""
        return days_of(issued(self._listed.source.issued)) if field == "date" else None

    @property
    def tags(self) -> Sequence[str]:
        """A source has no tags."""
        return ()

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Only notes have passages that overlap."""
        del tags
        return False


def as_json(one: ListedSource, source: object) -> Mapping[str, object]:
    """Return what ``postil sources --library --json`` prints of a source, given in CSL-JSON."""
    return {
        "source": source,
        "passages": one.passages,
        "notes": one.notes,
        "articles": len(one.paths),
    }
