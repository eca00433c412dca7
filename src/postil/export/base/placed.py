"""Passages of notes as they lie in blocks: one that goes over several has a part in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from postil.export.base.dossier import ExportedArticle, ExportedNote
from postil.model.article import JOINT, Block, BlockKind
from postil.model.values import NamedTuple


class Marked(NamedTuple):
    """A note's passage within a block."""

    start: int
    """In code points of the block's text."""
    end: int
    id: str
    """Of the note."""
    colour: str
    number: int
    """Of the note in the file, from 1."""


class PlacedMarks:
    """The marks of each block of an article, and the notes on passages that begin in it."""

    def __init__(
        self, blocks: Sequence[Block], article: ExportedArticle, numbers: Mapping[str, int]
    ) -> None:
        self._marks: dict[int, list[Marked]] = {}
        self._begun: dict[int, list[ExportedNote]] = {}
        starts, at = [], 0
        for block in blocks:
            starts.append(at)
            at += len(block.text) + len(JOINT)
        for one in article.notes:
            if one.span is None or one.note.whole:
                continue
            index = max(0, bisect_right(starts, one.span.start) - 1)
            begun = False
            while index < len(blocks) and starts[index] < one.span.end:
                start = max(one.span.start - starts[index], 0)
                end = min(one.span.end - starts[index], len(blocks[index].text))
                if start < end:
                    if not begun:
                        self._begun.setdefault(index, []).append(one)
                    begun = True
                    colour, number = str(one.note.colour), numbers[one.note.id]
                    mark = Marked(start, end, one.note.id, colour, number)
                    self._marks.setdefault(index, []).append(mark)
                index += 1

    def marks(self, index: int) -> Sequence[Marked]:
        """Return the passages within a block, by its index."""
        return self._marks.get(index, ())

    def begun(self, index: int) -> Sequence[ExportedNote]:
        """Return the notes whose passages begin in a block, by its index."""
        return self._begun.get(index, ())


def blocks_of(article: ExportedArticle) -> Sequence[Block]:
    """Return the blocks of an article; of one that cannot be read here, the paragraphs known."""
    if article.article is not None:
        return article.article.blocks
    return tuple(_paragraphs(article.text)) if article.text else ()


def _paragraphs(words: str) -> Iterable[Block]:
    return (Block(BlockKind.PARAGRAPH, one) for one in words.split(JOINT))


def repeats(block: Block, title: str) -> bool:
    """Tell whether a block is the title over again."""
    return block.kind is BlockKind.HEADING and block.text.split() == title.split()
