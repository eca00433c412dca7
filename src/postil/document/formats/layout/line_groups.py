"""Groups of lines that stand together in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from postil.document.base.cell_width import cells
from postil.document.base.line_split import numbered, numbered_stripped
from postil.document.formats.layout.dense_lines import is_prose
from postil.document.formats.layout.line_layout import (
    WRAPPED_AT,
    LineLayout,
    indent_of,
    shows_breaks,
)
from postil.document.formats.layout.running_heads import PAGE_BREAK
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

MOST_LINES = 200
"""Lines of the longest group: one block of a whole log file, of 201 or more, would be unwieldy."""
_CUT_FROM = 150
"""Lines from which a group is cut where a line is set in further: at the 151st, not before."""
_SHORT = 60
"""Cells: lines of 61 in a text that is not wrapped are paragraphs, of 60 may be verse."""
_LONG = 100
"""The same for lines that are set in, as those of code are: 101 and 100."""
_LOOKED_AT = 12
"""Lines between blank ones by which it is told whether they were broken."""
_FEWEST_BROKEN = 2
"""Lines that were broken and their last: of two or fewer it is not told."""

TITLE_SIGNS: Mapping[str, int] = {
    "=": 1,
    "#": 1,
    "-": 2,
    "~": 3,
    "^": 4,
    '"': 5,
    "*": 6,
    "+": 6,
}
"""Signs of which a line makes a title of the words above it, and the level that each gives."""
_UNDERLINE = lazily(rf"\s*([{re.escape(''.join(TITLE_SIGNS))}])\1{{2,}}$")


class Form(Enum):
    """What lines are by the text in which they stand, whatever they look like by themselves."""

    TURN = auto()
    """What one of several speakers says."""
    DIRECTION = auto()
    """A stage direction between turns."""
    ACT = auto()
    SCENE = auto()
    VERSE = auto()
    """A stanza of a poem."""
    PROSE = auto()
    """No verse, whatever it is."""
    JOINED = auto()
    """Paragraphs, however short their lines are."""
    LIST = auto()
    TABLE = auto()
    CODE = auto()
    QUOTED = auto()
    """What a message quotes, its signs before each line."""
    LINES = auto()
    """Lines that stand by themselves: of an address, a list of names, a dialogue."""


class LineGroup(NamedTuple):
    """Lines between two blank ones, or one line of a text whose lines are paragraphs."""

    line: int
    """The line of the file on which it begins, from 1."""
    lines: Sequence[str]
    """Without the blanks at their ends."""
    before: int
    """Blank lines above."""
    form: Form | None = None
    """None where the group alone tells."""


def line_groups(text: str, layout: LineLayout) -> Iterator[LineGroup]:
    """Yield the groups of a clean text, in order; each is settled by the lines up to the next."""
    if layout.running.paged:
        lines = numbered(text)
    else:
        lines = _ends_kept(text) if layout.within_words else numbered_stripped(text)
    if layout.running.feet or "[Page " in text or PAGE_BREAK in text:
        # Texts without pages are spared what this takes to load.
        from postil.document.formats.layout.paged_lines import paged_lines

        lines = paged_lines(lines, layout)
    return _wrapped(lines) if layout.wrapped else _unwrapped(lines, dense=layout.dense)


def settled(groups: list[LineGroup]) -> list[LineGroup]:
    """Return the groups of a head that are the same whatever stands behind it.

    The last one goes on behind the head, and what its first lines are is told by all of them.
    """
    last = len(groups)
    for group in reversed(groups[-_LOOKED_AT - 1 :]):
        last -= 1
        if group.before:
            break
    return groups[:last]


def _ends_kept(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with one of the blanks at their ends, which part words there."""
    for number, line in numbered(text):
        stripped = line.rstrip()
        yield number, f"{stripped} " if stripped and line != stripped else stripped


