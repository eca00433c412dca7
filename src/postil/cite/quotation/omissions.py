"""Places where a wording leaves its passage, and the marks that must stay there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postil.cite.quotation.tokens import ELLIPSIS
from postil.text.quotes import quotations


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the reader's wording leaves the passage, between two words that both have."""

    start: int
    """Behind the word before, or 0."""
    end: int
    """At the word behind, or at the end of the passage."""
    left: str
    """What the passage has before the words that are left out."""
    right: str
    """What it has behind them."""
    put: tuple[str, ...]
    """What the reader has there: words in brackets, and ellipses."""
    leaves_out: bool
    """Whether words of the passage are left out."""
    by_dots: bool
    """Whether an ellipsis of the passage stands beside it, and so for these words as well."""
    leans: bool
    """Whether what is put in belongs to the word before, and punctuation stands behind it."""
    goes_on: bool
    """Whether the reader's sentence goes on over the gap: in small letters, and without a stop."""

    def leads_with_dots(self) -> bool:
        """Tell whether words are left out right behind the word before."""
        return not self.put or is_dots(self.put[0])

    def trails_with_dots(self) -> bool:
        """Tell whether words are left out right before the word behind."""
        return not self.put or is_dots(self.put[-1])


class Marks:
    """The quotation marks and parentheses of a passage, each with the one it belongs to."""

    def __init__(self, passage: str) -> None:
        self.passage = passage
        self.partners = dict(_partners(passage))

    def closing(self, gap: Gap) -> str:
        """Return the marks in a gap that close what was opened before it."""
        return self._loose(gap.start, gap.end, gap, opening=False)

    def opening(self, gap: Gap) -> str:
        """Return the marks in a gap that open what is closed behind it."""
        return self._loose(gap.start, gap.end, gap, opening=True)

    def left(self, gap: Gap) -> str:
        """Return what is before the words left out, and marks among these that close others."""
        inner = gap.start + len(gap.left)
        closing = self._loose(inner, gap.end - len(gap.right), gap, opening=False)
        return closing + self._paired(gap.start, inner, gap)

    def right(self, gap: Gap) -> str:
        """Return what is behind the words left out, and marks among these that open others."""
        inner = gap.end - len(gap.right)
        opening = self._loose(gap.start + len(gap.left), inner, gap, opening=True)
        return self._paired(inner, gap.end, gap) + opening

    def _paired(self, start: int, end: int, gap: Gap) -> str:
        """Return a part of a gap without marks whose partners are left out with the words."""
        low, high = gap.start + len(gap.left), gap.end - len(gap.right)
        return "".join(
            self.passage[at]
            for at in range(start, end)
            if not low <= self.partners.get(at, -1) < high
        )

    def _loose(self, start: int, end: int, gap: Gap, *, opening: bool) -> str:
        """Return the marks in a part of a gap whose partners stand outside of the gap: they stay.

        A mark that opens, or one that closes, is wanted.
        """
        marks = []
        for at in range(start, end):
            partner = self.partners.get(at)
            if partner is None or gap.start <= partner < gap.end:
                continue
            if (partner > at) == opening:
                marks.append(self.passage[at])
        return "".join(marks)


def is_dots(sign: str) -> bool:
    """Tell whether a sign stands for words that are left out."""
    return sign.strip("[]") == ELLIPSIS


def _partners(passage: str) -> Iterator[tuple[int, int]]:
    """Yield where each mark or parenthesis stands that has a partner, and where that is."""
    for found in quotations(passage):
        if found.closed:
            yield found.start, found.end - 1
            yield found.end - 1, found.start
    waiting: list[int] = []
    for at, sign in enumerate(passage):
        if sign == "(":
            waiting.append(at)
        elif sign == ")" and waiting:
            opened = waiting.pop()
            yield opened, at
            yield at, opened
