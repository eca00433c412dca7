"""Runs of a printed page: lines that stand at one indent together, and terms by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postil.document.base.cell_width import cells
from postil.document.formats.layout.line_layout import indent_of
from postil.document.formats.printed.page_frame import NumberedLine, PageFrame
from postil.document.formats.printed.strokes import StyledLine
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

_MARK = lazily(
    r"([•·○◦▪‣*o+–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]|\[\d{1,3}\])( {1,12})(?=\S)"
)
_WIDEST_TERM = 40
_GAP = "   "


@dataclass(slots=True)
class Run:
    """Lines at one indent, of which each is without it."""

    line: int
    """Of the file, on which it begins."""
    indent: int
    before: int
    """Blank lines above."""
    lines: list[StyledLine] = field(default_factory=list)
    mark: str = ""
    """The bullet or number before it."""
    beside: bool = False
    """It begins on the line of its term or mark."""


def groups(lines: Iterable[NumberedLine]) -> Iterator[tuple[int, list[NumberedLine]]]:
    """Yield the lines between blank ones, with the number of blank lines above."""
    group: list[NumberedLine] = []
    blank = 0
    for number, line in lines:
        if line.text:
            group.append((number, line))
            continue
        if group:
            yield blank, group
            group, blank = [], 0
        blank += 1
    if group:
        yield blank, group


def runs(group: Sequence[NumberedLine], before: int, frame: PageFrame) -> list[Run]:
    """Return the runs of a group of lines."""
    found: list[Run] = []
    for at, (number, line) in enumerate(group):
        indent = indent_of(line.text)
        later = indent_of(group[at + 1][1].text) if at + 1 < len(group) else 0
        open_run = found[-1] if found else None
        if open_run and open_run.indent == indent and _goes_on(open_run, line, frame):
            open_run.lines.append(line.part(indent))
            continue
        above = 0 if found else before
        if mark := _mark(line.text, indent, later, frame):
            found.append(Run(number, mark.end(), above, [line.part(mark.end())], mark[1], True))
            continue
        full = later > 0 and is_full(line.text, group[at + 1][1].text, frame.width)
        column = 0 if full and later == indent else _column(line.text, indent, later * full, frame)
        if not column:
            found.append(Run(number, indent, above, [line.part(indent)]))
            continue
        term = line.text[indent:column].rstrip()
        found.append(Run(number, indent, above, [line.part(indent, indent + len(term))]))
        found.append(Run(number, column, 0, [line.part(column)], beside=True))
    return found


def is_full(line: str, later: str, room: int) -> bool:
    """Tell whether a line has no room for what the next one begins with, in ``room`` cells."""
    if line[-1] in "-‐":
        return True
    first = later.split(None, 1)[0]
    if first[0] == "[":
        close = later.find("]")
        first = later[: close + 1] if close > 0 else first
    return cells(line) + 1 + cells(first) > room


def _goes_on(run: Run, line: StyledLine, frame: PageFrame) -> bool:
    """Tell whether a line at the same indent is of a run: it begins neither an item nor a term."""
    full = is_full(run.lines[-1].text, line.text.lstrip(), frame.width - run.indent)
    if full:
        return True
    indent = indent_of(line.text)
    if _mark(line.text, indent, 0, frame):
        return False
    return not _column(line.text, indent, 0, frame)


def _mark(line: str, indent: int, later: int, frame: PageFrame) -> re.Match[str] | None:
    """Return the bullet or number of an item that a line begins; headings may be numbered too."""
    found = _MARK.match(line, indent) if indent >= frame.indent else None
    if not found or found[1] not in "o+-–—*":
        return found
    # Such a sign may begin a line of prose too: other lines must stand below its words.
    return found if later == found.end() or found.end() in frame.columns else None


def _column(line: str, indent: int, later: int, frame: PageFrame) -> int:
    """Return the cell at which what stands behind a term begins, 0 where the line has none."""
    if indent < frame.indent:
        return 0
    if later > indent and _parts(line, indent, later, 1):
        return later
    for column in sorted(frame.columns):
        if indent + 1 < column < len(line) and _parts(line, indent, column, 2):
            return column
    return 0


def _parts(line: str, indent: int, column: int, least: int) -> bool:
    """Tell whether a term stands before a column, and words from it on."""
    if column >= len(line) or line[column] == " " or line[column - 1] != " ":
        return False
    term = line[indent:column]
    words = term.rstrip()
    if not words or len(words) > _WIDEST_TERM or _GAP in words:
        return False
    gap = len(term) - len(words)
    return gap >= least or (gap == 1 and words[0] == "-" and " " not in words)


def loose(lines: Sequence[str], room: int) -> list[bool]:
    """Tell of each line but the last whether it had room for the next one's first word."""
    return [not is_full(line, later, room) for line, later in pairwise(lines)]
