"""A passage beside the reader's wording of it: the words they share, and the gaps between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postil.cite.quotation.omissions import Gap
from postil.cite.quotation.tokens import ELLIPSIS, Token, tokens
from postil.cite.quotation.word_diff import Change, diff_words
from postil.model.values import dataclass
from postil.text.sentences import sentences

_ENDS = ".?!。！？"
_CLOSERS = "”’»\"'"


class Bracketed(str):
    """Words of which some stand in brackets that the passage has not."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts as words, and what was done to the words of one to get the other."""

    passage: str
    words: str
    before: Sequence[Token]
    """The words of the passage."""
    after: Sequence[Token]
    """Those of the reader."""
    changes: Sequence[Change]
    starts: Sequence[int]
    """Where the sentences of the passage begin."""

    def shared(self) -> list[Token]:
        """Return the words of the passage that the reader gives as the passage's own."""
        return [
            self.before[at]
            for one in self.changes
            if one.kind == "equal"
            for at in range(one.start, one.end)
            if self.after[one.first + at - one.start].is_claimed
        ]

    def kept(self, change: Change) -> Iterator[tuple[str, Token, Token]]:
        """Yield words that are equal, as both have them, with what stands before each of them.

        Before the first of them it is the gap there that says what stands.
        """
        done = self.before[change.start].start if change is not self.changes[0] else 0
        for at in range(change.start, change.end):
            token = self.before[at]
            given = self.after[change.first + at - change.start]
            yield self.passage[done : token.start], token, given
            done = token.end

    def gap(self, change: Change, omission: str) -> Gap:
        """Return the gap that a change makes, between the words before and behind it."""
        at_start, at_end = change.start == 0, change.end == len(self.before)
        start = 0 if at_start else self.before[change.start - 1].end
        end = len(self.passage) if at_end else self.before[change.end].start
        left, right = self.passage[start:end], ""
        leaves_out = change.start < change.end
        if leaves_out:
            left = self.passage[start : self.before[change.start].start]
            right = self.passage[self.before[change.end - 1].end : end]
        return Gap(
            start, end, at_start, at_end, left, right,
            put=tuple(self._put(change, omission)),
            leaves_out=leaves_out,
            by_dots=self._is_dots(change.start - 1) or self._is_dots(change.end),
            leans=self._leans(change) and not left[:1].isspace(),
            stop="" if self._goes_on(change) else self._stop(start, end, left, at_end=at_end),
        )  # fmt: skip

    def _is_dots(self, at: int) -> bool:
        return 0 <= at < len(self.before) and self.before[at].kind == "dots"

    def _put(self, change: Change, omission: str) -> Iterator[str]:
        """Yield what the reader has put in; words side by side share their brackets."""
        at = change.first
        while at < change.last:
            token = self.after[at]
            at += 1
            if token.kind == "dots":
                yield f"[{ELLIPSIS}]" if token.text.startswith("[") else omission
            elif token.kind == "own":
                yield Bracketed(token.text)
            else:
                while at < change.last and self.after[at].kind == "word":
                    at += 1
                put = " ".join(self.words[token.start : self.after[at - 1].end].split())
                yield Bracketed(f"[{put}]")

    def _leans(self, change: Change) -> bool:
        """Tell whether the reader has no punctuation between the word before and what is put in."""
        if not 0 < change.first < change.last:
            return False
        between = self.words[self.after[change.first - 1].end : self.after[change.first].start]
        return not between.strip()

    def _goes_on(self, change: Change) -> bool:
        """Tell whether the reader is in the same sentence before and behind a gap.

        A small letter follows there, and no stop stands in it.
        """
        if change.first == 0 or change.last == len(self.after):
            return False
        between = self.words[self.after[change.first - 1].end : self.after[change.last].start]
        small = self.after[change.last].text.lstrip("[")[:1].islower()
        return small and not any(end in between for end in _ENDS)

    # Which stop is set behind the word before a gap in which the reader's sentence does not go on:
    #
    #   the passage has there   set   because
    #   ?” or .                 ?     the passage's own stop follows the word
    #   ... or a comma          .     a sentence of the passage ends in what is left out
    #   a comma                 -     none does
    #   anything, at the end    .     the reader has a full stop at the end, the passage goes on

    def _stop(self, start: int, end: int, left: str, *, at_end: bool) -> str:
        """Return a stop or nothing, by the table above."""
        own = left.lstrip(_CLOSERS)[:1]
        if own and own in _ENDS and left[:3] != "...":
            return own
        if at_end:
            behind = self.words[self.after[-1].end :].lstrip(f"{_CLOSERS} ")
            return "." if behind.startswith(".") else ""
        ends = bisect_right(self.starts, end) - bisect_right(self.starts, start)
        return "." if ends else ""


def compare(passage: str, words: str) -> Comparison:
    """Compare a passage with the reader's wording of it."""
    before, after = list(tokens(passage)), list(tokens(words))
    changes = tuple(diff_words(before, after))
    starts = [start for start, _ in sentences(passage)]
    return Comparison(passage, words, before, after, changes, starts)
