"""Marks in a quotation what its reader has changed: [put in or replaced], and … for left out.

A changed capital is marked by itself, as in [T]he, and nothing is marked that the reader has marked
already. Of punctuation the passage's own stands. The rules are those of the Chicago Manual of
Style, 13.50-62, the MLA Handbook, 6.54-61, and the APA Publication Manual, 8.31; like them, this
sets no ellipsis before the first word and behind the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from postil.cite.joining import ELLIPSIS
from postil.cite.tokens import Token, tokens
from postil.errors import BadRequest
from postil.text.quotes import quotations
from postil.text.sentences import sentences

_ENDS = ".?!。！？"

Change = tuple[str, int, int, int, int]
"""As difflib gives them: equal, replace, delete or insert; then from and to, in either text."""


def reworded(passage: str, words: str) -> str:
    """Return a passage in the reader's wording of it, with what was changed marked as such.

    Raises BadRequest where less than half of the words are the passage's: that is no quotation.
    """
    before, after = tokens(passage), tokens(words)
    changes = _changes([one.key for one in before], [one.key for one in after])
    given = sum(_is_claimed(one) for one in after)
    shared = sum(
        _is_claimed(after[at])
        for kind, _, _, start, end in changes
        if kind == "equal"
        for at in range(start, end)
    )
    if not shared or 2 * shared < given:
        raise BadRequest(
            "the words",
            "less than half of them stand in the passage, so they are no quotation of it",
            "give more of its own words",
        )
    return _Setting(passage, words, before, after).run(changes)


def _is_claimed(token: Token) -> bool:
    """Tell whether the reader gives these words as the passage's own."""
    return token.kind == "word" or (token.kind == "own" and not token.key.startswith("["))


def _changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return what was done to one row of words to get the other."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = SequenceMatcher(
        None, before[start : len(before) - end], after[start : len(after) - end], autojunk=False
    )
    changes: list[Change] = [("equal", 0, start, 0, start)] if start else []
    for kind, *where in middle.get_opcodes():
        first, last, other_first, other_last = (at + start for at in where)
        changes.append((kind, first, last, other_first, other_last))
    if end:
        last, other_last = len(before), len(after)
        changes.append(("equal", last - end, last, other_last - end, other_last))
    return changes


@dataclass(frozen=True, slots=True)
class _Gap:
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

    def leads_with_dots(self) -> bool:
        """Tell whether words are left out right behind the word before."""
        return not self.put or _is_dots(self.put[0])

    def trails_with_dots(self) -> bool:
        """Tell whether words are left out right before the word behind."""
        return not self.put or _is_dots(self.put[-1])


