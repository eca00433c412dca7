"""Letter diff: which letters of one short run stand in another.

rapidfuzz (14 ms to load) is imported where texts differ: most notes are made on the text that is
open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

_CELLS = 16_000_000
"""Letters of the one times letters of the other up to which they are compared: milliseconds."""
_PARAGRAPHS = 4_000_000
"""Paragraphs of the one times those of the other up to which they are."""
_LEAST = 3
"""Letters in a row that are no chance: two may be."""
_ALIKE = 0.3
"""Share of letters in common from which two longer runs are versions of each other."""
_SHORT = 14


def matching(old: str, new: str, least: int = _LEAST) -> list[tuple[int, int, int]]:
    """Return which letters of one run stand where in another, as (old, new, size), ascending."""
    most = min(len(old), len(new))
    head = forward(old, 0, new, 0, most)
    tail = backward(old, len(old), new, len(new), most - head)
    found = [(0, 0, head)] if head else []
    inner, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if inner and other and len(inner) * len(other) <= _CELLS:
        found += [
            (head + at, head + there, size) for at, there, size in _inner(inner, other, least)
        ]
    if tail:
        found.append((len(old) - tail, len(new) - tail, tail))
    return found


def in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return which paragraphs stand in the same order among others, as (old, new, count)."""
    from rapidfuzz.distance import LCSseq

    if not old or not new or len(old) * len(new) > _PARAGRAPHS:
        return []
    blocks = LCSseq.editops(old, new).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def similarity(old: str, new: str) -> float:
    """Return how like two runs of letters are, 0 to 1: one minus their edits, by the longer one."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(old, new)


def _inner(old: str, new: str, least: int) -> list[tuple[int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(old, new)
    if len(old) >= _SHORT and len(edits) > (1 - _ALIKE) * max(len(old), len(new)):
        return []
    return [
        (block.a, block.b, block.size)
        for block in edits.as_matching_blocks()
        if block.size >= least
    ]


def forward(one: str, at: int, other: str, there: int, most: int) -> int:
    """Return how many letters from two places on are equal, up to a number."""

    def equal(same: int, step: int) -> bool:
        return one[at + same : at + same + step] == other[there + same : there + same + step]

    return _equal(equal, most)


def backward(one: str, at: int, other: str, there: int, most: int) -> int:
    """Return how many letters before two places are equal, up to a number."""

    def equal(same: int, step: int) -> bool:
        first, second = at - same, there - same
        return one[first - step : first] == other[second - step : second]

    return _equal(equal, most)


def _equal(equal: Callable[[int, int], bool], most: int) -> int:
    """Return for how long ``equal(same, step)`` holds, asked in steps that grow and then halve."""
    same = 0
    step = 16
    while same < most:
        step = min(step, most - same)
        if equal(same, step):
            same += step
            step *= 2
        elif step == 1:
            break
        else:
            most = min(most, same + step - 1)
            step = (step + 1) // 2
    return same
