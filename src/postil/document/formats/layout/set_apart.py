"""Prose that is set apart by its indent: below a term that it defines, or as a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from postil.document.base.cell_width import cells
from postil.document.formats.layout.line_layout import indent_of
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_LEAST_DEEPER, _MOST_DEEPER = 2, 12
"""Blanks by which a definition is set in below its term, and a quotation within a text."""
_LONGEST_TERM = 0.6
"""Share of the width that a term takes at the most."""
_FEWEST_QUOTED = 3
"""Lines of a quotation by which it is told that it is set in on the right too."""
_FEWEST_HANGING = 2
"""Paragraphs of a group whose first lines stick out."""
_HANGING = 0.8
"""Share of these first lines that are full."""
_UNEVEN = 4
"""Cells by which the widest line may be wider than the page."""
_RIGHT = 4
"""Cells that it leaves at the right."""
_LOW = 0.6
"""Share of its further lines that begin with no capital, as those of verse do."""
_WORDS = 5
"""Words on a line of prose, all but its last."""
_NO_TERM = lazily(r"[.,;!?]$|^[.:\d(\[{<>|#*+=~]|^-(?![-\w])")
_MARKED_TERM = lazily(r"^\s*-|:$")
_ENDED = lazily(r"[.!?:;…][”’\"')\]]{0,3}$")


class SetApart(Enum):
    """What the indent of a group of lines tells."""

    DEFINITION = auto()
    """The first line is a term, the others tell what it means."""
    QUOTATION = auto()


class Entry(NamedTuple):
    """Where the terms of an entry begin among some lines, and its text, and where that ends."""

    at: int
    text: int
    end: int


def set_apart(lines: Sequence[str], width: int, body: int) -> SetApart | None:
    """Return what a group of lines is by its indent alone, None for most.

    ``width`` is that of the text in cells, ``body`` the blanks before its ordinary lines.
    """
    first = indent_of(lines[0])
    if any(indent_of(line) > first for line in lines):
        return SetApart.DEFINITION if _are_definitions(lines, width) else None
    if not _LEAST_DEEPER <= first - body <= 2 * _MOST_DEEPER or len(lines) < _FEWEST_QUOTED:
        return None
    return SetApart.QUOTATION if _is_quotation(lines, width) else None


def is_hanging(lines: Sequence[str], indents: Sequence[int]) -> bool:
    """Tell whether all lines of each paragraph but its first are set in, as in bibliographies.

    A first line that others follow has then no room for the next word.
    """
    base = min(indents)
    firsts = [at for at, indent in enumerate(indents) if indent == base]
    deeper = {indent - base for indent in indents if indent > base}
    if len(firsts) < _FEWEST_HANGING or indents[0] != base or len(deeper) != 1:
        return False
    if not _LEAST_DEEPER <= deeper.pop() <= _MOST_DEEPER:
        return False
    width = max(map(cells, lines))
    followed = [at for at in firsts if at + 1 < len(lines) and indents[at + 1] > base]
    full = sum(
        cells(lines[at]) + 1 + cells(lines[at + 1].split(None, 1)[0]) > width - _UNEVEN
        for at in followed
    )
    return len(followed) >= _FEWEST_HANGING and full >= _HANGING * len(followed)


def entries(lines: Sequence[str]) -> list[Entry]:
    """Return the terms of a group of lines, each with what is set in below it."""
    first = indent_of(lines[0])
    found: list[Entry] = []
    at = text = 0
    for index, line in enumerate([*lines, ""]):
        term = indent_of(line) <= first
        if term and text > at:
            found.append(Entry(at, text, index))
            at = text = index
        if not term and text == at:
            text = index
    return found


def _are_definitions(lines: Sequence[str], width: int) -> bool:
    found = entries(lines)
    if not found or found[-1].end < len(lines):
        return False
    texts = [lines[entry.text : entry.end] for entry in found]
    depths = {indent_of(line) for text in texts for line in text}
    first = indent_of(lines[0])
    deeper = min(depths) - first
    if len(depths) > 1 or not _LEAST_DEEPER <= deeper <= _MOST_DEEPER:
        return False
    if any(indent_of(line) < first for line in lines):
        return False
    if not all(_are_terms(lines[entry.at : entry.text], width) for entry in found):
        return False
    told = sum(_is_told(text, width) for text in texts)
    return told == len(texts) or (told > 1 and told * 4 >= len(texts) * 3)


def _are_terms(terms: Sequence[str], width: int) -> bool:
    """Tell whether lines may be terms; several above one text are options, or marked as terms."""
    if any(cells(term) > _LONGEST_TERM * width or _NO_TERM.search(term.strip()) for term in terms):
        return False
    return len(terms) == 1 or all(_MARKED_TERM.search(term) for term in terms)


def _is_told(text: Sequence[str], width: int) -> bool:
    """Tell whether what is set in below a term says what it means."""
    if len(text) == 1:
        return bool(_ENDED.search(text[0])) and text[0].count(" ", indent_of(text[0])) > 0
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
