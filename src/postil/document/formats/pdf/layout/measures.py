"""Measures of a document: the size of its text and the distance of its lines, from a few pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.process.wire import FIXED, Sheet
from postil.model.values import NamedTuple

_USUAL = 1.2
"""Sizes from one line to the next where nothing tells."""
_SPREAD = 2.0
"""Points by which edges count as one."""


class Measures(NamedTuple):
    """What the running text of a document looks like; lengths are points."""

    size: float
    fixed: bool
    """The text itself is set in letters of one width, as by a typewriter."""
    bold: bool
    """The text itself is bold, or said to be."""


class Column(NamedTuple):
    """What one column looks like."""

    left: float
    right: float
    leading: float
    """From one line to the next."""
    size: float
    """Of most of its lines."""
    justified: bool
    """Most of its lines end at the same place."""


def measures(sheets: Iterable[Sheet]) -> Measures:
    """Return the measures of a document by some of its pages."""
    sizes: Counter[float] = Counter()
    fixed = bold = 0
    for sheet in sheets:
        for one in sheet.fragments:
            size = round(one.size * 2) / 2
            sizes[size] += len(one.text)
            style = one.style
            fixed += len(one.text) * bool(style & FIXED)
            bold += len(one.text) * (style & 1)
    total = sum(sizes.values())
    if not total:
        return Measures(10.0, fixed=False, bold=False)
    return Measures(sizes.most_common(1)[0][0], fixed > 0.6 * total, bold > 0.6 * total)


def column(lines: Sequence[Line], size: float) -> Column:
    """Return what a column looks like whose text is mostly of this size."""
    sizes = Counter(round(line.size * 2) / 2 for line in lines)
    if sizes[size] < 0.5 * len(lines):
        size = sizes.most_common(1)[0][0]
    left = _edge([line.x0 for line in lines], low=True)
    right = _edge([line.x1 for line in lines], low=False)
    justified = len(lines) > 3 and sum(right - line.x1 < 1 for line in lines) > 0.5 * len(lines)
    steps = [
        one.y - other.y
        for one, other in pairwise(lines)
        if abs(one.size - other.size) < 0.5 and 0.8 * one.size < one.y - other.y < 2.6 * one.size
    ]
    if len(steps) < 3:
        return Column(left, right, _USUAL * size, size, justified)
    steps.sort()
    # Most steps lead to the next line; the wider ones part paragraphs.
    counted = Counter(round(step * 2) / 2 for step in steps)
    most = max(counted.values())
    usual = min(step for step, times in counted.items() if times >= 0.5 * most)
    return Column(left, right, usual, size, justified)


def _edge(places: Sequence[float], *, low: bool) -> float:
    """Return the outermost place at which more than one line begins or ends."""
    ordered = sorted(places, reverse=not low)
    for at in range(len(ordered) - 1):
        if abs(ordered[at] - ordered[at + 1]) <= _SPREAD:
            return ordered[at]
    return ordered[0] if ordered else 0.0
