"""Lines of a paged text without what stands at the edges of its pages, so that sentences go on."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.base.cell_width import cells
from postil.document.formats.layout.dense_lines import closes, is_dense, is_full, is_set_in
from postil.document.formats.layout.line_layout import LineLayout, indent_of
from postil.document.formats.layout.running_heads import PAGE_BREAK, key_of
from postil.text.lazy_regex import lazily

_PAGE_FOOT = lazily(r"\[Page (?:\d+|[ivxlc]+)\]$")
_MEMO_HEAD = lazily(r"(?:RFC\s?\d+|Internet.Draft)\b.*\d{4}$")
_HEAD_WITHIN = 10
"""Lines behind the foot of a page in which the head of the next is looked for."""
_ENDED = ".?!:;”\"’')]…"
_SHORT = 0.75
"""Share of the width that a line fills at least, with the next word, whose paragraph goes on."""
_DEEPER = 8
"""Blanks by which the lines of an item may be set in beyond its first."""

NumberedLine = tuple[int, str]


def paged_lines(lines: Iterator[NumberedLine], layout: LineLayout) -> Iterator[NumberedLine]:
    """Yield numbered lines without blanks at their ends, nor form feeds, running heads and feet.

    Where a sentence goes on behind the end of a page nothing parts its lines.
    """
    edges = _Edges(layout)
    kept = " " if layout.within_words else ""
    for number, line in lines:
        if PAGE_BREAK in line:
            first, *further = line.split(PAGE_BREAK)
            if first.strip():
                yield from edges.line(number, first.rstrip())
            for part in further:
                edges.page_break()
                yield from edges.line(number, part.rstrip())
        else:
            # Stripped here, as to strip a line would take a page's end from its own.
            words = line.rstrip()
            yield from edges.line(number, f"{words}{kept}" if words and words != line else words)
    yield from edges.end()


class _Edges:
    """What has been seen since the last line of the text proper."""

    def __init__(self, layout: LineLayout) -> None:
        self._layout = layout
        self._running = layout.running
        self._blanks: list[NumberedLine] = []
        self._last = ""
        self._held: NumberedLine | None = None
        """A line that is a foot if a page ends behind it."""
        self._broken = False
        self._top = False
        """No line of the new page has been seen."""
        self._foot_at = -_HEAD_WITHIN

    def page_break(self) -> None:
        self._held = None
        self._broken = self._top = True

    def line(self, number: int, line: str) -> Iterator[NumberedLine]:
        if not line:
            if self._held and not self._running.paged:
                self._drop(self._held[0])
            if not self._held:
                self._blanks.append((number, line))
            return
        if self._held and not self._running.paged and key_of(line) in self._running.tops:
            # The head of the next page stands right below the foot of this one.
            self._drop(self._held[0])
        if self._held:
            held, self._held = self._held, None
            yield from self._text(*held)
        if line[-1] == "]" and _PAGE_FOOT.search(line):
            self._drop(number)
            return
        key = key_of(line) if self._watches() else ""
        if self._is_top(number, line, key):
            self._top = False
            self._broken = True
            return
        alone = bool(self._blanks) or not self._last or self._running.paged
        if key in self._running.feet and alone and key:
            self._held = (number, line)
            return
        yield from self._text(number, line)

    def end(self) -> Iterator[NumberedLine]:
        if self._held and not self._blanks:
            yield from self._text(*self._held)

    def _watches(self) -> bool:
        return self._top or bool(self._running.feet)

    def _is_top(self, number: int, line: str, key: str) -> bool:
        behind = number - self._foot_at < _HEAD_WITHIN
        if behind and _MEMO_HEAD.match(line.strip()):
            return True
        return (self._top or behind) and key in self._running.tops

    def _drop(self, number: int) -> None:
        self._held = None
        self._broken = True
        self._foot_at = number

    def _text(self, number: int, line: str) -> Iterator[NumberedLine]:
        if not self._broken:
            yield from self._blanks
        elif self._last and not goes_on(self._last, line, self._layout):
            yield number, ""
        self._blanks = []
        self._broken = self._top = False
        self._foot_at = -_HEAD_WITHIN
        self._last = line
        yield number, line


def goes_on(before: str, after: str, layout: LineLayout) -> bool:
    """Tell whether a sentence goes on from the last line of a page to the first of the next."""
    if not layout.wrapped or before[-1] in _ENDED:
        return False
    if is_dense((before, after)):
        full = is_full(before, after, layout.width)
        return full and not closes(before) and not is_set_in(after)
    deeper = indent_of(after) - indent_of(before)
    words = after.lstrip()
    if cells(before) + 1 + cells(words.split(None, 1)[0]) < _SHORT * layout.width:
        return False
    if words[0].islower():
        return 0 <= deeper <= _DEEPER
    full = cells(before) + 1 + cells(words.split(None, 1)[0]) > layout.width
    return deeper == 0 and full and not before.isupper() and words[0].isalnum()
