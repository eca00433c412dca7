"""Tells how far the outermost quotations of one block reach."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from postil.model.values import NamedTuple
from postil.text.quotes import Quotation, quotations, reopens

_SENTENCE_END = frozenset(".?!…。．？！؟۔।")
_CORNERS = frozenset("」』")
"""Marks within which a sentence has no full stop at its end."""
_BEFORE_STOP = frozenset("»")
"""Marks behind which the full stop of the sentence in them stands."""


class Reach(NamedTuple):
    """How far a quotation reaches; ``end`` is an offset in the block."""

    end: int
    """Behind its closing mark, or the end of the block."""
    open: bool
    """It goes on behind the block, or a speaker's own mark has stood in for its closing mark."""


class OuterQuotations:
    """The outermost quotations of a block, read when they are first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def outer(self) -> list[Quotation]:
        """The outermost quotations, which do not overlap, in order."""
        return [quotation for quotation in quotations(self.text) if quotation.depth == 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.outer]

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(quotation.end - quotation.start for quotation in self.outer)]

    @cached_property
    def reopen(self) -> bool:
        """The block begins with an opening mark."""
        return reopens(self.text)

    def inside(self, at: int) -> bool:
        """Tell whether an offset lies within a quotation, its opening mark not counted."""
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and at < self.outer[index].end

    def covered(self, start: int, end: int) -> int:
        """Return how many code points of a stretch stand in quotations, their marks counted."""
        return self._before(end) - self._before(start)

    def _before(self, at: int) -> int:
        index = bisect_right(self._starts, at)
        if index == 0:
            return 0
        return self._sums[index] - max(0, self.outer[index - 1].end - at)

    def reach(self, start: int) -> Reach:
        """Return how far the first quotation reaches that opens at ``start`` or behind it.

        A quotation that closes within a sentence is a speaker's words: the quotation around it,
        whose mark coincides with it, goes on.
        """
        size = len(self.text.rstrip())
        index = bisect_left(self._starts, start)
        if index == len(self.outer) or not self.outer[index].closed:
            return Reach(size, open=True)
        first = self.outer[index]
        words = self.text[first.start : first.end - 1].rstrip()
        if first.end < size and words[-1:] not in _SENTENCE_END and not self._ends(first):
            return Reach(self.outer[-1].end, open=True)
        return Reach(first.end, open=False)

    def _ends(self, quotation: Quotation) -> bool:
        """Tell whether a quotation ends with a sentence whose stop its own script writes apart."""
        mark = self.text[quotation.end - 1]
        return mark in _CORNERS or (
            mark in _BEFORE_STOP and self.text[quotation.end : quotation.end + 1] in _SENTENCE_END
        )

    def opens_behind(self, start: int) -> bool:
        """Tell whether any quotation opens at ``start`` or behind it."""
        return bisect_left(self._starts, start) < len(self.outer)


def next_word(text: str, at: int) -> int:
    """Return where the words behind an offset begin."""
    size = len(text)
    while at < size and text[at].isspace():
        at += 1
    return at
