"""Cell grids: text with one character to a cell, so that plain string searches find the breaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import NamedTuple

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
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    r"\u03a3-\u0482\u048a-\u052f\u0531-\u0556\u05d0-\u05ea\u1e00-\u1f15\u2010-\u2027\u2030-\u203b"
    r"\u203d-\u2048\u204a-\u205e\u20a0-\u20bf\u2190-\u2193\u2200-\u2211\u2500-\u25a9"
)
_HANGUL = r"\uac00-\ud7a3"
_IDEOGRAPHS = (
    r"\u2e80-\u2e99\u2e9b-\u2ef3\u3000-\u3029\u3030-\u303c\u303e\u3041-\u3096\u309b-\u30ff"
    r"\u3105-\u312f\u3131-\u3163\u3165-\u318e\u3190-\u31ba\u31f0-\u321e\u3220-\u3247\u3250-\u3296\u3298\u329a-\u33ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d\uff01-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0002a6dd\U0002a700-\U0002ebe0"
)

_ALL_NARROW = lazily(f"[{_NARROW}]*")
_PLAIN = f"{_NARROW}{_HANGUL}{_IDEOGRAPHS}"


class _Scripts(NamedTuple):
    """The patterns that only text with other than narrow characters needs."""

    wide_run: re.Pattern[str]
    ideograph: re.Pattern[str]
    all_plain: re.Pattern[str]
    joining: re.Pattern[str]


@cache
def _scripts() -> _Scripts:
    """Compile them when they are first needed: most articles never do, and it takes 10 ms."""
    return _Scripts(
        re.compile(f"[{_HANGUL}{_IDEOGRAPHS}]+"),
        re.compile(f"[{_IDEOGRAPHS}]"),
        re.compile(f"[{_PLAIN}]*"),
        # What is not plain may join with its neighbours, so a run is cut into clusters with them.
        re.compile(f"[{_PLAIN}]?[^{_PLAIN}]+(?:[{_PLAIN}][^{_PLAIN}]+)*[{_PLAIN}]?"),
    )


def warm_up() -> None:
    """Compile what only text beyond the narrow characters needs, before a page waits for it."""
    _scripts()


def narrow(text: str) -> bool:
    """Tell whether each code point is a character of its own and takes one cell."""
    return (text.isascii() and text.isprintable()) or _ALL_NARROW.fullmatch(text) is not None


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
    ideographs = _scripts().ideograph.search(text) is not None
    if _scripts().all_plain.fullmatch(text):
        return Grid(_spread(text), ideographs, [], [])
    cells = []
    bends: list[int] = []
    hidden: list[int] = []
    size = done = 0
    for match in _scripts().joining.finditer(text):
        before = _spread(text[done : match.start()])
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
    cells.append(_spread(text[done:]))
    return Grid("".join(cells), ideographs, bends, list(accumulate(hidden)))


def _spread(text: str) -> str:
    if text.isascii():
        return text
    return _scripts().wide_run.sub(lambda run: FILL.join(run[0]) + FILL, text)
