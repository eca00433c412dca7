"""What comes from a source: its passages, and the notes on words of it, for a list of passages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.text.fuzzy import holding
from postil.tui.screens.passages.passage import Passage, of_note

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.catalogue.source_list import FromSource, ListedSource

RELATIONS = {"quoted": "", "cited": "in the article's words", "own": "the article's own words"}


class PassagesOfSource:
    """The passages article by article, and then the notes."""

    hint = "search in these passages"

    def __init__(self, home: Callable[[], Home], listed: ListedSource, path: Path | None) -> None:
        """``path`` is that of the one article that is meant; None for all."""
        self._home = home
        self._listed = listed
        self._path = path

    @property
    def title(self) -> str:
        """The source."""
        return library.labels.describe(self._listed.source)

    def read(self) -> Iterator[Passage]:
        """Yield the passages, and the notes on any of their words."""
        home = self._home()
        for found in library.source_list.places(home, self._listed):
            yield from passages_of(found)
        for one in library.source_list.notes(home, self._listed, self._path):
            yield of_note(one)

    def fitting(self, typed: str, passages: Sequence[Passage]) -> Collection[str]:
        """Return the keys of those that have every word typed."""
        told = [f"{one.words} {one.body} {' '.join(one.tags)} {one.title}" for one in passages]
        return {passages[at].key for at, _ in holding(typed, told)}


def passages_of(found: FromSource) -> Iterator[Passage]:
    """Yield what comes from a source in one article."""
    open_article = found.open_article
    article = open_article.article
    path = None if open_article.path is None else str(open_article.path)
    for place in found.places:
        span = place.span
        yield Passage(
            f"{path}\n{span.start}",
            path,
            article.metadata.title or article.name,
            span,
            article.text[span.start : span.end],
            fact=RELATIONS[place.relation],
        )
