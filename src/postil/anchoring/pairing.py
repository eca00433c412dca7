"""Pairing of two versions of a text: whole paragraphs, then rare words, then what lies between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from postil.anchoring.blocks import Block, Blocks
from postil.anchoring.letter_diff import backward, forward, in_order, matching
from postil.anchoring.skeleton import Skeleton
from postil.text.progress import Progress, no_progress

_TELLING = 9
"""Letters of a paragraph that is taken for the same where it stands once: nine, not eight."""
_SEEDS = (28, 16)
_SEEDS_DENSE = (14, 8)
"""Letters compared at the beginnings of words, long before short."""
_OFTEN = 1024
"""Words between two reports of progress."""
_SELDOM = 32
"""Gaps between two reports of progress."""
_READ = 0.5
"""Share of the work that is done when both texts have been read and no word compared."""
_FAR = 4096
"""Letters by which a beginning in common may go beyond the last whole paragraph."""


def pair(old: Skeleton, new: Skeleton, progress: Progress = no_progress) -> Blocks:
    """Return the matching blocks of two texts, as many as can be told."""
    if old.letters == new.letters:
        return Blocks([Block(0, 0, len(old.letters))] if old.letters else [])
    pairing = _Pairing(old, new, progress)
    pairing.ends()
    pairing.paragraphs()
    pairing.lists()
    pairing.paragraphs()
    pairing.fill()
    for share, size in zip((0.4, 0.7), _SEEDS_DENSE if old.dense else _SEEDS, strict=True):
        pairing.step(share)
        pairing.seeds(size)
        pairing.fill()
    return Blocks(pairing.blocks)


class _Pairing:
    """The pairing of two texts so far, which each step adds to."""

    def __init__(self, old: Skeleton, new: Skeleton, progress: Progress) -> None:
        self.blocks: list[Block] = []
        self._old, self._new = old, new
        self._olds, self._news = old.letters, new.letters
        self._old_taken = bytearray(len(self._olds))
        self._new_taken = bytearray(len(self._news))
        self._progress = progress
        self._old_breaks = old.breaks
        progress(_READ)
        self._new_breaks = new.breaks
        progress(_READ)
        self._done = 0.0
        self._tried: set[tuple[int, int, int, int]] = set()

    def ends(self) -> None:
        """Pair what both texts begin with, then what both end with."""
        most = min(len(self._olds), len(self._news))
        head = forward(self._olds, 0, self._news, 0, most)
        if head < most:
            head = _cut_back(head, self._old_breaks, self._new_breaks)
        self._put(0, 0, head)
        most -= head
        tail = backward(self._olds, len(self._olds), self._news, len(self._news), most)
        if tail < most:
            turned = [len(self._olds) - at for at in reversed(self._old_breaks)]
            others = [len(self._news) - at for at in reversed(self._new_breaks)]
            tail = _cut_back(tail, turned, others)
        self._put(len(self._olds) - tail, len(self._news) - tail, tail)

    def paragraphs(self) -> None:
        """Pair the paragraphs that stand once in either text, then their equal neighbours."""
        olds = self._whole(self._olds, self._old_breaks, self._old_taken)
        old_at = _only(olds)
        self._progress(_READ)
        news = self._whole(self._news, self._new_breaks, self._new_taken)
        new_at = _only(news)
        self._progress(_READ)
        to: dict[int, int] = {}
        for words, at in old_at.items():
            there = new_at.get(words, -1)
            if at >= 0 and there >= 0 and len(words) >= _TELLING:
                to[at] = there
        gone = set(to.values())
        for step in (1, -1):
            for at in range(len(olds))[::step]:
                if at in to or at - step not in to:
                    continue
                there = to[at - step] + step
                if 0 <= there < len(news) and there not in gone and olds[at][1] == news[there][1]:
                    to[at] = there
                    gone.add(there)
        for at, there in to.items():
            self._put(olds[at][0], news[there][0], len(olds[at][1]))
        self._progress(_READ)

    def step(self, share: float) -> None:
        """Tell how much of the comparing is done."""
        self._done = share * (1 - _READ)

    def lists(self) -> None:
        """Pair equal paragraphs, however short, that follow one another between paired ones."""
        for start, end, there, until in self._gaps():
            if self._new_taken.find(1, there, until) >= 0:
                continue
            olds = _between(self._old_breaks, start, end)
            news = _between(self._new_breaks, there, until)
            mine = [self._olds[one:two] for one, two in olds]
            others = [self._news[one:two] for one, two in news]
            for at, where, count in in_order(mine, others):
                for (old, _), (new, _), letters in zip(
                    olds[at : at + count], news[where : where + count], mine[at:], strict=False
                ):
                    self._put(old, new, len(letters))

    def seeds(self, size: int) -> None:
        """Pair words by so many first letters, where these stand once in what is left of either."""
        there = self._grams(self._new, self._new_taken, size)
        here = self._grams(self._old, self._old_taken, size)
        for count, (gram, at) in enumerate(here.items()):
            if count % _OFTEN == 0:
                self._progress(_READ + self._done)
            new = there.get(gram, -1)
            if at < 0 or new < 0:
                continue
            if self._old_taken[at] or self._new_taken[new]:
                continue
            self._grow(at, new, size)

    def fill(self) -> None:
        """Compare letter by letter what is left between blocks that follow each other."""
        for start, end, there, until in self._gaps():
            size, others = end - start, until - there
            close = 0 < others <= 3 * size + 60 and size <= 3 * others + 60
            if close and self._new_taken.find(1, there, until) < 0:
                self._match(start, end, there, until)
                continue
            ahead = min(end, _after(self._old_breaks, start))
            self._match(start, ahead, there, self._room(there))
            lead = max(start, _before(self._old_breaks, end))
            self._match(lead, end, self._room_before(until), until)

    def _gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the runs of the old text that are not paired, and where the blocks around lead.

        In the new text the end may lie before the start.
        """
        self.blocks.sort()
        known = [Block(0, 0, 0), *self.blocks, Block(len(self._olds), len(self._news), 0)]
        for count, (before, after) in enumerate(pairwise(known)):
            if count % _SELDOM == 0:
                self._progress(_READ + self._done)
            if before.old + before.size < after.old:
                yield before.old + before.size, after.old, before.new + before.size, after.new

    def _room(self, start: int) -> int:
        end = _after(self._new_breaks, start)
        taken = self._new_taken.find(1, start, end)
        return end if taken < 0 else taken

    def _room_before(self, end: int) -> int:
        start = _before(self._new_breaks, end)
        return max(start, self._new_taken.rfind(1, start, end) + 1)

    def _match(self, start: int, end: int, there: int, until: int) -> None:
        if start >= end or there >= until or (start, end, there, until) in self._tried:
            return
        self._tried.add((start, end, there, until))
        if self._old_taken.find(1, start, end) >= 0:
            return
        for old, new, size in matching(self._olds[start:end], self._news[there:until]):
            self._put(start + old, there + new, size)

    def _grow(self, old: int, new: int, size: int) -> None:
        """Pair as many letters on either side as are equal and not paired yet."""
        olds, news = self._olds, self._news
        most = min(len(olds) - old, len(news) - new)
        length = size + forward(olds, old + size, news, new + size, most - size)
        for taken, at in ((self._old_taken, old), (self._new_taken, new)):
            end = taken.find(1, at, at + length)
            length = length if end < 0 else end - at
        if length < size:
            return
        lead = backward(olds, old, news, new, min(old, new))
        for taken, at in ((self._old_taken, old), (self._new_taken, new)):
            lead = min(lead, at - 1 - max(at - lead - 1, taken.rfind(1, at - lead, at)))
        self._put(old - lead, new - lead, lead + length)

    def _put(self, old: int, new: int, size: int) -> None:
        if size:
            self.blocks.append(Block(old, new, size))
            self._old_taken[old : old + size] = b"\1" * size
            self._new_taken[new : new + size] = b"\1" * size

    def _whole(self, letters: str, breaks: list[int], taken: bytearray) -> list[tuple[int, str]]:
        """Return the paragraphs of which nothing is paired, with where they begin."""
        return [
            (start, letters[start:end])
            for start, end in pairwise(breaks)
            if not taken[start] and not taken[end - 1]
        ]

    def _grams(self, skeleton: Skeleton, taken: bytearray, size: int) -> dict[str, int]:
        """Return the letters that words begin with, and where they stand; -1 if more than once."""
        found: dict[str, int] = {}
        letters = skeleton.letters
        count = 0
        for start, end in _free(taken, size):
            for at in skeleton.words_between(start, end - size + 1):
                count += 1
                if count % _OFTEN == 0:
                    self._progress(_READ + self._done)
                gram = letters[at : at + size]
                found[gram] = -1 if gram in found else at
        return found


