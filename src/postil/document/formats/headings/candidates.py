"""Candidates for headings: the blocks of a plain text, with what has been found of each."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from postil.document.formats.headings.boilerplate import is_date
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.plain_blocks import PlainBlock
from postil.model.article import BlockKind
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from postil.document.formats.headings.labels import Label

_LONGEST_DATE = 40
"""Code points of a line that may be nothing but a date."""
NUMBERED = lazily(r"(?P<number>(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*)(?P<dot>\.?)\s+(?P<title>\S.*)$")


class Finding(Enum):
    """What a block has been found to be."""

    TEXT = auto()
    HEADING = auto()
    CONTENTS = auto()
    LISTED = auto()
    """A numbered line among others of its kind, or another that is known to be no title."""


class Candidates:
    """The blocks of a plain text, as candidates for headings; the rules fill in the findings."""

    def __init__(self, blocks: Sequence[PlainBlock], layout: LineLayout, back_matter: int) -> None:
        self.blocks = blocks
        self.layout = layout
        self.back_matter = back_matter
        """Index of the first block of the back matter."""
        self.texts = [plain.block.text for plain in blocks]
        self.findings = [Finding.LISTED if one.no_title else Finding.TEXT for one in blocks]
        self.levels: dict[int, int] = {}
        """The headings found: index of the block to level."""
        self.numbered: set[int] = set()
        """Those found by their numbers."""
        self.labels: dict[int, Label] = {}
        """The labels of those found by number or by word."""
        self.schemes: dict[int, str] = {}
        """How the labels are read that count on from others."""
        self.signed: dict[int, str] = {}
        """The signs of those that are underlined, or begin with signs."""
        heading = BlockKind.HEADING
        for index, plain in enumerate(blocks[:back_matter]):
            if plain.block.kind is heading:
                self.mark(index, plain.block.level)
                if plain.signs:
                    self.signed[index] = plain.signs

    @cached_property
    def dates(self) -> int:
        """How many blocks are nothing but the date of a day."""
        return sum(len(text) <= _LONGEST_DATE and is_date(text) for text in self.texts)

    def mark(self, index: int, level: int) -> None:
        """Note that a block is a heading."""
        self.findings[index] = Finding.HEADING
        self.levels[index] = level

    def unmark(self, index: int, finding: Finding) -> None:
        """Note that a block which looked like a heading is something else."""
        self.findings[index] = finding
        self.levels.pop(index, None)
        self.numbered.discard(index)
        self.signed.pop(index, None)
        self.labels.pop(index, None)

    def following(self, index: int) -> int | None:
        """Return the index of the next block outside the table of contents."""
        for later in range(index + 1, len(self.blocks)):
            if self.findings[later] is not Finding.CONTENTS:
                return later
        return None

    def open_lines(self) -> list[int]:
        """Return the blocks that may yet be headings by their kind."""
        text, paragraph = Finding.TEXT, BlockKind.PARAGRAPH
        last = min(self.back_matter, len(self.blocks) - 1)
        return [
            index
            for index, (finding, plain) in enumerate(
                zip(self.findings[:last], self.blocks, strict=False)
            )
            if finding is text and plain.block.kind is paragraph
        ]
