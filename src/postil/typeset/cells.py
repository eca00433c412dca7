"""Cell grids: text with one character to a cell, so that plain string searches find the breaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from itertools import accumulate

from postil.model.values import dataclass
from postil.text.graphemes import clusters
from postil.text.lazy_regex import lazily

CellLen = Callable[[str], int]
"""Gives the terminal cells that a grapheme cluster takes: 0, 1 or 2."""

FILL = "\ue000"
"""Stands for every cell of a cluster but its first; text that holds it is laid out by clusters."""

_SEEN = "\ue001"
"""Stands for the first cell of a cluster that is more than one plain character."""

_NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u0531-\u0556\u05d0-\u05ea\u1e00-\u1f15\u2010-\u2027\u2030-\u203b"
    "\u203d-\u2048\u204a-\u205e\u20a0-\u20bf\u2190-\u2193\u2200-\u2211\u2500-\u25a9"
)
_HANGUL = "\uac00-\ud7a3"
_IDEOGRAPHS = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u3000-\u3029\u3030-\u303c\u303e\u3041-\u3096\u309b-\u30ff"
    "\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3190-\u31ba\u31f0-\u321e\u3220-\u3247\u3250-\u3296\u3298\u329a-\u33ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0002a6dd\U0002a700-\U0002ebe0"
)

_PLAIN = f"{_NARROW}{_HANGUL}{_IDEOGRAPHS}"


class _Kind(IntEnum):
    """What a code point is in a cell grid."""

    OTHER = 0
    """It may take no cell, or one with its neighbours."""
    NARROW = 1
    HANGUL = 2
    IDEOGRAPH = 3


@cache
def _ranges() -> tuple[Sequence[str], Sequence[str], Sequence[_Kind]]:
    """Return the first and last code point of each run of one kind, and the kinds, ascending."""
    kinds = ((_NARROW, _Kind.NARROW), (_HANGUL, _Kind.HANGUL), (_IDEOGRAPHS, _Kind.IDEOGRAPH))
    runs = sorted((*run, kind) for ranges, kind in kinds for run in _runs(ranges))
    first, last, kind = zip(*runs, strict=True)
    return first, last, kind


def _runs(ranges: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last code point of each range, ``a-cx`` being two."""
    at = 0
    while at < len(ranges):
        whole = ranges[at + 1 : at + 2] == "-"
        yield ranges[at], ranges[at + 2] if whole else ranges[at]
        at += 3 if whole else 1


@lru_cache(1 << 14)
def _kind(char: str) -> _Kind:
    first, last, kinds = _ranges()
    at = bisect_right(first, char) - 1
    return kinds[at] if at >= 0 and char <= last[at] else _Kind.OTHER


_JOINING = lazily(f"[{_PLAIN}]?[^{_PLAIN}]+(?:[{_PLAIN}][^{_PLAIN}]+)*[{_PLAIN}]?")
"""Finds each run that is cut into clusters; to compile it takes 10 ms.

What is not plain may join with its neighbours, so they are part of it.
"""


def warm_up(text: str) -> bool:
    """Compile what this text needs before a page waits for it; tell whether it does."""
    needed = not text.isascii() and any(_kind(char) is _Kind.OTHER for char in set(text))
    if needed:
        _JOINING.search("")
    return needed


def narrow(text: str) -> bool:
    """Tell whether each code point is a character of its own and takes one cell."""
    # The kinds of a few dozen characters are known sooner than a pattern of them is compiled.
    if text.isascii():
        return text.isprintable()
    return all(_kind(char) is _Kind.NARROW for char in set(text))


@dataclass(frozen=True, slots=True)
class Grid:
    """A line of text with one character to a cell, and the way back to its code points."""

    cells: str
    ideographs: bool
    """Whether rows may break between characters, as Chinese and Japanese do."""
    bends: list[int]
    """Cells behind which code points that have no cell stand, ascending."""
    sums: list[int]
    """How many of them stand up to each bend."""

    def offsets(self, cuts: list[int]) -> list[int]:
        """Turn ascending cell indices into code points."""
        found = []
        at = fills = 0
        for cut in cuts:
            fills += self.cells.count(FILL, at, cut)
            at = cut
            hidden = bisect_left(self.bends, cut)
            found.append(cut - fills + (self.sums[hidden - 1] if hidden else 0))
        return found


def lay_out(text: str, cell_len: CellLen) -> Grid:
    """Return the grid of a line that is not narrow."""
    kinds = {char: _kind(char) for char in set(text)}
    ideographs = _Kind.IDEOGRAPH in kinds.values()
    spread = {ord(char): char + FILL for char, kind in kinds.items() if kind >= _Kind.HANGUL}
    if _Kind.OTHER not in kinds.values():
        return Grid(text.translate(spread), ideographs, [], [])
    cells = []
    bends: list[int] = []
    hidden: list[int] = []
    size = done = 0
    for match in _JOINING.finditer(text):
        before = text[done : match.start()].translate(spread)
        cells.append(before)
        size += len(before)
        done = match.end()
        run = match[0]
        for start, end in clusters(run):
            cluster = run[start:end]
            width = cell_len(cluster)
            if width == 0:
                # It is drawn with the character before it, so it belongs to that one's cell.
                bends.append(size - 1)
                hidden.append(end - start)
                continue
            if end - start > 1:
                bends.append(size)
                hidden.append(end - start - 1)
            one = cluster if end - start == 1 and cluster != FILL else _SEEN
            cells.append(one + FILL * (width - 1))
            size += width
    cells.append(text[done:].translate(spread))
    return Grid("".join(cells), ideographs, bends, list(accumulate(hidden)))
