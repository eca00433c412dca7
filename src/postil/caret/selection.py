"""A passage while it is being chosen: two ends, of which one moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from postil.caret.motions import article_end, character, paragraph, section, sentence
from postil.caret.passages import paragraph_at, sentence_at
from postil.model.article import Article
from postil.model.span import Span

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
        """The code points from one end to the other; ``whole_characters`` widens it to characters."""
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
    if head < anchor:
        start = _MOTIONS[unit](article, head, 1)
        return selection.to(start if start <= anchor else _last(article, anchor, unit))
    end = _last(article, head, unit)
    if end <= head:
        end = _last(article, _MOTIONS[unit](article, head, 1), unit)
    return selection.to(max(end, head))


def _back(article: Article, selection: Selection, unit: Unit) -> Selection:
    head, anchor = selection.head, selection.anchor
    motion = _MOTIONS[unit]
    if head > anchor:
        start = motion(article, character(article, head, 1), -1) if head else 0
        if start > head:
            start = motion(article, head, -1)
        end = character(article, start, -1)
        if anchor <= end < head:
            return selection.to(end)
        return selection.to(min(start, anchor))
    return selection.to(motion(article, head, -1))


def _last(article: Article, offset: int, unit: Unit) -> int:
    """Return the last character of the unit around an offset."""
    if unit == "section":
        following = section(article, offset, 1)
        end = article_end(article)
        return character(article, following, -1) if following < end else end
    span = sentence_at(article, offset) if unit == "sentence" else paragraph_at(article, offset)
    return max(span.start, span.end - 1)


_MOTIONS: dict[Unit, Callable[[Article, int, int], int]] = {
    "sentence": sentence,
    "paragraph": paragraph,
    "section": section,
}
