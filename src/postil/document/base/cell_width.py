"""Cell widths: how many cells of a terminal the lines of a text take, by Unicode's own tables.

Layout was made for a grid: a writer breaks lines where a row is full, and a Chinese or Korean
letter fills two cells of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from postil.text.lazy_regex import lazily

_ODD = lazily("[^\x00-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
"""What may take no cell, or two."""
_WIDE = ("W", "F")
_NOTHING = ("Mn", "Me", "Cf")


class _Widths(dict[str, int]):
    """The cells of each character that was met."""

    def __missing__(self, character: str) -> int:
        if unicodedata.category(character) in _NOTHING or "\u1160" <= character <= "\u11ff":
            cells = 0
        else:
            cells = 1 + (unicodedata.east_asian_width(character) in _WIDE)
        self[character] = cells
        return cells


_widths = _Widths()


def cells(line: str) -> int:
    """Return the number of cells that a line takes."""
    if line.isascii() or not _ODD.search(line):
        return len(line)
    return sum(map(_widths.__getitem__, line))


def widest(lines: Sequence[str]) -> int:
    """Return the cells of the widest of some lines, of which there is one."""
    return max(map(cells if has_odd(lines) else len, lines))


def has_odd(lines: Sequence[str]) -> bool:
    """Tell whether any line has a character that may not take one cell."""
    text = "".join(lines)
    return not text.isascii() and bool(_ODD.search(text))
