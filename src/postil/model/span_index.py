"""Span index: of things that lie on spans, those that touch a place, without a look at the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from postil.model.span import Span

T = TypeVar("T")

_RUN = 16
"""Things of which one number says how far any of them reaches."""


class SpanIndex(Generic[T]):
    """Things in the order of their spans: by start, then by length."""

    def __init__(self, things: Sequence[T], span_of: Callable[[T], Span]) -> None:
        self.things = things
        spans = [span_of(thing) for thing in things]
        self._starts = [span.start for span in spans]
        self._ends = ends = [span.end for span in spans]
        self._reach = [max(ends[at : at + _RUN]) for at in range(0, len(ends), _RUN)]
        self._reach_so_far = list(accumulate(self._reach, max))

    def touching(self, span: Span) -> Iterator[T]:
        """Yield what shares a code point with a span, in order."""
        start = span.start
        behind = bisect_left(self._starts, span.end)
        for run in range(bisect_right(self._reach_so_far, start), -(-behind // _RUN)):
            if self._reach[run] > start:
                for at in range(run * _RUN, min(run * _RUN + _RUN, behind)):
                    if self._ends[at] > start:
                        yield self.things[at]

    def first_from(self, offset: int) -> int:
        """Return the index of the first that begins at a code point or behind it."""
        return bisect_left(self._starts, offset)
