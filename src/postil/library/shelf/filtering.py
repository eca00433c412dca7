"""Filters the shelf by a query: words are looked for in what the shelf shows of an article.

That is its title, authors, outlet and tags, and the name of its file; not its text, unless ``in:``
is asked for, or something of its notes. Then articles are found as a search finds them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from threading import Lock

from postil.config import Places
from postil.errors import NothingFound
from postil.library.articles.folders import natural
from postil.library.catalogue.found.met import Met
from postil.library.catalogue.refreshing import kept
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.searching import hits_of
from postil.library.shelf.shelving import Shelved
from postil.search.judging.judge import holds
from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period, days_of
from postil.search.query.plurals import forms
from postil.search.query.terms import terms_of
from postil.search.query.tree import (
    EVERYTHING,
    About,
    All,
    Choice,
    During,
    How,
    Overlap,
    Query,
    Words,
    parts_of,
)
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.fold import fold_letters

AT_ONCE = 200
"""Articles that are judged between two steps: a few milliseconds' work."""

OF_NOTES = frozenset(("note", "made", "state", "colour"))
"""Fields of which an article has none itself, but its notes have."""

Step = Callable[[], None]
"""Is called every few milliseconds, and may raise to end the work."""


def fitting(home: Home, typed: str, articles: Iterable[Shelved]) -> list[Shelved]:
    """Return the articles that fit a query, in their order.

    What cannot be looked into is none of them. Raises BadQuery, and NothingFound for no article.
    """
    query = asked(home, typed)
    entries = [ShelfEntry(one) for one in articles if one.path is not None or one.id is not None]
    found = [one.shelved for one in ShelfFilter(home.places, home).held(query, entries)]
    if not found:
        raise NothingFound("the shelf", "no article is like this", "ask for less")
    return found


class ShelfEntry:
    """An article on the shelf, as a query sees it."""

    def __init__(self, shelved: Shelved, where: str = "") -> None:
        """``where`` is how its path is shown: from the folder on whose shelf it is."""
        self.shelved = shelved
        self.where = where
        self._named: dict[str, Sequence[SearchedText]] = {}

    @cached_property
    def texts(self) -> Sequence[SearchedText]:
        """What the shelf shows of it in words."""
        one = self.shelved
        named = (*self.named("title"), *self.named("author"), *self.named("outlet"))
        name = [SearchedText(_stem(str(one.path)))] if one.path is not None else []
        return (*named, *map(SearchedText, self.tags), *name)

    @cached_property
    def title_key(self) -> tuple[tuple[bool, int, str], ...]:
        """By which its title is sorted."""
        return natural(self.shelved.title)

    @cached_property
    def letters(self) -> str:
        """All that it can be found by, folded: what lacks a word has not got it anywhere."""
        return fold_letters("\n".join(text.text for text in self.texts)).key

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        if field not in self._named:
            one = self.shelved
            texts: Iterable[str] = {
                "title": (one.title,),
                "author": one.authors,
                "outlet": (one.outlet,),
                "source": one.sources,
                "tag": self.tags,
            }.get(field, ())
            self._named[field] = [SearchedText(text) for text in texts if text]
        return self._named[field]

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        one = self.shelved
        if field == "read":
            return (one.state,)
        if field == "has":
            return [*(["note"] if one.notes else []), *(["tag"] if one.tags else [])]
        return ()

    def period(self, field: str) -> Period | None:
        """Return when it was published, or opened last."""
        if field == "date":
            return days_of(self.shelved.date)
        return days_of(self.shelved.read or "") if field == "opened" else None

    @property
    def tags(self) -> Sequence[str]:
        """Its tags, and those of its notes."""
        return self.shelved.tags

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Only notes have passages."""
        del tags
        return False


class ShelfFilter:
    """Finds which articles of a shelf fit what is typed."""

    def __init__(self, places: Places, home: Home) -> None:
        self._places = places
        self._home = home
        self._met = Met(places, home)
        self._meeting = Lock()

    def fitting(
        self, typed: str, entries: Sequence[ShelfEntry], step: Step = lambda: None
    ) -> Sequence[ShelfEntry]:
        """Return the entries that fit a query that is being typed, in their order.

        Raises BadQuery, BadPattern for an expression that takes too long, and what ``step`` does.
        """
        return self.held(asked(self._home, typed, typing=True), entries, step)

    def held(
        self, query: Query, entries: Sequence[ShelfEntry], step: Step = lambda: None
    ) -> Sequence[ShelfEntry]:
        """Return the entries that fit a query; raises as ``fitting`` does."""
        if query == EVERYTHING:
            return entries
        if any(_of_texts(part) for part in parts_of(query)):
            return self._searched(query, entries, step)
        needed = [_needed(part) for part in _all_of(query) if isinstance(part, Words)]
        return [
            entry
            for entry in _in_steps(entries, step)
            if all(_has(entry.letters, words) for words in needed) and holds(query, entry)
        ]

    def prepare(self, entries: Sequence[ShelfEntry], step: Step) -> None:
        """Fold what the first letter will be looked for in; that takes longer than to find it."""
        for entry in _in_steps(entries, step):
            _ = entry.letters

    def _searched(
        self, query: Query, entries: Sequence[ShelfEntry], step: Step
    ) -> Sequence[ShelfEntry]:
        """Return the entries in whose texts or notes a search finds something."""
        articles = kept(self._places)
        try:
            # What was met is kept from one letter to the next, and used by one thread at a time.
            with self._meeting:
                self._met.begin(articles, step)
                hits = list(hits_of(self._home, articles, self._met, query, None))
        finally:
            articles.close()
        found = {hit.path for hit in hits} | {hit.article for hit in hits if hit.article}
        return [
            entry
            for entry in entries
            if str(entry.shelved.path) in found or entry.shelved.id in found
        ]


def _in_steps(entries: Sequence[ShelfEntry], step: Step) -> Iterator[ShelfEntry]:
    rest = iter(entries)
    while some := list(islice(rest, AT_ONCE)):
        step()
        yield from some


def _of_texts(part: Query) -> bool:
    """Tell whether a part can be answered by texts or notes alone."""
    if isinstance(part, Choice):
        return part.field == "in" or part.field in OF_NOTES
    if isinstance(part, About | During):
        return part.field in OF_NOTES
    return isinstance(part, Overlap)


def _all_of(query: Query) -> Sequence[Query]:
    return query.parts if isinstance(query, All) else (query,)


def _needed(words: Words) -> list[Collection[str]]:
    """Return of each word the letters of which some have to be there, for the words to be."""
    if words.how is How.FUZZY:
        return []
    terms = [term.text for term in terms_of(words.typed)]
    last = len(terms) - 1
    return [
        forms(term) if at == last and words.how is How.WORD else (term,)
        for at, term in enumerate(terms)
    ]


def _has(letters: str, words: Iterable[Collection[str]]) -> bool:
    return all(any(form in letters for form in word) for word in words)


def _stem(path: str) -> str:
    """Return the name of a file without its suffix; ``PurePath`` takes four times as long."""
    return clean_line(path.rpartition(os.sep)[2].rpartition(".")[0])
