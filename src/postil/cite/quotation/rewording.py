"""Marks in a quotation what its reader has changed: [put in or replaced], and … for left out.

A changed capital is marked by itself, as in [T]he, brackets side by side become one, and nothing is
marked that the reader has marked already. Of punctuation the passage's own stands; but where the
reader's sentence goes on over words left out, no stop does. The rules are those of the Chicago
Manual of Style, 13.50-62, the MLA Handbook in its chapter 6, and the APA Publication Manual, 8.31;
like them, this sets no ellipsis before the first word and behind the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from postil.cite.quotation.omissions import Gap, Marks
from postil.cite.quotation.tokens import ELLIPSIS, Token, tokens
from postil.cite.quotation.word_diff import Change, compared
from postil.errors import BadRequest
from postil.text.clean import clean
from postil.text.lazy_regex import lazily
from postil.text.sentences import sentences

_ENDS = ".?!。！？"
_LINE_END = lazily(r"(?<!\n)\n(?!\n)")
"""What is a blank in the reader's words: only an empty line parts paragraphs."""


class _Bracketed(str):
    """Words of which some stand in brackets that the passage has not."""

    __slots__ = ()


def reworded(passage: str, words: str, omission: str = ELLIPSIS, joints: Sequence[int] = ()) -> str:
    """Return a passage in the reader's wording of it, with what was changed marked as such.

    ``joints`` are where further pieces begin in a passage that was joined of several. Raises
    BadRequest where less than half of the words are the passage's, which is no quotation, and
    where nothing of a piece is left.
    """
    words = _LINE_END.sub(" ", clean(words))
    before, after = list(tokens(passage)), list(tokens(words))
    if not after:
        hint = "give the passage as you have written it"
        raise BadRequest("the words", "there is nothing in them", hint)
    changes = tuple(compared(before, after))
    given = sum(_is_claimed(one) for one in after)
    shared = [
        before[at]
        for kind, start, end, first, _ in changes
        if kind == "equal"
        for at in range(start, end)
        if _is_claimed(after[first + at - start])
    ]
    if not shared or 2 * len(shared) < given:
        raise BadRequest(
            "the words",
            "less than half of them stand in the passage, so they are no quotation of it",
            "give more of its own words",
        )
    if _pieces_of(shared, joints) < _pieces_of(filter(_is_claimed, before), joints):
        raise BadRequest(
            "the words",
            "they leave out one of the passages",
            "keep some words of each, or cite the others only",
        )
    return _Setting(passage, words, before, after, omission).run(changes)


def _is_claimed(token: Token) -> bool:
    """Tell whether the reader gives these words as the passage's own."""
    return token.kind == "word" or (token.kind == "own" and not token.key.startswith("["))


def _pieces_of(found: Iterable[Token], joints: Sequence[int]) -> set[int]:
    """Return in which pieces of a passage some words stand, counted from 0."""
    return {bisect_right(joints, token.start) for token in found} if joints else set()


