"""Text positions: where a caret can stand, as a block that holds text and a character in it."""

from __future__ import annotations

from functools import lru_cache

from postil.model.article import Article
from postil.model.values import NamedTuple
from postil.text.graphemes import cluster_start, next_cluster, previous_cluster
from postil.text.sentences import sentences


class TextPosition(NamedTuple):
    """A character of a block; the offset counts within the block's text."""

    block: int
    at: int


def position_of(article: Article, offset: int) -> TextPosition | None:
    """Return the position nearest to a canonical offset, or None where there is no text at all."""
    if not article.blocks:
        return None
    block = article.block_at(offset)
    text = article.blocks[block].text
    if text:
        within = max(0, offset - article.starts[block])
        return TextPosition(block, cluster_start(text, within))
    after = filled(article, block, 1)
    if after is not None:
        return TextPosition(after, 0)
    before = filled(article, block, -1)
    return None if before is None else last_of(article, before)


def offset_of(article: Article, position: TextPosition) -> int:
    """Return the canonical offset of a position."""
    return article.starts[position.block] + position.at


def filled(article: Article, block: int, step: int) -> int | None:
    """Return the nearest block behind (``step`` 1) or before (-1) a block that holds text."""
    block += step
    while 0 <= block < len(article.blocks):
        if article.blocks[block].text:
            return block
        block += step
    return None


def last_of(article: Article, block: int) -> TextPosition:
    """Return the last character of a block that holds text."""
    text = article.blocks[block].text
    return TextPosition(block, previous_cluster(text, len(text)))


@lru_cache(maxsize=8)
def sentences_in(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a block; the last few blocks asked for are remembered.

    Where a mark stands on the stop or blank before a sentence, it is no part of the sentence.
    """
    found = []
    for start, end in sentences(text):
        first = start if text[start].isascii() else cluster_start(text, start)
        if first < start:
            first = next_cluster(text, first)
        if first < end:
            found.append((first, end))
    return found