def _wrapped(lines: Iterator[tuple[int, str]]) -> Iterator[LineGroup]:
    current: list[str] = []
    first = blank = before = 0
    for number, line in lines:
        if not line:
            if current:
                yield LineGroup(first, current, before)
                current = []
                blank = 0
            blank += 1
            continue
        if len(current) >= _CUT_FROM and (
            len(current) >= MOST_LINES or indent_of(line) > indent_of(current[-1])
        ):
            yield LineGroup(first, current, before)
            current = []
            blank = 0
        if not current:
            first, before, blank = number, blank, 0
        current.append(line)
    if current:
        yield LineGroup(first, current, before)


def _unwrapped(lines: Iterator[tuple[int, str]], *, dense: bool) -> Iterator[LineGroup]:
    """Take each line for a paragraph, but keep runs of short or indented lines together.

    Lines between two blank ones that were broken at a width all the same stand together too.
    """
    held: list[str] = []
    together: list[str] = []
    first = before = 0
    single = broken = begun = False
    for number, chunk, above in _chunks(lines):
        blank = above
        if blank or not begun or len(together) >= MOST_LINES:
            if together:
                yield LineGroup(first, together, before)
            yield from _released(held, first, before, dense=dense)
            if blank or not begun:
                broken, single = _may_be_broken(chunk) and shows_breaks(chunk), False
            held, together, begun = [], [], True
        if broken:
            if not together:
                first, before = number, blank
            together += chunk
            continue
        for at, line in enumerate(chunk, number):
            size = len(line)
            if size <= _LONG and dense:
                size = cells(line)
            if single or size > _LONG or (size > _SHORT and not _set_in(line)):
                if held:
                    yield from _singly(held, first, before)
                    blank = 0
                yield LineGroup(at, (line,), blank)
                held, single, blank = [], True, 0
                continue
            if len(held) >= MOST_LINES:
                yield from _released(held, first, before, dense=dense)
                held = []
            if not held:
                first, before, blank = at, blank, 0
            held.append(line)
    if together:
        yield LineGroup(first, together, before)
    yield from _released(held, first, before, dense=dense)


def _chunks(lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, list[str], int]]:
    """Yield the lines between blank ones with the first one's number and the blank lines above.

    The first few come by themselves where many stand together.
    """
    chunk: list[str] = []
    first = blank = 0
    most = _LOOKED_AT
    for number, line in lines:
        if chunk and (not line or len(chunk) >= most):
            yield first, chunk, blank
            chunk, blank, most = [], 0, MOST_LINES
        if not line:
            blank += 1
            most = _LOOKED_AT
            continue
        if not chunk:
            first = number
        chunk.append(line)
    if chunk:
        yield first, chunk, blank


def _may_be_broken(chunk: Sequence[str]) -> bool:
    return (
        len(chunk) > _FEWEST_BROKEN
        and sum(len(line) <= WRAPPED_AT for line in chunk) > _FEWEST_BROKEN
    )


def _released(held: list[str], first: int, before: int, *, dense: bool) -> Iterator[LineGroup]:
    """Yield lines that nothing long interrupted: as one from three on, or if they are set in."""
    alone = dense and len(held) > 0 and is_prose(held)
    if not alone and (len(held) > 2 or (held and all(map(_set_in, held)))):
        yield LineGroup(first, held, before)
    else:
        yield from _singly(held, first, before)


def _singly(held: list[str], first: int, before: int) -> Iterator[LineGroup]:
    """Yield each line by itself, but a title together with the signs under it."""
    at = 0
    while at < len(held):
        taken = 2 if at + 1 < len(held) and _is_underline(held[at], held[at + 1]) else 1
        yield LineGroup(first + at, held[at : at + taken], 0 if at else before)
        at += taken


def _is_underline(line: str, below: str) -> bool:
    """Tell whether a line is the signs below a title; two are those of one wide letter alone."""
    two = len(below) == 2 and below[0] == below[1] and below[0] in TITLE_SIGNS
    return (two and cells(line) == 2 > len(line)) or _UNDERLINE.match(below) is not None


def _set_in(line: str) -> bool:
    return line.startswith("    ")
