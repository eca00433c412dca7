"""Blocks that a chapter was made, with the places in them that the book asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.document.article.builder import Place
from postil.document.formats.epub.chapter.notes import Note
from postil.model.article import Block, InlineKind
from postil.model.values import NamedTuple


class Chapter(NamedTuple):
    """A chapter, written."""

    blocks: Sequence[Block]
    places: Mapping[str, int]
    """The block in which each fragment stands that was asked for."""
    anchors: Mapping[str, Place]
    pages: Sequence[tuple[str, Place]]
    taken: Sequence[Note]
    """The notes that were put with it."""
    words: bool
    """Whether it has any words but those of pictures."""
    read: int
    """The event before which everything is written."""
    whole: bool
    """False for the beginning of a long one, which is followed by the whole."""


def has_words(block: Block) -> bool:
    """Tell whether a block says anything that does not stand for a picture."""
    pictures = sum(one.end - one.start for one in block.inlines if one.kind is InlineKind.IMAGE)
    return len(block.text.strip()) > pictures
