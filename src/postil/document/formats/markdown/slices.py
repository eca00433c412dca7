"""Slices of Markdown, cut where no block of it can be cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postil.document.base.line_split import numbered
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_FENCE = lazily(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_RAW = (
    (lazily(r" {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE),
     lazily(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)),
    (lazily(r" {0,3}<!--"), lazily(r"-->")),
    (lazily(r" {0,3}<\?"), lazily(r"\?>")),
    (lazily(r" {0,3}<!\[CDATA\["), lazily(r"\]\]>")),
    (lazily(r" {0,3}<![A-Za-z]"), lazily(r">")),
)  # fmt: skip
"""How raw HTML that may hold blank lines begins and ends."""

_NUMBER = lazily(r"\d{1,9}[.)](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Slice:
    """Some lines of Markdown that can be read by themselves."""

    line: int
    """The line of the file on which it begins, from 1."""
    text: str
    """Without the blank lines at its end."""


def slices(text: str, line: int = 1) -> Iterator[Slice]:
    """Yield the slices of a clean text; where one ends is settled by the line behind it."""
    held: list[str] = []
    first = line
    blank = False
    ending: re.Pattern[str] | None = None
    for number, content in numbered(text, line):
        if ending:
            held.append(content)
            ending = None if ending.search(content) else ending
            blank = False
            continue
        if not content or content.isspace():
            blank = True
            if held:
                held.append(content)
            continue
        if blank and held and _begins_anew(content):
            yield _slice(first, held)
            held = []
        if not held:
            first = number
        held.append(content)
        blank = False
        if content[0] in " `~<":
            ending = _open_end(content)
    if held:
        yield _slice(first, held)


def _slice(first: int, held: Sequence[str]) -> Slice:
    """Return the slice of some lines; of most only the first has words."""
    if len(held) == 1 or (len(held) == 2 and not held[1]):
        return Slice(first, held[0].rstrip())
    return Slice(first, "\n".join(held).rstrip())


def _begins_anew(line: str) -> bool:
    """Tell whether the line, after a blank one, continues nothing that stood before it."""
    return line[0] != " " and not (line[0].isdigit() and _NUMBER.match(line))


def _open_end(line: str) -> re.Pattern[str] | None:
    """Return what ends a block of code or HTML that the line opens, and that may hold blanks."""
    if fence := _FENCE.match(line):
        sign, length = fence[1][0], len(fence[1])
        return lazily(rf"^ {{0,3}}{re.escape(sign)}{{{min(length, 1000)},}}\s*$")
    for opening, ending in _RAW:
        if found := opening.match(line):
            return None if ending.search(line, found.end()) else ending
    return None
