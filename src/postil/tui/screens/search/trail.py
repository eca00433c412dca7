"""The trail: hits in the order in which they were listed, and where on it the reader is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.model.values import dataclass

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import FoundArticle


@dataclass(frozen=True, slots=True)
class Stop:
    """A hit to go to."""

    path: str
    """Of the article; as the system spells it."""
    spans: tuple[Span, ...]
    """Of what was found, in the canonical text; none for where the article was left."""
    words: str
    """What stood at the first of them when it was found."""
    note: str = ""
    """The id of the note that was found; "" for words of the text."""

    @property
    def start(self) -> int | None:
        """Where it begins, in the canonical text; None for where the article was left."""
        return self.spans[0].start if self.spans else None


class HitTrail:
    """Where the next hit lies, in this article or in another one."""

    def __init__(self) -> None:
        self._stops: tuple[Stop, ...] = ()
        self.at = 0
        """The number of the present hit, from 0."""
        self.awaited = False
        """Whether the reader is on the way to it."""
        self.returns = False
        """Whether a jump leads back to where it was present, in another article."""
        self._stood: dict[tuple[Path | None, ReadingPosition], int] = {}
        """The numbers of the hits that were present at places that were left, from 0."""

    def __len__(self) -> int:
        return len(self._stops)

    def begin(self, stops: Sequence[Stop], at: int) -> None:
        """Go along these hits, from one of them on."""
        self._stops, self.at, self.awaited = tuple(stops), at, True
        self._stood.clear()

    def arrived(self) -> None:
        """Take note that the reader is there."""
        self.awaited = False

    def leave(self, path: Path | None, place: ReadingPosition) -> None:
        """Take note that the present hit was present at a place that is left."""
        self._stood[path, place] = self.at

    def stood(self, path: Path | None, place: ReadingPosition) -> int | None:
        """Return the number of the hit that was present at a place when it was left; else None."""
        return self._stood.get((path, place))

    def go_back(self, path: Path, place: ReadingPosition | None) -> None:
        """Be at the hit again that was present at a place of another article, if any was."""
        at = None if place is None else self.stood(path, place)
        self.returns = at is not None
        if at is not None:
            self.at, self.awaited = at, False

    @property
    def now(self) -> Stop | None:
        """The present hit."""
        return self._stops[self.at] if self._stops else None

    def step(self, by: int) -> bool:
        """Go so many hits on, or back; tell whether an end was passed."""
        there = self.at + by
        self.at, self.awaited = there % len(self._stops), True
        return not 0 <= there < len(self._stops)

    def enter(self, path: Path | None, offset: int, direction: int) -> bool:
        """Come to the hit of an article that is next to a place; tell whether it has any."""
        real = "" if path is None else os.path.realpath(path)
        mine = [(one.start or 0, at) for at, one in enumerate(self._stops) if one.path == real]
        mine.sort()
        ahead = [at for start, at in mine if start >= offset]
        behind = [at for start, at in mine if start < offset]
        if mine:
            near = ahead or behind if direction > 0 else [*reversed(behind)] or [*reversed(ahead)]
            self.at, self.awaited = near[0], True
        return bool(mine)

    def leads_to(self, path: Path | None) -> bool:
        """Tell whether the reader is on the way to a hit in this article."""
        return self.awaited and self.is_at(path)

    def returns_to(self, path: Path | None) -> bool:
        """Tell whether a jump leads back to a hit in this article."""
        return self.returns and self.is_at(path)

    def is_at(self, path: Path | None) -> bool:
        """Tell whether the present hit lies in this article."""
        now = self.now
        return now is not None and path is not None and os.path.realpath(path) == now.path

    def beside(self) -> list[Stop]:
        """Return the hits in the article of the present one, in the order of its text."""
        now = self.now
        mine = [one for one in self._stops if now is not None and one.path == now.path]
        return sorted(mine, key=lambda one: one.start or 0)


def stops(
    found: Iterable[FoundArticle], chosen: FoundArticle, number: int
) -> tuple[list[Stop], int]:
    """Return all hits that can be gone to, and which of them is the chosen one.

    That is a passage of an article, by its number from 0. Hits that are not listed are among them.
    """
    listed: list[Stop] = []
    at = 0
    for article in found:
        if article.path is None:
            continue
        if article is chosen:
            at = len(listed) + number
        listed += [
            Stop(article.path, one.spans, one.words, one.note) for one in article.passages
        ] or [Stop(article.path, (), "")]
    return listed, at
