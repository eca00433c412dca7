"""Quotation marks: which of them open, which close, and how they nest."""

from __future__ import annotations

import re

from postil.model.values import NamedTuple, dataclass
from postil.text.lazy_regex import lazily

_MARKS = lazily("[\"'“”„‟‘’‚‛«»‹›「」『』]")

_OPENING = {"“": "”", "‟": "”", "‘": "’", "‛": "’", "«": "»", "‹": "›", "「": "」", "『": "』"}
"""Marks that never close, except for “ and ‘, which close what „ and ‚ have opened."""

_LOW = {"„": "“”", "‚": "‘’"}
_CLOSES = {"”": "“‟„", "“": "„", "’": "‘‛‚", "‘": "‚", "»": "«", "›": "‹", "」": "「", "』": "『"}
_BEFORE_OPENING = frozenset("([{—–-/“‘«‹„‚\"'「『¿¡…:")
_ELIDED = lazily(r"(?:\d|(?:em|tis|twas|til|cause|bout|round|n)\b)", re.IGNORECASE)
_STARTS = frozenset("“‟„‘‛‚«‹「『\"'")
_SENTENCE_END = frozenset(".?!…")
_TRAILER = lazily(r"\s*(?:\[[^\[\]]{0,300}\]\s*)?[.]?")

_LOOKAHEAD = 4000
"""Code points behind a doubled mark's first close that are searched for another one."""


class Quotation(NamedTuple):
    """Words between quotation marks; the span takes in the marks, offsets are code points."""

    start: int
    end: int
    depth: int
    """1 for the outermost, 2 for one inside it, and so on."""
    closed: bool
    """False if the text ends first; ``end`` is then the end of the text."""
    inner: int
    """Where its words begin; two code points behind ``start`` where the mark is doubled."""

    @property
    def words(self) -> tuple[int, int]:
        """Start and end of what stands between the marks."""
        return (self.inner, self.end - 1 if self.closed else self.end)


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    inner: int


