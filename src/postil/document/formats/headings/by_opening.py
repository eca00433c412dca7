"""Headings by the sign that opens them, as is the habit where letters have no capitals.

A title stands in lenticular brackets, or behind a square, by itself above a text; items of a list,
behind the same signs, stand together.
"""

from __future__ import annotations

from collections import defaultdict

from postil.document.base.cell_width import cells
from postil.document.formats.headings.candidates import Candidates, Finding

_BRACKET, _CLOSED = "\u3010", "\u3011"
_LONGEST = 44
"""Cells of such a title: 44 may be one, 45 are text."""
_FEWEST = 2
"""Titles of one sign; the one alone is none."""
_TEXTS = 0.7
"""Share of the lines with one sign below which a text stands, and no further line of a list."""
_STOPS = ".,;\u3002\uff0c\uff1b\u3001\uff1a:"


def find_opened(candidates: Candidates, openings: str) -> None:
    """Find the lines that one of some signs opens, each by itself above a text."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in candidates.open_lines():
        text = candidates.texts[index]
        if text[0] in openings and _may_be_title(candidates, index, text):
            found[text[0]].append(index)
    for sign, lines in found.items():
        above = sum(_has_text(candidates, index, sign) for index in lines)
        if len(lines) >= _FEWEST and above >= _TEXTS * len(lines):
            for index in lines:
                candidates.mark(index, 1)


def _may_be_title(candidates: Candidates, index: int, text: str) -> bool:
    if len(candidates.blocks[index].lines) > 1 or cells(text) > _LONGEST or text[-1] in _STOPS:
        return False
    if text[0] == _BRACKET:
        return text[-1] == _CLOSED and text.count(_BRACKET) == 1
    return any(map(str.isalpha, text))


def _has_text(candidates: Candidates, index: int, sign: str) -> bool:
    """Tell whether something else than a further line with the sign stands below a line."""
    later = candidates.texts[index + 1]
    return not later.startswith(sign) and (
        candidates.findings[index + 1] is not Finding.TEXT or cells(later) > _LONGEST
    )
