"""Line layout of a plain text: whether its lines were broken, at which width, how far set in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from postil.document.base.cell_width import cells
from postil.document.formats.layout.dense_lines import DENSE, breaks_words, dense_width
from postil.document.formats.layout.line_joins import AS_TYPED, LineJoins
from postil.document.formats.layout.running_heads import (
    NO_HEADS,
    PAGE_BREAK,
    RunningHeads,
    running_heads,
)
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

WRAPPED_AT = 100
"""Cells: where nine of ten lines are no longer than this, a text is wrapped."""
_NARROWEST, _WIDEST = 60, 200
"""Cells: the widths at which lines are taken for broken if they themselves show it."""
_FEWEST = 2
"""Line ends from which a habit is read."""
_FULL = 0.85
"""Share of the lines that had no room for the next one's first word."""
_OPEN = 0.75
"""Share of them behind which a sentence goes on."""
_LOW = 0.5
"""Share of them that a line follows which begins with a small letter."""
_WORDS = 6
"""Blanks in each of them: fewer stand in a row of figures or addresses."""
_REPEATED = 0.3
"""Share of them that may begin with the same word: more do in a log."""
_ENDED = lazily(r"[.?!:;…][”’\"')\]]*$")
_PROSE = 150
"""Code points from which a group of lines is surely a paragraph."""
BEYOND = 12
"""Cells by which a line goes beyond the width before its last words if it was never broken."""
_LETTERS, _LETTERS_NOTED = 0.85, 0.7
"""Share of letters and blanks in a line of prose, and in one that a number begins as it does notes.

Commands and addresses have fewer; notes have years and pages in them.
"""
_NOTE = lazily(r"[\[(]?\d{1,3}[\]).]\s")


class LineLayout(NamedTuple):
    """How the lines of a text are set, as far as its head tells."""

    wrapped: bool
    """Its lines were broken at a width; otherwise a line is a paragraph."""
    width: int
    """The width in cells at which lines were broken."""
    indent: int
    """Blanks before the lines of an ordinary paragraph."""
    dense: bool = False
    """Most of its letters take two cells."""
    within_words: bool = False
    """Korean lines were broken wherever they were full, within words too."""
    running: RunningHeads = NO_HEADS
    """What stands at the edges of pages."""
    joins: LineJoins = AS_TYPED
    """Joins the lines of a paragraph."""


def measure(head: str) -> LineLayout:
    """Return the layout of the text that begins with ``head``."""
    running = running_heads(head)
    if running.paged:
        head = head.replace(PAGE_BREAK, "")
    lines = [line.rstrip() for line in head.split("\n")]
    size = list(map(cells, filter(None, lines)))
    if not size:
        return LineLayout(wrapped=True, width=72, indent=0)
    dense = sum(size) - sum(map(len, lines)) > DENSE * len(head)
    lengths = sorted(size)
    wrapped = lengths[int(len(lengths) * 0.9)] <= WRAPPED_AT
    width = min(lengths[int(len(lengths) * 0.95)], WRAPPED_AT)
    if dense and any(line and later for line, later in pairwise(lines)):
        if found := dense_width(lines):
            within = breaks_words(head, found)
            joins = LineJoins(head, within_words=within)
            return LineLayout(True, found, _body_indent(lines), True, within, running, joins)
        wrapped, width = False, WRAPPED_AT
    elif not wrapped and (wide := _shown_width(lines) or _shown_width(lines, WRAPPED_AT)):
        wrapped, width = True, wide
    joins = LineJoins(head)
    return LineLayout(wrapped, width, _body_indent(lines), dense, False, running, joins)


def indent_of(line: str) -> int:
    """Return the number of blanks before the words of a line."""
    return len(line) - len(line.lstrip(" "))


def is_unbroken(line: str, width: int) -> bool:
    """Tell whether a line of prose goes on beyond a width, and not by its last words alone."""
    limit = max(width, WRAPPED_AT) + BEYOND
    if cells(line) <= limit:
        return False
    words = line.strip()
    letters = sum(map(str.isalpha, words)) + words.count(" ")
    begins = words.rfind(" ", 0, words.rfind(" "))
    return (
        letters >= (_LETTERS_NOTED if _NOTE.match(words) else _LETTERS) * len(words)
        and words.count(" ") >= 2 * _WORDS
        and cells(words[: begins + 1]) > limit
    )


def shows_breaks(lines: Sequence[str]) -> bool:
    """Tell whether lines that stand together were broken at a width, by themselves alone."""
    return bool(_shown_width(lines, WRAPPED_AT))


def _shown_width(lines: Sequence[str], longest: int = 0) -> int:
    """Return the width at which the lines of a text with long ones were broken, 0 if none were.

    Only a line that another one follows at once tells: whether it had room for the first word of
    the next, and whether its sentence ends with it. Of lines longer than ``longest``, if that is
    given, nothing is taken: each is a paragraph.
    """
    indents = sorted(indent_of(line) for line in lines if line)
    body = indents[len(indents) // 4] + 1
    pairs = [
        (line, later)
        for line, later in pairwise(lines)
        if line and later and indent_of(later) <= body
    ]
    if longest:
        pairs = [pair for pair in pairs if max(map(cells, pair)) <= longest]
    if len(pairs) < _FEWEST:
        return 0
    lengths = sorted(cells(line) for line, _ in pairs)
    width = lengths[int(len(lengths) * 0.9)]
    long = [(line, later) for line, later in pairs if cells(line) > width // 2]
    if not _NARROWEST <= width <= _WIDEST or len(long) < max(_FEWEST, len(pairs) // 2):
        return 0
    if width <= WRAPPED_AT and not longest and len(pairs) < len(indents) // 2:
        return 0
    firsts = [later.split(None, 1)[0] for _, later in long]
    full = sum(
        cells(line) + 1 + cells(first) > width and line.count(" ") >= _WORDS
        for (line, _), first in zip(long, firsts, strict=True)
    )
    open_ends = sum(not _ENDED.search(line) for line, _ in long)
    low = sum(first[0].islower() for first in firsts)
    repeated = Counter(firsts).most_common(1)[0][1]
    every = len(long)
    settled = (
        full >= _FULL * every
        and open_ends >= _OPEN * every
        and low >= max(_FEWEST, _LOW * every)
        and repeated <= max(_FEWEST, _REPEATED * every)
    )
    return width if settled else 0


def _body_indent(lines: Sequence[str]) -> int:
    indents = []
    size = 0
    least = 0
    for line in [*lines, ""]:
        if line:
            words = len(line.lstrip())
            indent = len(line) - words
            if indent and not line.isascii():
                indent = indent_of(line)
            if not size or indent < least:
                least = indent
            size += words + 1
            continue
        if size > _PROSE:
            indents.append(least)
        size = 0
    indents.sort()
    return indents[len(indents) // 2] if indents else 0
