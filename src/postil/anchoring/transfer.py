"""Transfer of a run of letters from an old text to a new one, by the blocks that match."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from postil.anchoring.blocks import Block, Blocks
from postil.anchoring.skeleton import Skeleton
from postil.model.values import NamedTuple

_KEPT = 0.3
"""Share of its letters that a passage must keep: of a hundred, thirty do and 29 do not."""
_APART = 60
"""New letters that may come between two parts of a passage; a third of it, where that is more."""
_AROUND = 24
"""Letters on either side that bear witness for a few words."""
_WITNESSED = 0.3
"""Share of them that must stand around the new place too."""
_NEAR = 120
"""Letters between two blocks that hold a place firmly."""


class Match(NamedTuple):
    """Where a passage stands in the letters of the new text, and how sure that is."""

    start: int
    end: int
    score: float
    lead: str | None = None
    """The signs that stood before its first letter, where the passage has lost its beginning."""
    tail: str | None = None
    """The signs that stood behind its last letter, where the passage has lost its end."""


def transfer(blocks: Blocks, old: Skeleton, new: Skeleton, start: int, end: int) -> Match | None:
    """Return where a passage, a run of old letters, stands now; None where too little is left."""
    if start >= end:
        return None
    inside = blocks.within(start, end)
    size = end - start
    part = _together(inside, max(_APART, size // 3))
    kept = sum(block.size for block in part)
    if not part or kept < _KEPT * size:
        return None
    first, last = part[0], part[-1]
    begin, until = first.new, last.new + last.size
    if first is inside[0] and first.old > start:
        begin = _begin(blocks, old, new, start, first)
    if last is inside[-1] and last.old + last.size < end:
        until = _end(blocks, old, new, end, last)
    if kept < 2 * _AROUND and not _witnessed(blocks, old, start, end, begin, until):
        return None
    lead = tail = None
    if first.old > start and begin == first.new:
        lead = _after_blanks(old.signs(first.old))
    if last.old + last.size < end and until == last.new + last.size:
        tail = _before_blanks(old.signs(last.old + last.size))
    return Match(begin, until, kept / size, lead, tail)


def _after_blanks(signs: str) -> str:
    """Return the signs that a word begins with, and the blanks that its line begins with."""
    _, line, rest = signs.rpartition("\n")
    if line:
        return rest
    return "" if not signs or signs[-1].isspace() else signs.split()[-1]


def _before_blanks(signs: str) -> str:
    """Return the signs that a word ends with."""
    return "" if not signs or signs[0].isspace() else signs.split()[0]


def _together(inside: list[Block], apart: int) -> list[Block]:
    """Return the heaviest of the parts of a passage that stand together, in the new order."""
    if len(inside) == 1:
        return inside
    best: list[Block] = []
    most = 0
    part: list[Block] = []
    weight = until = 0
    for block in sorted(inside, key=lambda one: one.new):
        if part and block.new - until > apart:
            part, weight = [], 0
        part.append(block)
        weight += block.size
        until = block.new + block.size
        if weight > most:
            best, most = part, weight
    return best


def _witnessed(blocks: Blocks, old: Skeleton, start: int, end: int, begin: int, until: int) -> bool:
    """Tell whether enough of the context of a few words stands around their new place.

    It is enough if their own paragraph bears witness, as it may have been moved.
    """
    at = blocks.near(start)
    if at >= 0:
        block = blocks.all[at]
        if block.old + block.size >= end and block.size >= end - start + _AROUND:
            return True
    if _between(blocks, at, start, end, begin, until):
        return True
    first, last = max(0, start - _AROUND), min(len(old.letters), end + _AROUND)
    witnesses = [
        block
        for block in (*blocks.within(first, start), *blocks.within(end, last))
        if begin - 3 * _AROUND <= block.new < until + 3 * _AROUND
    ]
    there = sum(block.size for block in witnesses)
    if there >= _WITNESSED * (start - first + last - end):
        return True
    head, foot = old.paragraph(start, end)
    first, last = max(first, head), min(last, foot)
    there = sum(block.size for block in witnesses if first <= block.old < last)
    return there >= _WITNESSED * (start - first + last - end)


def _between(blocks: Blocks, at: int, start: int, end: int, begin: int, until: int) -> bool:
    """Tell whether a place lies as it did between what stood not far before and behind it."""
    if at >= 0 and blocks.all[at].old + blocks.all[at].size > start:
        at -= 1
    after = blocks.near(end - 1) + 1
    if at < 0 or after >= len(blocks.all):
        return False
    before, behind = blocks.all[at], blocks.all[after]
    gap, there = behind.old - before.old - before.size, behind.new - before.new - before.size
    if before.new + before.size > begin or until > behind.new:
        return False
    return there <= 2 * gap + 6 and gap - (end - start) <= _NEAR


def _begin(blocks: Blocks, old: Skeleton, new: Skeleton, start: int, first: Block) -> int:
    """Return where a passage begins whose first words are not those that were there."""
    at = blocks.near(start)
    before = blocks.all[at] if at >= 0 else Block(0, 0, 0)
    gap, there = before.old + before.size, before.new + before.size
    if not 0 < first.new - there <= 2 * (first.old - gap) + 6:
        return first.new
    if gap == start:
        return there
    mine = old.words_between(gap, first.old)
    words = new.words_between(there, first.new)
    return _nth(mine, words, start, there, first.new, (start - gap) / (first.old - gap))


def _end(blocks: Blocks, old: Skeleton, new: Skeleton, end: int, last: Block) -> int:
    """Return where a passage ends whose last words are not those that were there."""
    at = blocks.near(end - 1) + 1
    after = blocks.all[at] if at < len(blocks.all) else Block(len(old.letters), len(new.letters), 0)
    gap, there = last.old + last.size, last.new + last.size
    if not 0 < after.new - there <= 2 * (after.old - gap) + 6:
        return there
    if after.old == end:
        return after.new
    mine = old.words_between(gap, after.old)
    words = new.words_between(there, after.new)
    return _nth(mine, words, end, there, after.new, (end - gap) / (after.old - gap))


def _nth(mine: array[int], words: array[int], at: int, least: int, most: int, share: float) -> int:
    """Return the place of a word between two others that stand where they stood.

    Where as many words stand there as before, it is the one with the same number; else the one
    that begins nearest to the same share of the way.
    """
    index = bisect_left(mine, at)
    if len(mine) == len(words) and index < len(mine) and mine[index] == at:
        return words[index]
    wanted = least + share * (most - least)
    return min((least, *words, most), key=lambda word: abs(word - wanted))
