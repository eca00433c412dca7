"""Passages: the places of an article in which the words of a query stand, with what is around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def in_text(
    text: SearchedText,
    parts: Sequence[Words | Regex],
    most: int,
    *,
    together: bool,
) -> list[Passage]:
    """Return passages of a text in which the words stand, at most so many, the fullest first.

    Of words that have to be there ``together`` only where most of them stand.
    """
    places: list[tuple[Span, int]] = []
    for number, part in enumerate(parts):
        places += [(span, number) for span in text.first_spans(part, 2 * most)]
    places.sort(key=lambda one: (one[0].start, one[0].end))
    groups: list[list[tuple[Span, int]]] = []
    for span, number in places:
        first = groups[-1][0][0].start if groups else 0
        if (
            not groups
            or span.start - first > TOGETHER
            or text.text.find(JOINT, first, span.start) >= 0
        ):
            groups.append([])
        groups[-1].append((span, number))
    counts = [len({number for _, number in one}) for one in groups]
    least = max(counts, default=0) if together else 0
    # Sorting keeps the order of the text among those that have as many.
    best = sorted(zip(counts, groups, strict=True), key=lambda one: -one[0])
    found = [apart(span for span, _ in one) for count, one in best if count >= least]
    return [_passage(text.text, spans) for spans in found[:most]]


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


def apart(spans: Iterator[Span] | list[Span]) -> tuple[Span, ...]:
    """Return spans by place, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
