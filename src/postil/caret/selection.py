"""A passage while it is being chosen: two ends, of which one moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from postil.caret.motions import (
    article_end,
    article_start,
    character,
    paragraph,
    section,
    sentence,
)
from postil.caret.text_objects import paragraph_at, sentence_at, whole_characters
from postil.model.article import Article
from postil.model.span import Span
from postil.model.values import dataclass, replace

Unit = Literal["sentence", "paragraph", "section"]
"""What a selection is stretched by."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Two characters, both within the passage, by their canonical offsets."""

    anchor: int
    """The end that stays."""
    head: int
    """The end that moves; it may stand before the anchor."""
    extended: bool = False
    """Whether an end was moved; before, the whole moves sentence by sentence."""

    @classmethod
    def over(cls, span: Span, *, extended: bool = False) -> Selection:
        """Choose a span; of an empty one, the character at its start."""
        return cls(span.start, max(span.start, span.end - 1), extended)

    @property
    def span(self) -> Span:
        """From one end to the other, in code points; see ``whole_characters``."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head) + 1)

    def to(self, offset: int) -> Selection:
        """Move the head."""
        return Selection(self.anchor, offset, extended=True)

    def extending(self) -> Selection:
        """Let motions move the head from now on."""
        return replace(self, extended=True)

    def swapped(self) -> Selection:
        """Let the other end move."""
        return Selection(self.head, self.anchor, extended=True)


def select_sentence(article: Article, selection: Selection, count: int = 1) -> Selection:
    """Choose the sentence that is ``count`` sentences on from the start of what is chosen."""
    start = sentence(article, selection.span.start, count)
    return Selection.over(sentence_at(article, start))


def stretch(article: Article, selection: Selection, unit: Unit, count: int = 1) -> Selection:
    """Move the head so that the selection ends, or begins, with a whole unit.

    A head behind its anchor goes to the ends of units, one before it to their starts; one that
    would pass its anchor goes on as what it has become.
    """
    if not article.blocks:
        return selection
    forward = count > 0
    for _ in range(abs(count)):
        selection = (
            _forward(article, selection, unit) if forward else _back(article, selection, unit)
        )
    return selection


def _forward(article: Article, selection: Selection, unit: Unit) -> Selection:
    head, anchor = selection.head, selection.anchor
    following = _MOTIONS[unit](article, head, 1)
    if head < anchor:
        if following <= anchor:
            return selection.to(following)
        return selection.to(max(anchor, _last(article, anchor, unit)))
    end = _last(article, head, unit)
    further = end if end > head else _last(article, following, unit)
    # An accent on a blank belongs to no sentence; a step over it keeps the selection moving.
    return selection.to(further if further > head else character(article, head, 1))


def _back(article: Article, selection: Selection, unit: Unit) -> Selection:
    head, anchor = selection.head, selection.anchor
    start = _first(article, head, unit)
    if head <= anchor or start <= anchor:
        return selection.to(start if start < head else _MOTIONS[unit](article, head, -1))
    end = _last(article, character(article, start, -1), unit)
    if end >= anchor:
        return selection.to(end)
    return selection.to(start if start < head else anchor)


def _first(article: Article, offset: int, unit: Unit) -> int:
    """Return the first character of the unit around an offset."""
    if unit == "section":
        around = article.section_at(offset)
        return around.span.start if around else article_start(article)
    return (sentence_at if unit == "sentence" else paragraph_at)(article, offset).start


def _last(article: Article, offset: int, unit: Unit) -> int:
    """Return the last character of the unit around an offset."""
    if unit == "section":
        following = section(article, offset, 1)
        end = article_end(article)
        return character(article, following, -1) if following < end else end
    end = (sentence_at if unit == "sentence" else paragraph_at)(article, offset).end
    return whole_characters(article, Span(max(0, end - 1), end)).start


_MOTIONS: dict[Unit, Callable[[Article, int, int], int]] = {
    "sentence": sentence,
    "paragraph": paragraph,
    "section": section,
}
