"""Letters of a page where they are drawn, and which of them stand on one line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import cos, radians, sin

from postil.document.formats.pdf.process.wire import LOWERED, RAISED
from postil.model.values import NamedTuple

_SAME_LINE = 0.12
"""Share of the size by which the letters of one line may stand higher or lower."""
_TOGETHER = 0.9
"""Share of the size that may lie between two letters drawn one after the other."""
_BACK = 0.5
"""Share of the size that a letter may reach back over the one before, as kerning does."""
_SMALL = 0.87
"""Share of the size of a line below which letters beside it are raised or lowered ones."""
_RAISED = (0.1, 0.85)
_LOWERED = (-0.5, -0.05)
_FAR = 0.8
"""The same for a mark of few letters, which a blank may part from its word."""
_MOST_RAISED = 2000
"""Small lines of a page beyond which it is a drawing, and none is looked at."""
_BESIDE = 0.4
"""Share of the size that may lie between a raised letter and its line."""


class Glyph(NamedTuple):
    """One letter as it is drawn; lengths are points, y grows upwards."""

    char: str
    x0: float
    x1: float
    y: float
    """Of the line on which it stands."""
    size: float
    style: int
    link: int = -1


class Row:
    """Letters on one line, in the order in which they were drawn."""

    __slots__ = ("glyphs", "size", "x0", "x1", "y")

    def __init__(self, first: Glyph) -> None:
        self.glyphs = [first]
        self.x0, self.x1, self.y, self.size = first.x0, first.x1, first.y, first.size

    def add(self, glyph: Glyph) -> None:
        """Append a letter."""
        self.glyphs.append(glyph)
        if glyph[1] < self.x0:
            self.x0 = glyph[1]
        if glyph[2] > self.x1:
            self.x1 = glyph[2]

    def take(self, other: Row) -> None:
        """Append all letters of another row."""
        self.glyphs += other.glyphs
        self.x0 = min(self.x0, other.x0)
        self.x1 = max(self.x1, other.x1)


def turned(glyph: Glyph, angle: float) -> Glyph:
    """Return a letter drawn at an angle, in degrees against the clock, as if it stood upright.

    ``x0`` and ``x1`` are expected to be measured along its line already, from its origin.
    """
    turn = radians(angle)
    x = glyph.x0 * cos(turn) + glyph.y * sin(turn)
    y = glyph.y * cos(turn) - glyph.x0 * sin(turn)
    return glyph._replace(x0=x, x1=x + glyph.x1 - glyph.x0, y=y)


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the lines from the top, each with the letters that are raised or lowered on it."""
    found = _lines(_drawn(glyphs))
    largest = max((row.size for row in found), default=0.0)
    if sum(row.size < _SMALL * largest for row in found) > _MOST_RAISED:
        return found
    depths = [-row.y for row in found]
    kept = []
    for row in found:
        if row.size < _SMALL * largest:
            # Lines stand in their order from the top, so that few lie near.
            begin = bisect_left(depths, -row.y + _LOWERED[0] * largest)
            end = bisect_left(depths, -row.y + _RAISED[1] * largest)
            if _attached(row, found[begin:end]):
                continue
        kept.append(row)
    return kept


def _drawn(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return what was drawn in one go along a line."""
    found: list[Row] = []
    last_x, last_y, last_size = 0.0, 0.0, -1.0
    row: Row | None = None
    for glyph in glyphs:
        _, x, x1, y, size, _, _ = glyph
        if (
            row is not None
            and -_BACK * size < x - last_x < _TOGETHER * size
            and -0.05 * size <= y - last_y <= 0.05 * size
            and 0.95 * last_size <= size <= 1.05 * last_size
        ):
            row.glyphs.append(glyph)
            row.x0 = min(x, row.x0) if x < last_x else row.x0
            row.x1 = max(row.x1, x1)
        else:
            row = Row(glyph)
            found.append(row)
        last_x, last_y, last_size = x1, y, size
    return found


def _lines(drawn: list[Row]) -> list[Row]:
    """Join what stands on one line."""
    order = sorted(range(len(drawn)), key=lambda at: (-drawn[at].y, at))
    found: list[Row] = []
    open_rows: list[Row] = []
    for at in order:
        row = drawn[at]
        open_rows = [one for one in open_rows if one.y - row.y <= _SAME_LINE * 2 * one.size]
        for one in open_rows:
            near = abs(one.y - row.y) <= _SAME_LINE * max(one.size, row.size)
            if near and _SMALL <= row.size / one.size <= 1 / _SMALL:
                one.take(row)
                break
            # Letters of another size on the very same line, as in a heading with small capitals.
            if abs(one.y - row.y) <= 0.02 * one.size and 0.4 < row.size / one.size < 2.5:
                one.take(row)
                one.size = max(one.size, row.size)
                break
        else:
            found.append(row)
            open_rows.append(row)
    return found


def _attached(small: Row, found: Sequence[Row]) -> bool:
    """Append the letters of a row to larger ones beside it, and tell whether all were."""
    near = [
        row
        for row in found
        if row is not small
        and small.size < _SMALL * row.size
        and _LOWERED[0] * row.size < small.y - row.y < _RAISED[1] * row.size
    ]
    if not near:
        return False
    kept: list[Glyph] = []
    for group in _groups(small):
        x0, x1 = min(one.x0 for one in group), max(one.x1 for one in group)
        beside = [
            (abs(anchor.y - small.y), at, anchor)
            for at, row in enumerate(near)
            if (anchor := _beside(row, x0, x1, small.size, _FAR if len(group) < 4 else _BESIDE))
        ]
        if not beside:
            kept += group
            continue
        _, at, anchor = min(beside)
        row, high = near[at], small.y - anchor.y
        bit = RAISED if high > _RAISED[0] * anchor.size else LOWERED if high < 0 else 0
        for glyph in group:
            row.add(glyph._replace(style=glyph.style | bit))
    if kept:
        small.glyphs = kept
        small.x0, small.x1 = min(one.x0 for one in kept), max(one.x1 for one in kept)
    return not kept


def _groups(row: Row) -> list[list[Glyph]]:
    """Return the letters of a row in groups that hang together."""
    ordered = sorted(row.glyphs, key=lambda glyph: glyph.x0)
    groups = [[ordered[0]]]
    for glyph in ordered[1:]:
        if glyph.x0 - groups[-1][-1].x1 > _BESIDE * row.size:
            groups.append([glyph])
        else:
            groups[-1].append(glyph)
    return groups


def _beside(row: Row, x0: float, x1: float, size: float, share: float) -> Glyph | None:
    """Return a larger letter of a row that ends right before some others, or begins behind."""
    room = share * row.size
    if not (row.x0 - room < x1 and x0 < row.x1 + room):
        return None
    for glyph in row.glyphs:
        room = share * glyph.size
        near = -room < x0 - glyph.x1 < room or -room < glyph.x0 - x1 < room
        if near and glyph.char != " " and size < _SMALL * glyph.size:
            return glyph
    return None
