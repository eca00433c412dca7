"""Dense lines, those of scripts whose letters take two cells: where they were broken, and why.

Chinese and Japanese break between any two letters, so a line that was broken is full to a letter
or two; one that its writer ended closes its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from postil.document.base.cell_width import cells, has_odd
from postil.text.lazy_regex import lazily
from postil.text.line_joints import APART

IDEOGRAPHIC_BLANK = "\u3000"
_OPENING = "「『（【《〈〔“‘〝"
"""Brackets with which speech and titles open, and with them often a paragraph."""
_CLOSED = "。！？…」』）】》〉〕”’〟；：.!?:;)\"'｡｣〜～—"
"""What a line ends with behind which its writer began another."""

DENSE = 0.4
"""Wide letters among the code points of a text from which it is dense."""
_NARROWEST = 28
"""Cells of the narrowest width at which such lines are broken: lines of verse are shorter."""
_WIDEST = 200
_SLACK = 5
"""Cells that a full line leaves: two letters and a half, since no line begins with a stop."""
_FULL = 0.2
"""Share of the lines followed by another that are full where lines are broken."""
_OPEN = 0.6
"""Share of the full ones behind which a sentence goes on."""
_OPEN_WIDE = 0.4
"""The same where no verse is so wide."""
_LONGEST_VERSE = 44
"""Cells of a line of verse."""
_SHORT = 0.85
"""Share of the width that a closed line leaves which ends a paragraph."""
_DEEPEST = 8
"""Blanks by which the first line of a paragraph is set in at the most."""
_CLOSED_PROSE = 0.7
"""Share of lines that close a sentence beyond which each is a paragraph and none a verse."""
_APART = lazily(rf"[{APART}]")
_HANGUL = lazily("[\uac00-\ud7a3]")
_EDGE = 2
"""Cells that such a line leaves at the most, where a stop may hang out of others."""
_SHARP = 0.85
"""Share of broken Korean lines that are full to the edge where words are broken too."""


def is_dense(lines: Sequence[str]) -> bool:
    """Tell whether most letters of these lines take two cells."""
    if not has_odd(lines):
        return False
    size = sum(map(len, lines))
    return sum(map(cells, lines)) - size > DENSE * size


def dense_width(lines: Sequence[str]) -> int:
    """Return the width in cells at which dense lines were broken, 0 if none were."""
    sizes = sorted(cells(line) for line in lines if line)
    width = sizes[int(len(sizes) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(line, later) for line, later in pairwise(lines) if line and later]
    full = [line for line, later in pairs if is_full(line, later, width)]
    going_on = sum(not closes(line) for line in full)
    least = _OPEN if width <= _LONGEST_VERSE else _OPEN_WIDE
    if len(full) < max(2, _FULL * len(pairs)) or going_on < least * len(full):
        return 0
    return width


def is_full(line: str, later: str, width: int) -> bool:
    """Tell whether a line had no room for what the next one begins with."""
    size = cells(line)
    if size >= width - _SLACK:
        return True
    first = later.split(None, 1)[0]
    return not _breaks_anywhere(later.lstrip()[0]) and size + 1 + cells(first) > width


def breaks_words(head: str, width: int) -> bool:
    """Tell whether Korean lines were broken within words: then they are full to the edge."""
    lines = head.split("\n")
    ends = [
        cells(line.rstrip("\r"))
        for line, later in pairwise(lines)
        if _HANGUL.match(later[:1]) and _HANGUL.match(line.rstrip()[-1:])
    ]
    ends = [size for size in ends if size >= width - _SLACK]
    sharp = sum(size >= width - _EDGE for size in ends)
    return len(ends) > 2 and sharp >= _SHARP * len(ends)


def closes(line: str) -> bool:
    """Tell whether a sentence ends with a line."""
    return line[-1] in _CLOSED


def is_set_in(line: str) -> bool:
    """Tell whether a line is set in as the first of a paragraph is, by a letter or two."""
    return line.startswith(IDEOGRAPHIC_BLANK)


def begins(before: str, line: str, width: int, deeper: int = 0) -> bool:
    """Tell whether a paragraph begins with a line below another of the same group.

    The line may be set in ``deeper`` than others of the group by so many blanks.
    """
    if is_set_in(line):
        return True
    if 0 < deeper <= _DEEPEST:
        alike = before.startswith(line[: len(line) - len(line.lstrip(" "))])
        return closes(before) or (not alike and cells(before) < _SHORT * width)
    if not _breaks_anywhere(line[0]) and line[0] not in _OPENING:
        return False
    room = _SLACK if line[0] in _OPENING else width * (1 - _SHORT)
    return closes(before) and cells(before) < width - room


def is_prose(lines: Sequence[str]) -> bool:
    """Tell whether each of these lines is a paragraph, and they are no verse."""
    if max(map(cells, lines)) > _LONGEST_VERSE:
        return True
    return sum(map(closes, lines)) >= _CLOSED_PROSE * len(lines)


def _breaks_anywhere(character: str) -> bool:
    return bool(_APART.match(character))
