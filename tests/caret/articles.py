"""Small articles to move a caret in."""

from __future__ import annotations

from postil.model.article import Article, Block, BlockKind, Section
from postil.model.span import Span

TEXTS = ("One goes. Two stays here.", "He said: “Come (now), don’t ‘wait’.”", "Three. 字字。")


def sectioned(*texts: str) -> Article:
    """Make an article of paragraphs; every other block begins a section."""
    plain = article(*texts)
    firsts = range(0, len(texts), 2)
    found = tuple(
        Section(
            number,
            None,
            1,
            "body",
            Span(plain.starts[first], plain.block_span(min(first + 1, len(texts) - 1)).end),
            first,
            min(first + 2, len(texts)),
        )
        for number, first in enumerate(firsts)
    )
    return Article("a.txt", plain.blocks, found)


def article(*texts: str) -> Article:
    """Make an article of paragraphs, without sections."""
    return Article("a.txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


READ = article(*TEXTS)


def words(span: Span | None, read: Article = READ) -> str | None:
    """Return the words of a span."""
    return None if span is None else read.text[span.start : span.end]


def at(part: str) -> int:
    """Return where some words begin in the article that is read."""
    return READ.text.index(part)
