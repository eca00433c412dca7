"""Gaps in which a wording leaves its passage, and what is set in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.cite.quotation.tokens import ELLIPSIS
from postil.model.values import dataclass
from postil.text.quotes import quotations


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the reader's wording leaves the passage, between two words that both have."""

    start: int
    """Behind the word before, or 0."""
    end: int
    """At the word behind, or at the end of the passage."""
    at_start: bool
    """Whether there is no word before."""
    at_end: bool
    """Whether there is no word behind."""
    left: str
    """What the passage has before the words that are left out, or between the two words."""
    right: str
    """What it has behind words that are left out."""
    put: tuple[str, ...]
    """What the reader has there: words in brackets, and ellipses."""
    leaves_out: bool
    """Whether words of the passage are left out."""
    by_dots: bool
    """Whether an ellipsis of the passage stands beside it, and so for these words as well."""
    leans: bool
    """Whether what is put in belongs to the word before, and punctuation stands behind it."""
    stop: str
    """What ends the reader's sentence at the word before, or ""."""

    def signs(self, omission: str) -> Sequence[str]:
        """Return what is set: an ellipsis stands for words only in the midst of others."""
        if self.put or self.by_dots or self.at_start or self.at_end:
            return self.put
        return (omission,)

    def leads_with_dots(self) -> bool:
        """Tell whether words are left out right behind the word before."""
        return not self.put or is_dots(self.put[0])

    def trails_with_dots(self) -> bool:
        """Tell whether words are left out right before the word behind."""
        return not self.put or is_dots(self.put[-1])


# What stands before the signs of a gap, behind the word before:
#
#   where           the reader                   what stands              example
#   at the start    leaves out, or sets dots     nothing                  … He left
#   at the start    replaces words               the passage's marks      “[Some] boats
#   behind a word   leaves out, or sets dots     a stop, closing marks    be lost” … for want
#   behind a word   replaces words               the passage's marks      be lost,” [he] told
#   behind a word   puts words in                the passage's marks      be lost,” [sadly] one
#   behind a word   puts in what leans on it     a blank                  be lost [quite],” one
#   at the end      puts words in                a blank                  over the bar [again].


def lead(gap: Gap, marks: Marks, *, signed: bool) -> str:
    """Return what stands before the signs of a gap, if it is ``signed``, by the table above."""
    if gap.at_start:
        return "" if gap.leads_with_dots() else marks.left(gap)
    if gap.leads_with_dots():
        return f"{gap.stop}{marks.closing(gap)}{' ' if signed else ''}"
    if gap.leaves_out:
        return marks.left(gap)
    return " " if gap.at_end or gap.leans else gap.left


# What stands behind the signs of a gap, before the word behind:
#
#   where           the reader                   what stands              example
#   at the end      leaves out, or sets dots     nothing                  captain told …
#   at the end      replaces or puts in          the passage's marks      over the [quay].
#   before a word   leaves out, or sets dots     a blank, opening marks   told. … (at night)
#   before a word   replaces words               the passage's marks      can [go],” one captain
#   before a word   puts words in                a blank                  The [old] boats
#   before a word   puts in what leans           the passage's marks      be lost [quite],” one


def trail(gap: Gap, marks: Marks) -> str:
    """Return what stands behind the signs of a gap, by the table above."""
    if gap.at_end and gap.trails_with_dots():
        return ""
    if gap.trails_with_dots():
        return f"{' ' if gap.put or not gap.at_start else ''}{marks.opening(gap)}"
    if gap.leaves_out:
        return marks.right(gap)
    return gap.left if gap.at_end or (gap.leans and not gap.at_start) else " "


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
        """Return the opening marks, or else the closing ones, of a part of a gap that must stay.

        Those are the ones whose partners stand outside of the gap.
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
