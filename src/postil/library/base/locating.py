"""Tells where in an article a passage stands: on which pages, or in which paragraphs."""

from __future__ import annotations

from postil.cite.styles.locators import Locator
from postil.library.base.cited_article import pages
from postil.model.article import Article, BlockKind
from postil.model.span import Span

_COUNTED = (BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.CODE, BlockKind.TABLE)
"""What a reader counts as a paragraph; the items of a list belong to the one before them."""


def locator(article: Article, span: Span) -> Locator | None:
    """Return the place of a passage; None where it reaches into another section, or has none."""
    section = article.section_at(span.start)
    if section is None or article.section_at(max(span.start, span.end - 1)) is not section:
        return None
    first = article.block_at(span.start)
    last = article.block_at(max(span.start, span.end - 1))
    kinds = [block.kind in _COUNTED for block in article.blocks[section.first : last + 1]]
    upto = sum(kinds)
    before = sum(kinds[: first - section.first + 1])
    earlier = sum(block.kind in _COUNTED for block in article.blocks[: section.first])
    return Locator(max(before, 1), upto, section.title or "", earlier) if upto else None


def place_to_name(article: Article, span: Span) -> Locator | None:
    """Return the place that a citation names: the pages, or where there are none the paragraphs."""
    if where := pages(article, span):
        return Locator(0, 0, pages=where)
    return locator(article, span)
