"""Matching blocks: letters of an old text that stand together in a new one too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from postil.model.values import NamedTuple


class Block(NamedTuple):
    """A run of letters that stands in both texts: where in the old and the new, and its length."""

    old: int
    new: int
    size: int


class Blocks:
    """The matching blocks of two texts; none overlaps another in either of them."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.all = _joined(blocks)
        self._olds = [block.old for block in self.all]
        self._by_new = sorted((block.new, block.size) for block in self.all)

    def near(self, old: int) -> int:
        """Return the index of the last block that begins at a letter of the old text or before."""
        return bisect_right(self._olds, old) - 1

    def letter(self, old: int) -> int | None:
        """Return where a letter of the old text stands in the new one, if a block leads there."""
        at = self.near(old)
        if at < 0 or old >= self.all[at].old + self.all[at].size:
            return None
        return self.all[at].new + old - self.all[at].old

    def within(self, start: int, end: int) -> list[Block]:
        """Return the blocks within a run of the old text, cut to it, ascending in it."""
        found = []
        at = max(0, self.near(start))
        while at < len(self.all):
            old, new, size = self.all[at]
            if old >= end:
                break
            first, last = max(start, old), min(end, old + size)
            if first < last:
                found.append(Block(first, new + first - old, last - first))
            at += 1
        return found

    def taken(self, start: int, end: int) -> int:
        """Return how many letters of a run of the new text some block leads to."""
        at = max(0, bisect_left(self._by_new, (start, 0)) - 1)
        count = 0
        while at < len(self._by_new):
            new, size = self._by_new[at]
            if new >= end:
                break
            count += max(0, min(end, new + size) - max(start, new))
            at += 1
        return count


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in the order of the old text, those that continue one another as one."""
    joined: list[Block] = []
    for block in sorted(blocks):
        if joined:
            old, new, size = joined[-1]
            if (old + size, new + size) == block[:2]:
                joined[-1] = Block(old, new, size + block.size)
                continue
        joined.append(block)
    return joined
