"""Excerpts: the passage of an article that answers a query best, and a line that shows it."""

from __future__ import annotations

import math

from postil.model.span import JOINT, Span
from postil.search.judging.judge import shown_parts
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import Query
from postil.text.clean import clean_line

AROUND = 60
"""Code points that are shown on either side of what was found."""

PLACES = 50
"""Places of each word that are looked at for the best passage of an article."""


def best_passage(query: Query, text: SearchedText) -> tuple[Span, float]:
    """Return where most of what is looked for stands together, and how well the text fits.

    The fit grows with the number of places, ever more slowly, and shrinks with the length.
    """
    found: list[tuple[int, Span]] = []
    fit = 0.0
    parts = 0
    for number, part in enumerate(shown_parts(query)):
        spans = text.first_spans(part, PLACES)
        found += [(number, span) for span in spans]
        fit += math.log1p(len(spans))
        parts += bool(spans)
    if not found:
        return Span(0, 0), 0.0
    fit /= 1 + math.log10(1 + len(text.text) / 1000)
    if parts == 1:  # no passage has more of it than the first
        return found[0][1], fit
    found.sort(key=lambda one: one[1].start)
    by_block: list[dict[int, Span]] = [{}]
    before = found[0][1].start
    for number, span in found:
        if text.text.find(JOINT, before + 1, span.start + len(JOINT)) >= 0:
            by_block.append({})
        before = span.start
        by_block[-1].setdefault(number, span)
    best = max(by_block, key=len)
    first = min(best.values(), key=lambda span: span.start)
    last = max(best.values(), key=lambda span: span.end)
    return Span(first.start, last.end), fit


def snippet(text: str, span: Span, around: int = AROUND) -> str:
    """Return a line around a passage, cut at blanks; an ellipsis stands for what is left out."""
    begun = text.rfind(JOINT, 0, span.start) + len(JOINT) if JOINT in text[: span.start] else 0
    ended = text.find(JOINT, span.start)
    start = max(begun, span.start - around)
    end = min(ended if ended >= 0 else len(text), max(span.start, span.end) + around)
    end = min(end, start + 4 * around)
    if start > begun and (blank := text.find(" ", start, span.start)) >= 0:
        start = blank + 1
    cut = end not in (ended, len(text))
    if cut and (blank := text.rfind(" ", span.end, end)) > 0:
        end = blank
    line = clean_line(text[start:end])
    return f"{'…' if start > begun else ''}{line}{'…' if cut else ''}"