class _Setting:
    """One pass over the changes, from the beginning of the passage to its end."""

    def __init__(
        self, passage: str, words: str, before: Sequence[Token], after: Sequence[Token]
    ) -> None:
        self.passage, self.words = passage, words
        self.before, self.after = before, after
        self.starts = [start for start, _ in sentences(passage)]
        self.partners = dict(_partners(passage))
        self.done = 0
        """How far the passage is set or left out."""

    def run(self, changes: Sequence[Change]) -> str:
        """Return the passage with the changes marked."""
        pieces: list[str] = []
        for kind, start, end, first, last in changes:
            if kind == "equal":
                pieces += self._kept(start, end, first)
            else:
                gap = self._gap(start, end, first, last)
                pieces += (self._lead(gap), " ".join(self._signs(gap)), self._trail(gap))
                self.done = gap.end
        return "".join((*pieces, self.passage[self.done :])).strip()

    def _kept(self, start: int, end: int, first: int) -> Iterator[str]:
        for at in range(start, end):
            token = self.before[at]
            yield self.passage[self.done : token.start]
            yield _in_case(token, self.after[first + at - start])
            self.done = token.end

    def _gap(self, start: int, end: int, first: int, last: int) -> _Gap:
        high = self.before[end].start if end < len(self.before) else len(self.passage)
        left, right = self.passage[self.done : high], ""
        if start < end:
            left = self.passage[self.done : self.before[start].start]
            right = self.passage[self.before[end - 1].end : high]
        put = tuple(self._put(first, last))
        leans = 0 < first < last and not self._between(first)
        by_dots = self._is_dots(start - 1) or self._is_dots(end)
        return _Gap(self.done, high, left, right, put, start < end, by_dots, leans)

    def _is_dots(self, at: int) -> bool:
        return 0 <= at < len(self.before) and self.before[at].kind == "dots"

    def _between(self, at: int) -> str:
        """Return the punctuation that the reader has before a word."""
        return self.words[self.after[at - 1].end : self.after[at].start].strip()

    def _put(self, first: int, last: int) -> Iterator[str]:
        """Yield what the reader has put in; words side by side share their brackets."""
        at = first
        while at < last:
            token = self.after[at]
            at += 1
            if token.kind == "dots":
                yield "[…]" if token.text.startswith("[") else ELLIPSIS
            elif token.kind == "own":
                yield token.text
            else:
                while at < last and self.after[at].kind == "word":
                    at += 1
                yield f"[{self.words[token.start : self.after[at - 1].end]}]"

    def _signs(self, gap: _Gap) -> Sequence[str]:
        """Return what is set in a gap: an ellipsis stands for words only in the midst of others."""
        if gap.put or gap.by_dots or not gap.start or gap.end == len(self.passage):
            return gap.put
        return (ELLIPSIS,)

    def _lead(self, gap: _Gap) -> str:
        """Return what stands before the signs of a gap, and behind the word before them."""
        if not gap.start:
            return "" if gap.leads_with_dots() else self._left(gap)
        if gap.leads_with_dots():
            closing = self._loose(gap.start, gap.end, gap, opening=False)
            return f"{self._stop(gap)}{closing}{' ' if self._signs(gap) else ''}"
        if gap.leaves_out:
            return self._left(gap)
        return " " if gap.end == len(self.passage) or self._leans(gap) else gap.left

    def _trail(self, gap: _Gap) -> str:
        """Return what stands behind the signs of a gap, and before the word behind them."""
        if gap.end == len(self.passage):
            if gap.trails_with_dots():
                return ""
            return self._right(gap) if gap.leaves_out else gap.left
        if gap.trails_with_dots():
            opening = self._loose(gap.start, gap.end, gap, opening=True)
            return f"{' ' if gap.put or gap.start else ''}{opening}"
        if gap.leaves_out:
            return self._right(gap)
        return gap.left if gap.start and self._leans(gap) else " "

    def _leans(self, gap: _Gap) -> bool:
        return gap.leans and not gap.left[:1].isspace()

    def _stop(self, gap: _Gap) -> str:
        """Return the stop to set behind the word before, where a sentence ends in the gap."""
        own = gap.left.lstrip("”’»\"'")[:1]
        if own and own in _ENDS and gap.left[:3] != "...":
            return own
        if gap.end == len(self.passage):
            behind = self.words[self.after[-1].end :].lstrip("”’»\"' ")
            return "." if behind.startswith(".") else ""
        ends = bisect_right(self.starts, gap.end) - bisect_right(self.starts, gap.start)
        return "." if ends else ""

    def _left(self, gap: _Gap) -> str:
        """Return what is before the words left out, and marks among these that close others."""
        inner = gap.start + len(gap.left)
        closing = self._loose(inner, gap.end - len(gap.right), gap, opening=False)
        return closing + self._paired(gap.start, inner, gap)

    def _right(self, gap: _Gap) -> str:
        """Return what is behind the words left out, and marks among these that open others."""
        inner = gap.end - len(gap.right)
        opening = self._loose(gap.start + len(gap.left), inner, gap, opening=True)
        return self._paired(inner, gap.end, gap) + opening

    def _paired(self, start: int, end: int, gap: _Gap) -> str:
        """Return a part of a gap without marks whose partners are left out with the words."""
        low, high = gap.start + len(gap.left), gap.end - len(gap.right)
        return "".join(
            self.passage[at]
            for at in range(start, end)
            if not low <= self.partners.get(at, -1) < high
        )

    def _loose(self, start: int, end: int, gap: _Gap, *, opening: bool) -> str:
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


def _in_case(token: Token, given: Token) -> str:
    """Return a word of the passage; a capital that the reader has changed stands in brackets."""
    if given.kind != "word":
        return given.text
    old, new = token.text, given.text
    if old == new or old.replace("’", "'") == new.replace("’", "'"):
        return old
    if old[1:].replace("’", "'") == new[1:].replace("’", "'"):
        return f"[{new[0]}]{old[1:]}"
    return f"[{new}]"


def _is_dots(sign: str) -> bool:
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
