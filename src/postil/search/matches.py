"""Matches, located lazily: a million of them cost no more than those that are looked at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.text.fold import Folded


class Matches(ABC):
    """Places in a canonical text, in order, none overlapping another."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def span(self, index: int) -> Span:
        """Return where a match lies; raises ``IndexError`` outside ``range(len(self))``."""

    @abstractmethod
    def count_before(self, offset: int) -> int:
        """Return how many matches begin before an offset."""

    def after(self, offset: int) -> int:
        """Return the index of the first match that begins at or after an offset.

        Behind the last one it goes round to 0, which it also is where there are none.
        """
        index = self.count_before(offset)
        return index if index < len(self) else 0

    def before(self, offset: int) -> int:
        """Return the index of the last match that begins before an offset, going round."""
        index = self.count_before(offset) - 1
        return index if index >= 0 else max(0, len(self) - 1)

    def within(self, span: Span) -> list[Span]:
        """Return the matches of which some part lies in a span."""
        first = self.count_before(span.start)
        if first and self.span(first - 1).end > span.start:
            first -= 1
        return [self.span(index) for index in range(first, self.count_before(span.end))]


class SpanMatches(Matches):
    """Matches that are kept as their offsets."""

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, index: int) -> Span:
        """Return where a match lies."""
        if index < 0:
            raise IndexError(index)
        return Span(self._starts[index], self._ends[index])

    def count_before(self, offset: int) -> int:
        """Return how many matches begin before an offset."""
        return bisect_left(self._starts, offset)


class Stretch(NamedTuple):
    """Some blocks, folded; the places of the key are offsets in the canonical text."""

    start: int
    """Where its first block begins in the canonical text."""
    folded: Folded


class FoldedMatches(Matches):
    """Matches in a folded text: counted everywhere, located only in the stretches asked for."""

    def __init__(self, stretches: Sequence[Stretch], needle: str) -> None:
        self._stretches = stretches
        self._needle = needle
        counts = [stretch.folded.key.count(needle) for stretch in stretches]
        self._firsts = [0, *accumulate(counts)]
        """The index of the first match of each stretch, and how many there are."""
        self._located: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return self._firsts[-1]

    def span(self, index: int) -> Span:
        """Return where a match lies."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        stretch = bisect_right(self._firsts, index) - 1
        at = self._keys(stretch)[index - self._firsts[stretch]]
        return Span(*self._stretches[stretch].folded.span(at, at + len(self._needle)))

    def count_before(self, offset: int) -> int:
        """Return how many matches begin before an offset."""
        stretch = bisect_right(self._stretches, offset, key=lambda found: found.start) - 1
        if stretch < 0:
            return 0
        place = self._stretches[stretch].folded.place
        return self._firsts[stretch] + bisect_left(self._keys(stretch), offset, key=place)

    def _keys(self, stretch: int) -> array[int]:
        """Return where the matches of a stretch begin in its key."""
        found = self._located.get(stretch)
        if found is None:
            found = array("q")
            find = self._stretches[stretch].folded.key.find
            size = len(self._needle)
            at = find(self._needle)
            while at >= 0:
                found.append(at)
                at = find(self._needle, at + size)
            self._located[stretch] = found
        return found
