"""Nested quotations: double and single marks alternate, from the outside in.

Marks within words that are themselves put between marks change to the other kind. Those of other
languages, « » and „ “ and 「 」, are told from these by their looks: they and what is between them
stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from postil.model.values import dataclass
from postil.text.quotes import Quotation, marks

Pair = tuple[str, str]
"""An opening and a closing mark."""

DOUBLE: Pair = ("“", "”")
SINGLE: Pair = ("‘", "’")
"""The pairs that alternate; by British habit the second stands outside, elsewhere the first."""

_OURS = frozenset("“‟‘‛\"'")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, and the quotation that it takes over from the one before or hands on."""

    text: str
    head: Quotation | None
    """The outermost quotation that begins with the paragraph."""
    tail: Quotation | None
    """The outermost quotation that the paragraph opens and does not close."""

    @property
    def is_one(self) -> bool:
        """Whether the quotation at its beginning goes to its end."""
        return self.head is not None and self.head.end == len(self.text)

    @property
    def is_open(self) -> bool:
        """Whether nothing closes the quotation at its beginning."""
        return self.head is not None and self.head is self.tail

    def goes_on_in(self, other: _Paragraph) -> bool:
        """Tell whether another paragraph begins with the mark that this one leaves open."""
        if self.tail is None or other.head is None:
            return False
        return self.text[self.tail.start] == other.text[0]


def alternate(text: str, outer: Pair = DOUBLE, *, closing: bool = True) -> str:
    """Return the text as it stands between ``outer`` marks: its own marks change by their depth.

    Apostrophes stay as they are. A mark that the text opens and never closes is closed at the end
    of what holds it, and one that it closes and never opened is opened at the beginning. Without
    ``closing``, what stays open to the end of the text is left open: another paragraph goes on.
    """
    found, stray = marks(text)
    stray = _left_behind(text, stray)
    levels = (SINGLE, DOUBLE) if outer == DOUBLE else (DOUBLE, SINGLE)
    edits: list[tuple[int, int, int, str]] = []
    for count, at in enumerate(stray):
        edits.append((at, 1, at + 1, levels[(len(stray) - count - 1) % 2][1]))
    behind = len(stray)
    for one, depth in _ours(text, found):
        while behind and stray[len(stray) - behind] < one.start:
            behind -= 1
        opening, closer = levels[(depth + behind - 1) % 2]
        edits.append((one.start, 1, one.inner, opening))
        if one.closed:
            edits.append((one.end - 1, 1, one.end, closer))
        elif closing or depth > 1 or one.end < len(text):
            edits.append((one.end, -one.depth, one.end, closer))
    pieces = [levels[depth % 2][0] for depth in range(len(stray))]
    done = 0
    for start, _, end, mark in sorted(edits):
        pieces += (text[done:start], mark)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def alternate_paragraphs(texts: Sequence[str], outer: Pair = DOUBLE) -> list[str]:
    """Return the paragraphs of one quotation as they stand between ``outer`` marks.

    Marks that only open each paragraph of a quotation which is never closed are dropped, and so are
    those that hold all of the paragraphs: what is put around them says the same. Of a quotation
    that goes on within them, each paragraph opens and the last one closes.
    """
    read = [_paragraph(text) for text in texts]
    dropped = _dropped(read)
    out = []
    for at, one in enumerate(read):
        goes_on = at + 1 < len(read) and one.goes_on_in(read[at + 1])
        text = one.text
        if dropped[at] and one.head is not None:
            start, end = one.head.words
            text, goes_on = text[start:end].strip(), False
        elif len(read) == 1:
            text = _without_last_mark(text)
        out.append(alternate(text, outer, closing=not goes_on))
    return out


def closing_alone(text: str) -> list[int]:
    """Return where marks close a quotation that the text does not open."""
    return _left_behind(text, marks(text)[1])


def without_reopenings(texts: Sequence[str]) -> list[str]:
    """Return paragraphs without marks that only reopen a quotation which none of them closes."""
    read = [_paragraph(text) for text in texts]
    return [
        one.text[one.head.inner :] if drop == "reopens" and one.head is not None else one.text
        for one, drop in zip(read, _dropped(read), strict=True)
    ]


_Drop = Literal["", "reopens", "holds"]
"""Why the mark at the beginning of a paragraph is not needed, if it is not."""


def _dropped(read: Sequence[_Paragraph]) -> list[_Drop]:
    dropped: list[_Drop] = [""] * len(read)
    at = 0
    while at < len(read):
        first = last = at
        while read[last].is_open and last + 1 < len(read) and read[last].goes_on_in(read[last + 1]):
            last += 1
        at = last + 1
        if read[first].head is None or (first and read[first - 1].goes_on_in(read[first])):
            continue
        why: _Drop = ""
        if read[last].is_open:
            why = "reopens"
        elif first == 0 and at == len(read) and read[last].is_one:
            why = "holds"
        dropped[first:at] = [why] * (at - first)
    return dropped


def _paragraph(text: str) -> _Paragraph:
    outermost = [found for found in marks(text)[0] if found.depth == 1]
    head = next((found for found in outermost if found.start == 0), None)
    tail = next((found for found in outermost if not found.closed and found.end == len(text)), None)
    return _Paragraph(text, head, tail)


def _without_last_mark(text: str) -> str:
    """Return a text without its last mark, where that closes what the text does not open."""
    return text[:-1] if closing_alone(text) == [len(text) - 1] else text


def _left_behind(text: str, stray: Sequence[int]) -> list[int]:
    """Return those closing marks without an opening one that were left behind by a cut.

    Swedish and Finnish open with ” as well; where one stands as if it opened, none is touched.
    """
    if any((at == 0 or text[at - 1].isspace()) and text[at] in '”"' for at in stray):
        return []
    return [at for at in stray if text[at] in '”"']


def _ours(text: str, found: Sequence[Quotation]) -> Iterator[tuple[Quotation, int]]:
    """Yield what is between double or single marks with its depth, outside all other marks."""
    around: list[tuple[int, int]] = []
    foreign = 0
    for one in found:
        while around and around[-1][0] <= one.start:
            around.pop()
        depth = around[-1][1] if around else 0
        if one.start < foreign:
            continue
        if text[one.start] in _OURS:
            around.append((one.end, depth + 1))
            yield one, depth + 1
        elif one.closed:
            foreign = one.end