def _only(paragraphs: list[tuple[int, str]]) -> dict[str, int]:
    """Return the index of each paragraph by its letters; -1 for those that stand repeatedly."""
    found: dict[str, int] = {}
    for at, (_, letters) in enumerate(paragraphs):
        found[letters] = -1 if letters in found else at
    return found


def _free(taken: bytearray, size: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of at least so many letters that are not paired."""
    start = 0
    while start < len(taken):
        end = taken.find(1, start)
        end = len(taken) if end < 0 else end
        if end - start >= size:
            yield start, end
        start = taken.find(0, end)
        if start < 0:
            return


def _after(breaks: list[int], at: int) -> int:
    """Return where the paragraph ends that a letter stands in; the letter itself at its start."""
    return breaks[min(bisect_left(breaks, at), len(breaks) - 1)]


def _before(breaks: list[int], at: int) -> int:
    """Return where the paragraph begins that ends at a letter or behind it."""
    return breaks[max(bisect_right(breaks, at) - 1, 0)]


def _between(breaks: list[int], start: int, end: int) -> list[tuple[int, int]]:
    """Return the whole paragraphs within a run of letters."""
    inner = breaks[bisect_left(breaks, start) : bisect_right(breaks, end)]
    return list(pairwise(inner))


def _cut_back(length: int, breaks: list[int], others: list[int]) -> int:
    """Return a length in common without the part that may only look alike."""
    whole = {at for at in others if at <= length}
    last = max((at for at in breaks if at in whole), default=0)
    return max(last, length - _FAR)
