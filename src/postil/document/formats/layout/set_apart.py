"""Prose that is set apart by its indent: below a term that it defines, or as a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from postil.document.base.cell_width import cells
from postil.document.formats.layout.line_layout import indent_of
from postil.text.lazy_regex import lazily

_LEAST_DEEPER, _MOST_DEEPER = 2, 12
"""Blanks by which a definition is set in below its term, and a quotation within a text."""
_LONGEST_TERM = 0.6
"""Share of the width that a term takes at the most."""
_FEWEST_QUOTED = 3
"""Lines of a quotation by which it is told that it is set in on the right too."""
_RIGHT = 4
"""Cells that it leaves at the right."""
_LOW = 0.6
"""Share of its further lines that begin with no capital, as those of verse do."""
_WORDS = 5
"""Words on a line of prose, all but its last."""
_NO_TERM = lazily(r"[.,;!?]$|^[.:\d(\[{<>|#*+=~\-]")
_ENDED = lazily(r"[.!?:;…][”’\"')\]]{0,3}$")


class SetApart(Enum):
    """What the indent of a group of lines tells."""

    DEFINITION = auto()
    """The first line is a term, the others tell what it means."""
    QUOTATION = auto()


def set_apart(lines: Sequence[str], width: int, body: int) -> SetApart | None:
    """Return what a group of lines is by its indent alone, None for most.

    ``width`` is that of the text in cells, ``body`` the blanks before its ordinary lines.
    """
    first, second = indent_of(lines[0]), indent_of(lines[1])
    if first != second:
        told = _LEAST_DEEPER <= second - first <= _MOST_DEEPER and _is_definition(lines, width)
        return SetApart.DEFINITION if told else None
    if not _LEAST_DEEPER <= first - body <= 2 * _MOST_DEEPER or len(lines) < _FEWEST_QUOTED:
        return None
    return SetApart.QUOTATION if _is_quotation(lines, width) else None


def _is_definition(lines: Sequence[str], width: int) -> bool:
    term, text = lines[0], lines[1:]
    if len({indent_of(line) for line in text}) > 1 or cells(term) > _LONGEST_TERM * width:
        return False
    if _NO_TERM.search(term.strip()):
        return False
    if len(text) == 1:
        return bool(_ENDED.search(text[0])) and text[0].count(" ", indent_of(text[0])) > 2
    return _is_prose(text) and _is_filled(text, width - _MOST_DEEPER)


def _is_quotation(lines: Sequence[str], width: int) -> bool:
    longest = max(map(cells, lines))
    if len({indent_of(line) for line in lines}) > 1 or longest > width - _RIGHT:
        return False
    if not _is_prose(lines) or not _ENDED.search(lines[-1]):
        return False
    low = sum(line.lstrip()[0].islower() for line in lines[1:])
    if low < _LOW * (len(lines) - 1) or not _is_filled(lines, longest):
        return False
    roomy = sum(
        cells(line) + 1 + cells(later.split(None, 1)[0]) <= width - 2
        for line, later in pairwise(lines)
    )
    return roomy >= _LOW * (len(lines) - 1)


def _is_prose(lines: Sequence[str]) -> bool:
    """Tell whether lines have as many words as those of prose, and begin with one."""
    words = sum(len(line.split()) for line in lines)
    opening = lines[0].lstrip()[0]
    return words >= _WORDS * (len(lines) - 1) and (opening.isalnum() or opening in "\"'“‘`(*_«„")


def _is_filled(lines: Sequence[str], width: int) -> bool:
    """Tell whether each line but the last had no room for the next one's first word."""
    return all(
        cells(line) + 1 + cells(later.split(None, 1)[0]) > width for line, later in pairwise(lines)
    )
