"""What a search has met: articles, their texts as they are searched, and what the home knows.

All of it is kept from one letter of a query to the next.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from postil.config import Places
from postil.library.catalogue import indexing
from postil.library.catalogue.refreshing import read_again
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle
from postil.model.values import NamedTuple
from postil.search.judging.needs import sieve_key
from postil.search.judging.texts import SearchedText
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles, Numbered
from postil.store.catalogue.kept_sections import KeptSections
from postil.store.home.home import Home
from postil.text.patterns import SearchLimit

if TYPE_CHECKING:
    from postil.search.index.reader import IndexReader

TEXTS = 8_000_000
"""Code points of texts that are kept for the next letter."""

SECTIONS = 1000
"""Articles whose sections are kept for the next letter."""

SECONDS = 20.0
"""Processor time that the expressions of one query may take, in all texts together."""


class MetArticle(NamedTuple):
    """An article of which something is asked."""

    about: AboutArticle
    text: SearchedText | None
    """None where it is damaged, and the file gone."""


class Met:
    """What was met so far; one thread at a time uses it."""

    def __init__(self, places: Places, home: Home) -> None:
        self._places = places
        self._home = home
        self._texts: OrderedDict[int, SearchedText] = OrderedDict()
        self._size = 0
        self._by_path: dict[str, MetArticle] = {}
        self._stored: tuple[object, ...] = ()
        self._places_at = 0
        self._indexed: tuple[object, ...] | None = None
        self._sections: dict[tuple[object, ...], KeptSections] = {}
        self._note_keys: dict[str, tuple[object, str]] = {}
        self.standings = Standings(home)
        self.index: IndexReader | None = None
        """None where there is none that can be trusted."""
        self.step: Callable[[], None] = _nothing
        """Is called every few milliseconds, and may raise to end the work."""
        self._limit = SearchLimit(SECONDS)

    def begin(self, articles: KeptArticles, step: Callable[[], None] | None = None) -> None:
        """Begin a query: look whether the index, or what the home knows, is another by now."""
        self.step = step or _nothing
        self._limit = SearchLimit(SECONDS, step)
        self._by_path.clear()
        self._look_at_home()
        indexed = (articles.born(), *indexing.stamp(self._places, articles))
        if indexed != self._indexed:
            self._indexed, self.index = indexed, indexing.reader(self._places, articles)

    def _look_at_home(self) -> None:
        stored, places = self._home.lookup.state(), _time(self._places.state / "positions.json")
        same = all(one is other for one, other in zip(stored, self._stored, strict=False))
        if self._stored and (not same or places != self._places_at):
            self.standings = Standings(self._home)
        self._stored, self._places_at = stored, places

    def article(self, articles: KeptArticles, one: Numbered) -> MetArticle:
        """Return an article with its text, folded as far as it was searched before."""
        text = self._texts.pop(one.number, None)
        if text is None and (words := self._text(articles, one)) is not None:
            text = SearchedText(words, ends=one.article.line_ends)
            self._size += len(words)
        if text is not None:
            text.step, text.limit = self.step, self._limit
            self._texts[one.number] = text
        while self._size > TEXTS and len(self._texts) > 1:
            self._size -= len(self._texts.popitem(last=False)[1].text)
        met = MetArticle(self.about(one.article), text)
        self._by_path[one.article.path] = met
        return met

    def _text(self, articles: KeptArticles, one: Numbered) -> str | None:
        words = one.unpack()
        return read_again(self._home, articles, one.article) if words is None else words

    def note_key(self, identity: str, state: object, words: str) -> str:
        """Return by what the words of a note are sought; ``state`` is another after a change."""
        held = self._note_keys.get(identity)
        if held is None or held[0] is not state:
            held = self._note_keys[identity] = state, sieve_key(words)
        return held[1]

    def about(self, kept: KeptArticle) -> AboutArticle:
        """Return what can be asked of an article besides its text."""
        return AboutArticle(kept, self.standings.of(kept.path, kept.digest))

    def sections(
        self, articles: KeptArticles, several: Iterable[KeptArticle]
    ) -> dict[str, KeptSections]:
        """Return the sections of articles by path, for offsets in their kept texts."""
        if len(self._sections) >= SECTIONS:
            self._sections.clear()
        keys = {one.path: (one.path, one.digest, one.stamp) for one in several}
        asked = articles.sections_at(
            path for path, key in keys.items() if key not in self._sections
        )
        found = {}
        for path, key in keys.items():
            one = found[path] = asked.get(path) or self._sections.get(key) or KeptSections()
            if one.sure:  # others will be replaced, and the words may stay what they are
                self._sections[key] = one
        return found

    def at(self, articles: KeptArticles, path: str) -> MetArticle | None:
        """Return the article at a path as it was met for this query; without text if it was not."""
        if (met := self._by_path.get(path)) is None and (kept := articles.at(path)) is not None:
            return MetArticle(self.about(kept), None)
        return met


def _nothing() -> None:
    """Do nothing between two steps."""


def _time(path: os.PathLike[str]) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116  (as everywhere in the catalogue)
    except OSError:
        return 0
