"""Blocks set at a width: exact rows where somebody looks, estimated heights elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, chain

from postil.model.article import Block, BlockKind
from postil.text.graphemes import clusters
from postil.typeset.cells import CellLen, narrow
from postil.typeset.columns import columns, widest_line
from postil.typeset.direction import blanks_before, ends_at_the_right
from postil.typeset.frame import frame_of, gap_above
from postil.typeset.rows import Rows, WrappedRows
from postil.typeset.wrap import wrap, wrap_style

_KEPT = 4096
"""Blocks whose rows are remembered."""

_RAGGED = 3
"""Cells that a row of words leaves empty on average: about half a word."""

_LINE = 60
"""Code points that a line of code or verse is taken to fit in when heights are estimated."""

_BITE = 500
"""Blocks estimated at a time, in about a millisecond."""

_WIDE = (BlockKind.CODE, BlockKind.TABLE)
"""Blocks whose lines mean something by how their parts stand below one another."""

_STRETCH = 1024
"""Code points of a long block that count as one block when work is shared out."""

_SLOW_STRETCH = 128
"""The same for text beyond ASCII, whose cells may have to be counted character by character."""


class Typeset:
    """The blocks of an article as rows of cells, found by line and by character.

    Heights are estimates until ``count_rows`` or ``refine`` has counted the rows. Virtual lines
    (``at``, ``y_of``, ``height``) follow the counts with the next ``commit``, which ``resize``
    and a ``count_rows`` that changed something make themselves.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        width: int,
        cell_len: CellLen,
        pause: Callable[[], None] | None = None,
        *,
        wide: int = 0,
    ) -> None:
        """Set blocks ``width`` cells wide; nothing is wrapped yet.

        Code and tables may take ``wide`` cells before their lines are folded. ``pause`` is called
        every few milliseconds, as the work may run in a thread.
        """
        self._cell_len = cell_len
        self.width = width
        self.wide = max(width, wide)
        """Cells that there are for code and tables."""
        self.blocks = blocks
        self._gaps: list[int] = []
        self._sizes: list[int] = []
        self._least: list[int] = []
        for first in range(0, len(blocks), _BITE):
            if pause is not None:
                pause()
            self._estimate(blocks[first : first + _BITE], blocks[first - 1] if first else None)
        if self._gaps:
            self._gaps[0] = 0
        self.unfolded = False
        """Whether the lines of code and tables are whole, however wide they are."""
        self.resize(self.width, self.wide)

    def _estimate(self, blocks: Sequence[Block], before: Block | None) -> None:
        # Paragraphs, nearly all of an article, are told by identity: a call each would be felt.
        prose = BlockKind.PARAGRAPH
        gaps = [
            1 if block.kind is prose else gap_above(above, block)
            for above, block in zip(chain((before,), blocks), blocks, strict=False)
        ]
        self._gaps += gaps
        self._sizes += [
            len(block.text)
            if block.text.isascii() and "\n" not in block.text
            else _estimated_cells(block)
            for block in blocks
        ]
        self._least += [
            gap + 1 if "\n" not in block.text else gap + _least_rows(block)
            for gap, block in zip(gaps, blocks, strict=True)
        ]

    def resize(self, width: int, wide: int = 0, *, unfolded: bool = False) -> None:
        """Take another width, in cells, as it was given first; all heights are estimates again."""
        self.width, self.wide, self.unfolded = width, max(width, wide), unfolded
        self._rows: dict[int, Rows] = {}
        self._beyond: dict[int, int] = {}
        across = max(1, width - _RAGGED)
        self._slots = [
            size // across + least for size, least in zip(self._sizes, self._least, strict=True)
        ]
        self._exact = bytearray(len(self._slots))
        self._refined = 0
        self.commit()

    def commit(self) -> None:
        """Let virtual lines follow the counts made since."""
        self._starts = [0, *accumulate(self._slots)]

    @property
    def height(self) -> int:
        """Rows of the whole, gaps included; an estimate until everything is counted."""
        return self._starts[-1]

    def rows(self, block: int) -> Rows:
        """Return the rows of a block, exact."""
        found = self._rows.get(block)
        if found is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            found = self._rows[block] = self._wrapped(block)
        return found

    def slot(self, block: int) -> int:
        """Return the rows of a block as far as they are counted, without the gap above it."""
        return self._slots[block] - self._gaps[block]

    def gap(self, block: int) -> int:
        """Return the blank rows above a block."""
        return self._gaps[block]

    def at(self, y: int) -> tuple[int, int]:
        """Return the block and row of a virtual line, taking the nearest line there is.

        A negative row lies in the gap above the block. Without blocks it is (0, 0).
        """
        if not self._slots:
            return 0, 0
        y = min(max(y, 0), self.height - 1)
        block = bisect_right(self._starts, y) - 1
        return block, y - self._starts[block] - self._gaps[block]

    def y_of(self, block: int, row: int = 0) -> int:
        """Return the virtual line of a row; negative rows lie in the gap above."""
        if not self._slots:
            return 0
        return self._starts[block] + self._gaps[block] + row

    def row_of(self, block: int, offset: int) -> int:
        """Return the row that shows an offset of the block's text, or behind which it hangs."""
        return self.rows(block).holding(offset)

    def cell_of(self, block: int, row: int, offset: int) -> int:
        """Return the cell at which a character stands, indent included.

        An offset before or behind the row gives its first cell or the one behind its last.
        """
        shown = self.rows(block)[row]
        for further in shown.beside:
            if further.start <= offset:
                shown = further
        until = self.blocks[block].text[shown.start : max(shown.start, min(offset, shown.end))]
        if narrow(until):
            return shown.indent + len(until)
        text = self.blocks[block].text[shown.start : shown.end]
        cell = shown.indent
        for start, end in clusters(text):
            if shown.start + end > offset:
                break
            cell += self._cell_len(text[start:end])
        return cell

    def offset_at(self, block: int, row: int, cell: int) -> int:
        """Return the start of the character nearest to a cell of a row; an empty row's start."""
        shown = self.rows(block)[row]
        for further in shown.beside:
            if further.indent <= cell:
                shown = further
        text = self.blocks[block].text[shown.start : shown.end]
        wanted = cell - shown.indent
        if narrow(text):
            return shown.start + max(0, min(wanted, len(text) - 1))
        found = at = 0
        for start, end in clusters(text):
            if at > wanted:
                break
            width = self._cell_len(text[start:end])
            if width:
                found = start
            at += width
        return shown.start + found

    def beyond(self, block: int) -> int:
        """Return the cells that the widest line of code or of a table has no room for; 0 of all."""
        if self.blocks[block].kind not in _WIDE:
            return 0
        found = self._beyond.get(block)
        if found is None:
            indent = frame_of(self.blocks, block, self.wide, self._cell_len).indent
            widest = widest_line(self.blocks[block], self._cell_len)
            found = self._beyond[block] = max(0, widest - max(1, self.wide - indent))
        return found

    def count_rows(self, block: int, rows: int) -> bool:
        """Count rows from a block on until ``rows`` of them are exact; tell whether lines moved."""
        moved = False
        done = 0
        for at in range(max(0, block), len(self._slots)):
            self._count(at)
            slot = self._slots[at]
            moved = moved or self._starts[at + 1] - self._starts[at] != slot
            done += slot
            if done >= rows:
                break
        if moved:
            self.commit()
        return moved

    def refine(self, budget: int) -> bool:
        """Count the rows of ``budget`` more blocks; tell whether all are exact.

        Virtual lines follow when the caller commits.

        A long block counts as several, so that a call takes about the same time everywhere.
        """
        at = self._refined
        total = len(self._slots)
        while at < total and budget > 0:
            self._count(at)
            ascii_text = self.blocks[at].text.isascii()
            budget -= 1 + self._sizes[at] // (_STRETCH if ascii_text else _SLOW_STRETCH)
            at += 1
        self._refined = at
        return at >= total

    def _count(self, block: int) -> None:
        if self._exact[block]:
            return
        rows = self._rows.get(block)
        if rows is None:
            rows = self._wrapped(block)
        self._slots[block] = self._gaps[block] + len(rows)
        self._exact[block] = 1

    def _wrapped(self, index: int) -> Rows:
        block = self.blocks[index]
        across = self.wide if block.kind in _WIDE else self.width
        frame = frame_of(self.blocks, index, across, self._cell_len)
        room = max(1, across - frame.indent) + (self.beyond(index) if self.unfolded else 0)
        if block.cells:
            return columns(block, frame, room, self._cell_len)
        starts, ends, hangs = wrap(block.text, room, self._cell_len, wrap_style(block.kind))
        if ends_at_the_right(block):
            hangs = blanks_before(block.text, starts, ends, room, self._cell_len)
        return WrappedRows(starts, ends, hangs, frame)


def _least_rows(block: Block) -> int:
    return 1 + block.text.count("\n") if block.kind.lined else 1


def _estimated_cells(block: Block) -> int:
    size = len(block.text)
    coded = len(block.text.encode("utf-8", "surrogatepass"))
    if coded > 2 * size:
        # Wide characters take three bytes and two cells; other scripts rarely take over two bytes.
        size += (coded - size) // 2
    if block.kind.lined:
        size -= _LINE * _least_rows(block)
    return max(0, size)