class _Setting:
    """One pass over the changes, from the beginning of the passage to its end."""

    def __init__(
        self,
        passage: str,
        words: str,
        before: Sequence[Token],
        after: Sequence[Token],
        omission: str,
    ) -> None:
        self.passage, self.words, self.omission = passage, words, omission
        self.before, self.after = before, after
        self.starts = [start for start, _ in sentences(passage)]
        self.marks = Marks(passage)
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
                signs = [part for sign in self._signs(gap) for part in (" ", sign)][1:]
                pieces += (self._lead(gap), *signs, self._trail(gap))
                self.done = gap.end
        return "".join((*_merged(pieces), self.passage[self.done :])).strip()

    def _kept(self, start: int, end: int, first: int) -> Iterator[str]:
        for at in range(start, end):
            token = self.before[at]
            yield self.passage[self.done : token.start]
            yield _in_case(token, self.after[first + at - start])
            self.done = token.end

    def _gap(self, start: int, end: int, first: int, last: int) -> Gap:
        high = self.before[end].start if end < len(self.before) else len(self.passage)
        left, right = self.passage[self.done : high], ""
        if start < end:
            left = self.passage[self.done : self.before[start].start]
            right = self.passage[self.before[end - 1].end : high]
        put = tuple(self._put(first, last))
        leans = 0 < first < last and not self._between(first)
        by_dots = self._is_dots(start - 1) or self._is_dots(end)
        goes_on = first > 0 and last < len(self.after) and self._goes_on(first, last)
        return Gap(self.done, high, left, right, put, start < end, by_dots, leans, goes_on)

    def _goes_on(self, first: int, last: int) -> bool:
        """Tell whether the reader is in the same sentence before and behind some words."""
        between = self.words[self.after[first - 1].end : self.after[last].start]
        small = self.after[last].text.lstrip("[")[:1].islower()
        return small and not any(end in between for end in _ENDS)

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
                yield f"[{ELLIPSIS}]" if token.text.startswith("[") else self.omission
            elif token.kind == "own":
                yield _Bracketed(token.text)
            else:
                while at < last and self.after[at].kind == "word":
                    at += 1
                put = " ".join(self.words[token.start : self.after[at - 1].end].split())
                yield _Bracketed(f"[{put}]")

    def _signs(self, gap: Gap) -> Sequence[str]:
        """Return what is set in a gap: an ellipsis stands for words only in the midst of others."""
        if gap.put or gap.by_dots or not gap.start or gap.end == len(self.passage):
            return gap.put
        return (self.omission,)

    def _lead(self, gap: Gap) -> str:
        """Return what stands before the signs of a gap, and behind the word before them."""
        if not gap.start:
            return "" if gap.leads_with_dots() else self.marks.left(gap)
        if gap.leads_with_dots():
            closing = self.marks.closing(gap)
            return f"{self._stop(gap)}{closing}{' ' if self._signs(gap) else ''}"
        if gap.leaves_out:
            return self.marks.left(gap)
        return " " if gap.end == len(self.passage) or self._leans(gap) else gap.left

    def _trail(self, gap: Gap) -> str:
        """Return what stands behind the signs of a gap, and before the word behind them."""
        if gap.end == len(self.passage):
            if gap.trails_with_dots():
                return ""
            return self.marks.right(gap) if gap.leaves_out else gap.left
        if gap.trails_with_dots():
            opening = self.marks.opening(gap)
            return f"{' ' if gap.put or gap.start else ''}{opening}"
        if gap.leaves_out:
            return self.marks.right(gap)
        return gap.left if gap.start and self._leans(gap) else " "

    def _leans(self, gap: Gap) -> bool:
        return gap.leans and not gap.left[:1].isspace()

    def _stop(self, gap: Gap) -> str:
        """Return the stop to set behind the word before, where a sentence ends in the gap."""
        if gap.goes_on:
            return ""
        own = gap.left.lstrip("”’»\"'")[:1]
        if own and own in _ENDS and gap.left[:3] != "...":
            return own
        if gap.end == len(self.passage):
            behind = self.words[self.after[-1].end :].lstrip("”’»\"' ")
            return "." if behind.startswith(".") else ""
        ends = bisect_right(self.starts, gap.end) - bisect_right(self.starts, gap.start)
        return "." if ends else ""


def _merged(pieces: Iterable[str]) -> list[str]:
    """Return the pieces; of brackets with one blank between them, one pair is left."""
    out: list[str] = []
    for piece in filter(None, pieces):
        beside = isinstance(piece, _Bracketed) and len(out) > 1 and out[-1] == " "
        before = out[-2] if beside and isinstance(out[-2], _Bracketed) else ""
        if before.endswith("]") and piece.startswith("["):
            out[-2:] = [_Bracketed(f"{before[:-1]} {piece[1:]}")]
        else:
            out.append(piece)
    return out


def _in_case(token: Token, given: Token) -> str:
    """Return a word of the passage; a capital that the reader has changed stands in brackets."""
    if given.kind != "word":
        return given.text if token.kind == given.kind else _Bracketed(given.text)
    old, new = token.text, given.text
    if old == new or old.replace("’", "'") == new.replace("’", "'"):
        return old
    if old[1:].replace("’", "'") == new[1:].replace("’", "'"):
        return _Bracketed(f"[{new[0]}]{old[1:]}")
    return _Bracketed(f"[{new}]")
