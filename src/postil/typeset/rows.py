"""Screen rows of a block, and which of them holds which of its words."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from postil.model.values import dataclass
from postil.typeset.frame import Frame


@dataclass(frozen=True, slots=True)
class Row:
    """One screen row of a block; blanks between two rows hang and are not drawn."""

    start: int
    """Code points within the block's text."""
    end: int
    indent: int
    """Cells before the text."""
    lead: str
    """What is drawn in the indent, never wider than it: a marker, bars, a label."""
    beside: tuple[Row, ...] = ()
    """What stands on the same screen row in further columns of a table, from left to right. The
    indent of each counts from the left of the page; its lead is the blanks before it."""


class Rows(Sequence[Row]):
    """The rows of a block, made when they are asked for: a block may have a million."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._row(at) for at in range(*index.indices(len(self)))]
        return self._row(range(len(self))[index])

    def reach(self, at: int) -> tuple[int, int | None]:
        """Return the first offset of a row, and the first behind what is shown on it.

        Blanks that hang are on it. None is the end of the block.
        """
        row = self[at]
        cells = (row, *row.beside)
        behind = max(cell.end for cell in cells)
        start = min(cell.start for cell in cells)
        return start, max(behind, self[at + 1].start) if at + 1 < len(self) else None

    @abstractmethod
    def holding(self, offset: int) -> int:
        """Return the index of the row that holds an offset; a hanging blank is in its row."""

    @abstractmethod
    def _row(self, at: int) -> Row: ...


@dataclass(frozen=True, slots=True)
class WrappedRows(Rows):
    """Rows that follow one another through the text."""

    starts: list[int]
    ends: list[int]
    hangs: list[int]
    """Cells by which each row is set in further than the frame; empty where none is."""
    frame: Frame

    def __len__(self) -> int:
        return len(self.starts)

    def reach(self, at: int) -> tuple[int, int | None]:
        """Return the first offset of a row, and the first of the next one."""
        starts = self.starts
        return starts[at], starts[at + 1] if at + 1 < len(starts) else None

    def holding(self, offset: int) -> int:
        """Return the index of the row that holds an offset; a hanging blank is in its row."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _row(self, at: int) -> Row:
        frame = self.frame
        lead = frame.further if at else frame.first
        hang = self.hangs[at] if self.hangs else 0
        if hang:
            lead = lead.ljust(frame.indent + hang - len(frame.sign)) + frame.sign
        return Row(self.starts[at], self.ends[at], frame.indent + hang, lead)
