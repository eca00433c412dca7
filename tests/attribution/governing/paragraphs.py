"""Small articles by their paragraphs, and what governs each of them."""

from __future__ import annotations

from postil.attribution.governing.sources import read
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Governed

BRACKET = "[Source: Mary Lamb, Quay Herald, May 3, 2001]"


def article(*paragraphs: str) -> Article:
    """Make an article; a paragraph that begins with ``#`` is a heading, with ``>`` is quoted."""
    blocks = []
    for text in paragraphs:
        kind = BlockKind.HEADING if text.startswith("#") else BlockKind.PARAGRAPH
        quoted = int(text.startswith(">"))
        blocks.append(Block(kind, text.lstrip("#> "), quoted=quoted))
    return Article("tides.txt", tuple(blocks))


def governed(*paragraphs: str) -> tuple[Governed, ...]:
    return read(article(*paragraphs)).paragraphs


def ways(*paragraphs: str) -> list[tuple[str, str]]:
    return [(str(found.via), found.relation) for found in governed(*paragraphs)]


def container(found: Governed) -> str:
    return found.source.container_title if found.source else ""
