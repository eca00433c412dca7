"""Columns of a page: where no words stand from one line to the next, and the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from postil.document.formats.pdf.process.wire import Fragment
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_GUTTER = 0.65
"""Share of the size that lies between two columns at the least."""
_EDGE = 2.5
"""Points by which the lines of a column may begin further left or right."""
_FEWEST = 3
"""Lines of a column."""
_LEAST = 8
"""Lines in all columns of a page that has such."""
_PROSE = 13
"""Letters of a line of a column on the average; cells of tables are shorter."""
_NARROWEST = 0.14
"""Share of the whole width that a column takes."""
_DEEPEST = 5
_ABOVE = 4
"""Lines above columns that may stand beside one another themselves."""
_NEXT = 1.5
"""Sizes from one line of a paragraph to the next at the most."""
_CUT = 1.7
"""Steps from line to line that lie below such lines."""
_MOST_EDGES = 24
"""Edges that are tried."""
_RIGHT_TO_LEFT = lazily("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class _Band(NamedTuple):
    """What stands between two lines that cross a gutter."""

    left: list[Fragment]
    right: list[Fragment]
    across: list[Fragment]

    @property
    def size(self) -> int:
        return len(self.left) + len(self.right)


def columns(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the parts of a page in the order in which they are read."""
    backwards = sum(bool(_RIGHT_TO_LEFT.search(one.text)) for one in fragments)
    return _split(list(fragments), 2 * backwards > len(fragments), 0)


def _split(fragments: list[Fragment], backwards: bool, depth: int) -> list[list[Fragment]]:
    if depth == _DEEPEST or len(fragments) < _LEAST:
        return [fragments] if fragments else []
    bands = _best_bands(fragments)
    if bands is None:
        return [fragments]
    found: list[list[Fragment]] = []
    across: list[Fragment] = []
    for band in bands:
        across += band.across
        if not _is_columned(band):
            across += band.left + band.right
            continue
        if across:
            found += _split(across, backwards, depth + 1)
            across = []
        sides = (band.right, band.left) if backwards else (band.left, band.right)
        for side in sides:
            found += _split(side, backwards, depth + 1)
    if across:
        found += _split(across, backwards, depth + 1)
    return found


def _best_bands(fragments: list[Fragment]) -> list[_Band] | None:
    """Return the bands along the gutter that parts most lines, None if there is none."""
    best: list[_Band] | None = None
    most = _LEAST - 1
    wide = max(one.x1 for one in fragments) - min(one.x0 for one in fragments)
    for edge in _edges(fragments):
        bands = _bands(fragments, edge)
        score = sum(band.size for band in bands if _is_columned(band) and _are_wide(band, wide))
        if score > most:
            best, most = bands, score
    if best is None:
        return None
    return best


def _edges(fragments: list[Fragment]) -> list[float]:
    """Return where several lines begin that are not the leftmost ones, the commonest first."""
    starts = sorted(one.x0 for one in fragments)
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= _EDGE:
            groups[-1].append(x)
        else:
            groups.append([x])
    groups = [group for group in groups[1:] if len(group) >= _FEWEST]
    groups.sort(key=len, reverse=True)
    return [group[0] for group in groups[:_MOST_EDGES]]


def _bands(fragments: list[Fragment], edge: float) -> list[_Band]:
    """Part the lines at an edge; each band begins with what crosses it."""
    bands = [_Band([], [], [])]
    for one in sorted(fragments, key=lambda one: (-one.y, one.x0)):
        if one.x0 >= edge - 1:
            bands[-1].right.append(one)
        elif one.x1 <= edge - _GUTTER * one.size:
            bands[-1].left.append(one)
        else:
            last = bands[-1]
            if last.left or last.right:
                bands.append(_Band([], [], []))
                # What stands level with the crossing line belongs to it.
                for side in (last.left, last.right):
                    while side and side[-1].y - one.y < 0.3 * one.size:
                        bands[-1].across.append(side.pop())
            bands[-1].across.append(one)
    for band in bands:
        _end_across(band)
    return [part for band in bands for part in _cut(band)]


def _end_across(band: _Band) -> None:
    """Let the short last line of a paragraph that crosses the gutter be one of its lines."""
    if not band.across or not band.left:
        return
    last, line = band.across[-1], band.left[0]
    near = 0 < last.y - line.y < _NEXT * line.size and abs(last.size - line.size) < 0.5
    below = band.left[1].y if len(band.left) > 1 else -inf
    beside = band.right and band.right[0].y > line.y - 0.3 * line.size
    if near and not beside and line.y - below > _NEXT * line.size:
        band.across.append(band.left.pop(0))


def _cut(band: _Band) -> list[_Band]:
    """Part what stands above columns, such as names side by side, by a gap on both sides."""
    for count in range(1, _ABOVE + 1):
        sides = []
        for side in (band.left, band.right):
            upper = [one for one in side if _rows_before(side, one) < count]
            lower = side[len(upper) :]
            if not lower or len(lower) < _FEWEST:
                return [band]
            steps = sorted(one.y - other.y for one, other in pairwise(lower) if one.y != other.y)
            usual = steps[len(steps) // 2] if steps else lower[0].size
            sides.append((upper, lower, upper[-1].y - lower[0].y > _CUT * usual))
        left, right = sides
        if left[2] and right[2] and abs(left[0][-1].y - right[0][-1].y) < left[0][-1].size:
            above = _Band([], [], [*band.across, *left[0], *right[0]])
            return [above, _Band(left[1], right[1], [])]
    return [band]


def _rows_before(side: Sequence[Fragment], fragment: Fragment) -> int:
    """Return how many lines stand above one."""
    return len({round(one.y) for one in side if one.y > fragment.y + 0.3 * one.size})


def _is_columned(band: _Band) -> bool:
    """Tell whether both sides of a band are lines of text that stand beside each other."""
    for side in (band.left, band.right):
        if len(side) < _FEWEST:
            return False
        if sum(len(one.text) for one in side) < _PROSE * _rows(side):
            return False
    high = min(band.left[0].y, band.right[0].y)
    low = max(band.left[-1].y, band.right[-1].y)
    shorter = min(band.left[0].y - band.left[-1].y, band.right[0].y - band.right[-1].y)
    return high - low > 0.4 * shorter


def _rows(side: list[Fragment]) -> int:
    """Return how many lines a side has."""
    count, last = 0, None
    for one in side:
        if last is None or last - one.y > 0.3 * one.size:
            count += 1
            last = one.y
    return count


def _are_wide(band: _Band, wide: float) -> bool:
    return all(
        max(one.x1 for one in side) - min(one.x0 for one in side) > _NARROWEST * wide
        for side in (band.left, band.right)
    )
