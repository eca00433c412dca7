"""A strip of cells out of a text of one line: Rich would look at each sign some five times."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip


def strip_of(
    drawn: Text,
    base: Style,
    columns: int,
    ink_of: Callable[[str | Style], Style],
    begin: int = 0,
    end: int | None = None,
) -> Strip:
    """Return a text, or a part of it, in so many cells: cut off, or filled with blanks.

    Its inks, which ``ink_of`` knows by their names, lie on the ``base``, the later on the earlier.
    """
    words = drawn.plain[begin:end]
    cells = len(words) if words.isascii() else cell_len(words)
    if cells > columns:
        words = set_cell_size(words, columns)
    length = len(words)
    inked = [
        (max(0, span.start - begin), min(length, span.end - begin), span.style)
        for span in drawn.spans
        if span.end > begin and span.start - begin < length
    ]
    words += " " * (columns - cells)
    if drawn.style:
        base = ink_of(drawn.style) + base
    edges = {0, len(words)}
    edges.update(edge for first, last, _ in inked for edge in (first, last))
    segments = []
    for at, till in pairwise(sorted(edges)):
        style = base
        for first, last, ink in inked:
            if first <= at and till <= last:
                style += ink if isinstance(ink, Style) else ink_of(ink)
        segments.append(Segment(words[at:till], style))
    return Strip(segments, columns)
