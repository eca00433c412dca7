"""Passages: the places of an article in which the words of a query stand, with what is around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from postil.model.article import JOINT
from postil.model.note import Colour
from postil.model.span import Span
from postil.model.values import dataclass
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import Regex, Words

PASSAGES = 200
"""Passages of an article that are gone through at most."""

TOGETHER = 240
"""Code points within which words that were found are one passage."""

AROUND = 600
"""Code points that are shown of a passage before and after what was found."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in an article, or a note on it, at which a query found something."""

    spans: tuple[Span, ...]
    """Of the words found, or of the note, in the canonical text; none for no place."""
    words: str
    """What stands at the first of them in the text that was searched."""
    around: str
    """What stands around them, in blocks as the canonical text has it."""
    marks: tuple[Span, ...]
    """The words found, within ``around``."""
    note: str = ""
    """The id of the note; "" for a place in the text."""
    colour: Colour = Colour.YELLOW
    tags: tuple[str, ...] = ()


class PassagesInText(Sequence[Passage]):
    """The passages of one text, each set out when it is first asked for: few of them are seen."""

    def __init__(self, text: str, places: Sequence[Sequence[Span]]) -> None:
        """``places`` are the spans of each, by place."""
        self._text = text
        self._places = places
        self._made: dict[int, Passage] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Passage: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Passage, ...]: ...

    def __getitem__(self, at: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        at = range(len(self))[at]
        if (made := self._made.get(at)) is None:
            made = self._made[at] = _passage(self._text, apart(self._places[at]))
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PassagesInText):
            return self._places == other._places and self._text == other._text
        return tuple(self) == other

    def __hash__(self) -> int:
        return hash((self._text, len(self._places)))


def in_text(
    text: SearchedText,
    parts: Sequence[Words | Regex],
    most: int,
    *,
    together: bool,
) -> Sequence[Passage]:
    """Return passages of a text in which the words stand, at most so many, the fullest first.

    Of words that have to be there ``together`` only where most of them stand.
    """
    places: list[tuple[int, int, int, Span]] = []
    for number, part in enumerate(parts):
        found = text.first_spans(part, 2 * most)
        places += [(span.start, span.end, number, span) for span in found]
    places.sort()
    groups: list[list[Span]] = []
    holds: list[set[int]] = []
    first = -TOGETHER - 1
    find = text.text.find
    for start, _, number, span in places:
        if start - first > TOGETHER or find(JOINT, first, start) >= 0:
            first = start
            groups.append([span])
            holds.append({number})
        else:
            groups[-1].append(span)
            holds[-1].add(number)
    counts = [len(one) for one in holds]
    least = max(counts, default=0) if together else 0
    # Sorting keeps the order of the text among those that have as many.
    best = sorted(range(len(groups)), key=lambda at: -counts[at])
    chosen = [groups[at] for at in best if counts[at] >= least][:most]
    return PassagesInText(text.text, chosen)


def _passage(text: str, spans: tuple[Span, ...]) -> Passage:
    first, last = spans[0], spans[-1]
    begin = max(0, first.start - AROUND)
    # An expression may match a text of any length.
    end = min(last.end, first.start + TOGETHER + AROUND) + AROUND
    if begin and (blank := text.find(" ", begin, first.start)) >= 0:
        begin = blank + 1
    if end < len(text) and (blank := text.rfind(" ", last.end, end)) >= 0:
        end = blank
    within = (Span(one.start, min(one.end, end)) for one in spans if one.start < end)
    marks = tuple(Span(one.start - begin, one.end - begin) for one in within)
    words, around = text[first.start : first.end], printable(text[begin:end])
    return Passage(spans, words, around, marks)


def printable(text: str) -> str:
    """Return a text made safe, of as many code points: places in it stay what they are."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans by place, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
