"""Where notes stand in the margin: each beside its passage, none upon another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def arrange(wanted: Sequence[int], heights: Sequence[int], room: int, fixed: int = -1) -> list[int]:
    """Return the first row of each note, given where its passage begins, in ascending order.

    A note moves down where the one above is in its way. The note of index ``fixed``, if any, stands
    exactly beside its passage, and those above it move up instead. As long as all of them fit into
    ``room`` rows, none is moved out of them.
    """
    before = [0, *accumulate(height + 1 for height in heights)]
    spare = room - before[-1] + 1
    if spare >= 0:
        wanted = [
            min(max(want, first), first + spare)
            for want, first in zip(wanted, before, strict=False)
        ]
    rows: list[int] = []
    free = None
    for want, height in zip(wanted, heights, strict=True):
        row = want if free is None else max(want, free)
        rows.append(row)
        free = row + height + 1
    if not 0 <= fixed < len(rows):
        return rows
    top = max(0, min(wanted[fixed], room - heights[fixed]))
    rows[fixed] = top
    ceiling = top
    for index in range(fixed - 1, -1, -1):
        rows[index] = min(rows[index], ceiling - 1 - heights[index])
        ceiling = rows[index]
    floor = top + heights[fixed] + 1
    for index in range(fixed + 1, len(rows)):
        rows[index] = max(wanted[index], floor)
        floor = rows[index] + heights[index] + 1
    return rows
