"""Passages around a caret: word, sentence, paragraph, quotation."""

from __future__ import annotations

from bisect import bisect_right

from postil.caret.positions import TextPosition, position_of, sentences_in
from postil.model.article import Article
from postil.model.span import Span
from postil.text.graphemes import cluster_start, next_cluster
from postil.text.quotes import Quotation, inside, quotations
from postil.text.walking.words import word_around


def word_at(article: Article, offset: int) -> Span:
    """Return the word around an offset; a single character between words."""
    position = position_of(article, offset)
    if position is None:
        return Span(0, 0)
    text = article.blocks[position.block].text
    found = word_around(text, position.at) or (position.at, next_cluster(text, position.at))
    return _span(article, position, found)


def sentence_at(article: Article, offset: int) -> Span:
    """Return the sentence around an offset; between two, the one before."""
    position = position_of(article, offset)
    if position is None:
        return Span(0, 0)
    text = article.blocks[position.block].text
    found = sentences_in(text)
    if not found:
        return _span(article, position, (0, len(text)))
    index = bisect_right(found, position.at, key=lambda span: span[0]) - 1
    return _span(article, position, found[max(0, index)])


def paragraph_at(article: Article, offset: int) -> Span:
    """Return the text of the block around an offset."""
    position = position_of(article, offset)
    return Span(0, 0) if position is None else article.block_span(position.block)


def quotation_at(article: Article, offset: int) -> Span | None:
    """Return the words of the innermost quotation around an offset, without its marks.

    A quotation that its block does not close goes on to the end of the block.
    """
    position = position_of(article, offset)
    if position is None:
        return None
    found = inside(article.blocks[position.block].text, position.at)
    return None if found is None else _span(article, position, found)


def quotation_around(article: Article, span: Span) -> Span | None:
    """Return the words of the innermost quotation that holds a span and is more than the span."""
    if not article.blocks:
        return None
    block = article.block_at(span.start)
    base = article.starts[block]
    start, end = span.start - base, span.end - base
    holding = [
        found
        for found in quotations(article.blocks[block].text)
        if found.start <= start and end <= found.end and found.words != (start, end)
    ]
    return _words(base, max(holding, key=_depth, default=None))


def first_quotation(article: Article, span: Span) -> Span | None:
    """Return the words of the first quotation that begins within a span."""
    if not article.blocks:
        return None
    for block in range(article.block_at(span.start), article.block_at(max(0, span.end - 1)) + 1):
        base = article.starts[block]
        for found in quotations(article.blocks[block].text):
            if span.start <= base + found.start < span.end and found.words[0] < found.words[1]:
                return _words(base, found)
    return None


def _depth(found: Quotation) -> int:
    return found.depth


def _words(base: int, found: Quotation | None) -> Span | None:
    return None if found is None else Span(base + found.words[0], base + found.words[1])


def whole_characters(article: Article, span: Span) -> Span:
    """Widen a span so that it cuts no character apart: neither marks from letters nor emoji."""
    if not span or not article.blocks:
        return span
    first = article.block_at(span.start)
    last = article.block_at(span.end - 1)
    start = span.start - article.starts[first]
    text = article.blocks[first].text
    if 0 < start < len(text):
        start = cluster_start(text, start)
    text = article.blocks[last].text
    end = span.end - article.starts[last]
    if 0 < end < len(text):
        end = next_cluster(text, cluster_start(text, end - 1))
    return Span(article.starts[first] + start, article.starts[last] + end)


def _span(article: Article, position: TextPosition, found: tuple[int, int]) -> Span:
    base = article.starts[position.block]
    return Span(base + found[0], base + found[1])
