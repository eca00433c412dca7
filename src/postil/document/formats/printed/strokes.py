"""Strokes: bold and underlined letters, struck over one another or coloured for a terminal.

A typewriter makes a letter bold by striking it twice, and underlines it by a low line; nroff and
grotty(1) write both so, with a backspace between, or as sequences of SGR (ECMA-48, 8.3.117).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postil.document.base.bare_urls import bare_links
from postil.model.article import Inline, InlineKind
from postil.model.values import NamedTuple
from postil.text.clean import clean
from postil.text.lazy_regex import lazily

PLAIN, BOLD, UNDERLINED, BOTH = " bui"
"""Styles of letters, one sign for each."""

_TAB_STOPS = 8
_STRUCK = lazily(
    r"(?P<bold>(?:(?P<one>[^\n\x08_])\x08(?P=one)(?!\x08)){1,400})"
    r"|(?P<under>(?:_\x08[^\n\x08_](?!\x08)){1,400})"
    r"|(?:[^\n\x08]\x08){1,8}[^\n\x08]|\x08+|\x1b\[[0-9;:]{0,40}m"
)
_BOLD_RUN = lazily(rf"[{BOLD}{BOTH}]+")
_UNDER_RUN = lazily(rf"[{UNDERLINED}{BOTH}]+")
_OTHER = lazily(r"\x1b\][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b\[[0-9;:]{0,40}[A-Za-ln-z]")
"""Addresses of links, and commands other than styles."""
_CODE = lazily(r"\d{1,8}")
_NO_CODE = "\x1b[m"
_BULLETS = ("+o", "o+")


class StyledLine(NamedTuple):
    """A line without strokes, and the style of each letter."""

    text: str
    styles: str = ""
    """As long as the text, or empty where all is plain."""

    def part(self, start: int, end: int | None = None) -> StyledLine:
        """Return a part of it."""
        return StyledLine(self.text[start:end], self.styles[start:end])


def styled_lines(text: str) -> Iterator[StyledLine]:
    """Yield the lines of a text as it was decoded, without the blanks at their ends."""
    state = PLAIN
    for line in text.replace("\r\n", "\n").split("\n"):
        if state == PLAIN and "\x08" not in line and "\x1b" not in line:
            yield StyledLine(clean(line.expandtabs(_TAB_STOPS)).replace("\n", " ").rstrip())
            continue
        found, state = _unstruck(_OTHER.sub("", line), state)
        yield found


def _unstruck(line: str, state: str) -> tuple[StyledLine, str]:
    letters: list[str] = []
    styles: list[str] = []
    at = 0
    for found in _STRUCK.finditer(line):
        letters.append(line[at : found.start()])
        styles.append(state * (found.start() - at))
        at = found.end()
        if found["bold"]:
            letters.append(found[0][::3])
            styles.append(BOLD * (len(found[0]) // 3))
        elif found["under"]:
            letters.append(found[0][2::3])
            styles.append(UNDERLINED * (len(found[0]) // 3))
        elif found[0][0] == "\x1b":
            state = _coloured(found[0], state)
        elif found[0][0] != "\x08":
            letter, style = _meant(found[0].split("\x08"))
            letters.append(letter)
            styles.append(style)
    letters.append(line[at:])
    styles.append(state * (len(line) - at))
    text, marks = "".join(letters), "".join(styles)
    if "\t" in text:
        text, marks = _tabs_set(text, marks)
    cleaned = clean(text).replace("\n", " ")
    if len(cleaned) != len(text):
        marks = ""
    cleaned = cleaned.rstrip()
    return StyledLine(cleaned, marks[: len(cleaned)]), state


def _meant(struck: Sequence[str]) -> tuple[str, str]:
    """Return the letter that is meant by some struck over one another, and its style."""
    if "".join(struck) in _BULLETS:
        return "•", PLAIN
    letters = [letter for letter in struck if letter != "_"]
    if not letters:
        return "_", BOLD if len(struck) > 1 else PLAIN
    bold = any(letters.count(letter) > 1 for letter in letters)
    under = len(letters) < len(struck)
    style = BOTH if bold and under else BOLD if bold else UNDERLINED if under else PLAIN
    return letters[-1], style


def _coloured(sequence: str, state: str) -> str:
    """Return the style behind a sequence of SGR."""
    if sequence == _NO_CODE:
        return PLAIN
    bold, under = state in (BOLD, BOTH), state in (UNDERLINED, BOTH)
    for code in _CODE.findall(sequence):
        if code in ("0", "00"):
            bold = under = False
        elif code in ("1", "01", "22"):
            bold = code != "22"
        elif code in ("3", "4", "03", "04", "23", "24"):
            under = code[0] != "2"
    return (BOTH if under else BOLD) if bold else (UNDERLINED if under else PLAIN)


def _tabs_set(text: str, marks: str) -> tuple[str, str]:
    parts, styles, at = [], [], 0
    for letter, mark in zip(text, marks, strict=True):
        width = _TAB_STOPS - at % _TAB_STOPS if letter == "\t" else 1
        parts.append(" " * width if letter == "\t" else letter)
        styles.append(mark * width)
        at += width
    return "".join(parts), "".join(styles)


def inlines(text: str, styles: str) -> tuple[Inline, ...]:
    """Return what is set apart in a text by the styles of its letters, and its bare addresses."""
    found = list(bare_links(text))
    if styles.strip():
        for run, kind in ((_BOLD_RUN, InlineKind.STRONG), (_UNDER_RUN, InlineKind.EMPHASIS)):
            found += [Inline(start, end, kind) for start, end in _runs(text, styles, run)]
        found.sort(key=lambda inline: (inline.start, -inline.end))
    return tuple(found)


def _runs(text: str, styles: str, run: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where letters of a style stand; blanks between two of them are of it too."""
    start = end = -1
    for found in run.finditer(styles):
        if start >= 0 and not text[end : found.start()].isspace():
            yield start, end
            start = -1
        if start < 0:
            start = found.start()
        end = found.end()
    if start >= 0:
        yield start, end