class _Reading:
    """One pass over a text; what is open, innermost last, and what has been found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.waiting: dict[str, int] = {}
        self.found: list[Quotation] = []
        self.stray: list[int] = []
        """Closing marks that close nothing which this text opens."""

    def run(self) -> None:
        for match in _MARKS.finditer(self.text):
            at, mark = match.start(), match[0]
            if mark in "\"'":
                self._straight(at, mark)
            elif self._closes_low(mark):
                self._close(at, _CLOSES[mark])
            elif mark == "’":
                self._apostrophe_or_close(at)
            elif mark in _OPENING or mark in _LOW:
                self._opening(at, mark)
            else:
                self._close(at, _CLOSES[mark])
        size = len(self.text)
        for depth, entry in enumerate(self.open, 1):
            if entry.mark != "'":
                self.found.append(Quotation(entry.start, size, depth, False, entry.inner))
        self.found.sort(key=lambda quotation: (quotation.start, quotation.depth))

    def _neighbours(self, at: int) -> tuple[str, str]:
        return self.text[at - 1 : at], self.text[at + 1 : at + 2]

    def _closes_low(self, mark: str) -> bool:
        return mark in "“‘" and bool(self.open) and mark in _LOW.get(self.open[-1].mark, "")

    def _opening(self, at: int, mark: str) -> None:
        if mark in "‘‛" and _ELIDED.match(self.text, at + 1):
            return
        top = self.open[-1] if self.open else None
        if top and top.mark == mark and top.inner == at and top.inner == top.start + 1:
            top.inner = at + 1
            return
        self._push(at, mark)

    def _push(self, at: int, mark: str) -> None:
        self.open.append(_Open(at, mark, at + 1))
        self.waiting[mark] = self.waiting.get(mark, 0) + 1

    def _apostrophe_or_close(self, at: int) -> None:
        before, after = self._neighbours(at)
        if after.isalnum() or not any(self.waiting.get(mark) for mark in _CLOSES["’"]):
            return
        if not before.isspace():
            self._close(at, _CLOSES["’"])

    def _straight(self, at: int, mark: str) -> None:
        before, after = self._neighbours(at)
        can_open = not before or before.isspace() or before in _BEFORE_OPENING
        can_close = bool(self.waiting.get(mark)) and not before.isspace()
        if mark == "'":
            if after.isalnum() and before.isalnum():
                return
            can_close = can_close and not after.isalnum()
            can_open = can_open and not _ELIDED.match(self.text, at + 1)
        can_open = can_open and bool(after) and not after.isspace()
        if can_close and (not can_open or before in _BEFORE_OPENING):
            self._close(at, mark)
        elif can_open:
            self._push(at, mark)
        elif mark == '"' and before and not before.isspace() and not before.isdigit():
            self.stray.append(at)

    def _close(self, at: int, marks: str) -> None:
        if not any(self.waiting.get(mark) for mark in marks):
            self.stray.append(at)
            return
        while self.open[-1].mark not in marks:
            self._drop_unclosed(self.open.pop(), at)
        entry = self.open[-1]
        depth = len(self.open)
        if entry.inner > entry.start + 1 and not self._closes_both(at):
            self.found.append(Quotation(entry.inner - 1, at + 1, depth + 1, True, entry.inner))
            entry.inner = entry.start + 1
            return
        self.open.pop()
        self.waiting[entry.mark] -= 1
        self.found.append(Quotation(entry.start, at + 1, depth, True, entry.inner))

    def _drop_unclosed(self, entry: _Open, at: int) -> None:
        """Let a quotation end where the one around it is closed."""
        self.waiting[entry.mark] -= 1
        if entry.mark not in "\"'":
            depth = len(self.open) + 1
            self.found.append(Quotation(entry.start, at, depth, False, entry.inner))

    def _closes_both(self, at: int) -> bool:
        """Tell whether one mark closes a doubled one, not just a quotation that begins there."""
        rest = self.text[at + 1 : at + 1 + _LOOKAHEAD]
        if _TRAILER.fullmatch(rest):
            return True
        ends = self.text[at - 1 : at] in _SENTENCE_END
        return ends and rest.count("”") <= rest.count("“")


def marks(text: str) -> tuple[list[Quotation], list[int]]:
    """Return the quotations in a text, as below, and where marks close what it does not open."""
    reading = _Reading(text)
    reading.run()
    return reading.found, reading.stray


def quotations(text: str) -> list[Quotation]:
    """Return the quotations in a text by their start, outer ones first.

    An opening mark written twice counts once. What is never closed runs to the end of the text, or
    to the end of the quotation around it.
    """
    return marks(text)[0]


def reopens(text: str) -> bool:
    """Tell whether a block begins with an opening mark, so that it may continue a quotation."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] not in _STARTS or start == len(text):
        return False
    return text[start] not in "\"'‘‛‚" or any(found.start == start for found in quotations(text))


def closing_mark(mark: str) -> str:
    """Return what closes an opening mark."""
    return _OPENING.get(mark) or _LOW.get(mark, mark)[0]


def in_marks(words: str) -> str:
    """Return words between “ and ”, but for a mark that they bring themselves.

    A straight mark that has no other one among the words is given that; one that has opens or
    closes other words than these.
    """
    ends = words[:1] == '"', words[-1:] == '"' and len(words) > 1
    if any(ends):
        if words.count('"') % 2:
            return f'{words}"' if ends[0] else f'"{words}'
        return words if all(ends) else f"“{words}”"
    opening = "" if words.startswith(("“", "„", "«")) else "“"
    closing = "" if words.endswith(("”", "“", "»")) else "”"
    return f"{opening}{words}{closing}"


def inside(text: str, at: int) -> tuple[int, int] | None:
    """Return where the words of the innermost quotation around an offset lie, without its marks."""
    innermost = None
    for found in quotations(text):
        if found.start > at:
            break
        if at < found.end and (innermost is None or found.depth >= innermost.depth):
            innermost = found
    return innermost.words if innermost else None
