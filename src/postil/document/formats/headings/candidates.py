"""The units of a plain text as the finder of headings sees them, with its findings so far."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property

from postil.document.formats.headings.boilerplate import is_date
from postil.document.formats.layout.line_layout import Shape
from postil.document.formats.layout.plain_blocks import Unit
from postil.model.article import BlockKind
from postil.text.lazy_regex import lazily

_LONGEST_DATE = 40
"""Code points of a line that may be nothing but a date."""
NUMBERED = lazily(r"(?P<number>(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*)(?P<dot>\.?)\s+(?P<title>\S.*)$")


class Finding(Enum):
    """What a unit has been found to be."""

    TEXT = auto()
    HEADING = auto()
    CONTENTS = auto()
    LISTED = auto()
    """A numbered line among others of its kind."""


class Page:
    """Units, their shape, and what has been found of each; the rules fill in the findings."""

    def __init__(self, units: Sequence[Unit], shape: Shape, tail: int) -> None:
        self.units = units
        self.shape = shape
        self.tail = tail
        """Index of the first unit of the closing matter."""
        self.texts = [unit.block.text for unit in units]
        self.findings = [Finding.TEXT] * len(units)
        self.levels: dict[int, int] = {}
        """The headings found: index of the unit to level."""
        self.numbered: set[int] = set()
        """Those found by their numbers."""
        for index, unit in enumerate(units[:tail]):
            if unit.block.kind is BlockKind.HEADING:
                self.mark(index, unit.block.level)

    @cached_property
    def dates(self) -> int:
        """How many units are nothing but the date of a day."""
        return sum(len(text) <= _LONGEST_DATE and is_date(text) for text in self.texts)

    def mark(self, index: int, level: int) -> None:
        """Note that a unit is a heading."""
        self.findings[index] = Finding.HEADING
        self.levels[index] = level

    def unmark(self, index: int, finding: Finding) -> None:
        """Note that a unit which looked like a heading is something else."""
        self.findings[index] = finding
        self.levels.pop(index, None)
        self.numbered.discard(index)

    def following(self, index: int) -> int | None:
        """Return the index of the next unit outside the table of contents."""
        for later in range(index + 1, len(self.units)):
            if self.findings[later] is not Finding.CONTENTS:
                return later
        return None

    def open_lines(self) -> list[int]:
        """Return the units that may yet be headings by their kind."""
        return [
            index
            for index in range(min(self.tail, len(self.units) - 1))
            if self.findings[index] is Finding.TEXT
            and self.units[index].block.kind is BlockKind.PARAGRAPH
        ]
