"""Where a caret goes: each motion takes an article, an offset and a count, and gives an offset.

A negative count goes backwards (``word_back`` and ``word_end`` take positive ones alone). What
cannot go further stops at the first or last character of the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from postil.caret.positions import (
    TextPosition,
    filled,
    last_of,
    offset_of,
    position_of,
    sentences_in,
)
from postil.model.article import Article
from postil.text.graphemes import next_cluster, previous_cluster
from postil.text.walking.words import next_word, previous_word, word_around

Step = Callable[[Article, TextPosition], TextPosition | None]
"""One step of a motion; None where there is nothing to go to."""


def character(article: Article, offset: int, count: int = 1) -> int:
    """Go to the next character, over the ends of blocks."""
    return _go(article, offset, count, _next_character, _previous_character)


def word_start(article: Article, offset: int, count: int = 1) -> int:
    """Go to the start of the next word."""
    return _go(article, offset, count, _next_word, _previous_word)


def word_back(article: Article, offset: int, count: int = 1) -> int:
    """Go back to the start of a word."""
    return word_start(article, offset, -count)


def word_end(article: Article, offset: int, count: int = 1) -> int:
    """Go to the last character of a word."""
    return _go(article, offset, count, _next_word_end, _previous_word)


def sentence(article: Article, offset: int, count: int = 1) -> int:
    """Go to the start of the next sentence; backwards, of this one first."""
    return _go(article, offset, count, _next_sentence, _previous_sentence)


def paragraph(article: Article, offset: int, count: int = 1) -> int:
    """Go to the start of the next block; backwards, of this one first."""
    return _go(article, offset, count, _next_block, _previous_block)


def section(article: Article, offset: int, count: int = 1) -> int:
    """Go to the start of the next section; backwards, of this one first."""
    starts = [found.span.start for found in article.sections]
    if count > 0:
        index = bisect_right(starts, offset) + count - 1
        return _nearest(article, starts[index]) if index < len(starts) else article_end(article)
    if count < 0:
        index = bisect_left(starts, offset) + count
        return _nearest(article, starts[index]) if index >= 0 else article_start(article)
    return _nearest(article, offset)


def article_start(article: Article) -> int:
    """Return the offset of the first character."""
    return _nearest(article, 0)


def article_end(article: Article) -> int:
    """Return the offset of the last character."""
    last = filled(article, len(article.blocks), -1)
    return 0 if last is None else offset_of(article, last_of(article, last))


def _nearest(article: Article, offset: int) -> int:
    position = position_of(article, offset)
    return 0 if position is None else offset_of(article, position)


def _go(article: Article, offset: int, count: int, forward: Step, back: Step) -> int:
    position = position_of(article, offset)
    if position is None:
        return 0
    step = forward if count > 0 else back
    for _ in range(abs(count)):
        following = step(article, position)
        if following is None:
            return article_end(article) if count > 0 else article_start(article)
        position = following
    return offset_of(article, position)


def _next_character(article: Article, position: TextPosition) -> TextPosition | None:
    text = article.blocks[position.block].text
    following = next_cluster(text, position.at)
    return (
        TextPosition(position.block, following)
        if following < len(text)
        else _next_block(article, position)
    )


def _previous_character(article: Article, position: TextPosition) -> TextPosition | None:
    if position.at:
        text = article.blocks[position.block].text
        return TextPosition(position.block, previous_cluster(text, position.at))
    before = filled(article, position.block, -1)
    return None if before is None else last_of(article, before)


def _next_word(article: Article, position: TextPosition) -> TextPosition | None:
    found = next_word(article.blocks[position.block].text, position.at)
    block: int | None = position.block
    while found is None:
        block = filled(article, position.block if block is None else block, 1)
        if block is None:
            return None
        found = next_word(article.blocks[block].text, -1)
    return TextPosition(position.block if block is None else block, found[0])


def _previous_word(article: Article, position: TextPosition) -> TextPosition | None:
    block: int | None = position.block
    at = position.at
    while block is not None:
        text = article.blocks[block].text
        found = previous_word(text, at)
        if found is not None:
            return TextPosition(block, found[0])
        block = filled(article, block, -1)
        at = 0 if block is None else len(article.blocks[block].text)
    return None


def _next_word_end(article: Article, position: TextPosition) -> TextPosition | None:
    text = article.blocks[position.block].text
    around = word_around(text, position.at)
    if around is not None:
        end = previous_cluster(text, around[1])
        if end > position.at:
            return TextPosition(position.block, end)
    following = _next_word(article, position)
    if following is None:
        return None
    text = article.blocks[following.block].text
    around = word_around(text, following.at)
    return (
        following
        if around is None
        else TextPosition(following.block, previous_cluster(text, around[1]))
    )


def _next_sentence(article: Article, position: TextPosition) -> TextPosition | None:
    found = sentences_in(article.blocks[position.block].text)
    index = bisect_right(found, position.at, key=_start)
    return (
        TextPosition(position.block, found[index][0])
        if index < len(found)
        else _next_block(article, position)
    )


def _previous_sentence(article: Article, position: TextPosition) -> TextPosition | None:
    block: int | None = position.block
    at = position.at
    while block is not None:
        found = sentences_in(article.blocks[block].text)
        index = bisect_left(found, at, key=_start) - 1
        if index >= 0:
            return TextPosition(block, found[index][0])
        if at > 0 and not found:
            return TextPosition(block, 0)
        block = filled(article, block, -1)
        at = 0 if block is None else len(article.blocks[block].text)
    return None


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _next_block(article: Article, position: TextPosition) -> TextPosition | None:
    after = filled(article, position.block, 1)
    return None if after is None else TextPosition(after, 0)


def _previous_block(article: Article, position: TextPosition) -> TextPosition | None:
    if position.at:
        return TextPosition(position.block, 0)
    before = filled(article, position.block, -1)
    return None if before is None else TextPosition(before, 0)
