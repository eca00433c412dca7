"""The current paragraph: which block keys act on, kept in sight wherever the reader goes."""

from __future__ import annotations

from typing import Protocol

from postil.model.position import ReadingPosition
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.viewport import Viewport

CONTEXT = 3
"""Rows that stay in sight above a place that was jumped to."""


class ParagraphView(Protocol):
    """What the current paragraph asks of the page."""

    def forget(self, *blocks: int) -> None:
        """Draw these blocks anew."""

    def publish_place(self) -> None:
        """Let whoever watches know where the reader is now."""


class JumpReports(Protocol):
    """What is reported of a place that the reader leaves."""

    def jumping(self, place: ReadingPosition) -> None:
        """Report the place, to come back to."""


class CurrentParagraph:
    """The index of the current paragraph's block, and the ways to make another one current."""

    def __init__(
        self, view: ParagraphView, viewport: Viewport, marks: NoteMarks, reports: JumpReports
    ) -> None:
        self._view = view
        self._viewport = viewport
        self._marks = marks
        self._reports = reports
        self.index = 0

    @property
    def start(self) -> int:
        """The code point at which it begins; 0 in an empty article."""
        article = self._viewport.article
        return article.starts[self.index] if article.blocks else 0

    def notes(self) -> list[str]:
        """Return the ids of the notes on it, by start, then by length."""
        article = self._viewport.article
        return self._marks.over(article.block_span(self.index)) if article.blocks else []

    def restart(self) -> None:
        """Make the first paragraph of another text current."""
        self.index = 0

    def stay_within(self) -> None:
        """Be a block that there is, when the text has been exchanged."""
        self.index = min(self.index, max(0, len(self._viewport.article.blocks) - 1))

    def follow(self, caret: int) -> None:
        """Be where words are being chosen; they are drawn, and no paragraph, as current."""
        self.index = self._viewport.article.block_at(caret)

    def make_current(self, block: int) -> None:
        """Make a block the current paragraph, or the nearest one that there is."""
        block = min(max(0, block), max(0, len(self._viewport.article.blocks) - 1))
        if block != self.index:
            before, self.index = self.index, block
            self._marks.show_now("")
            self._view.forget(before, block)
            self._view.publish_place()

    def keep_in_sight(self) -> None:
        """Keep the current paragraph if it is in sight, else take the first whole one."""
        viewport = self._viewport
        if not viewport.article.blocks:
            return
        first, last = viewport.visible_blocks()
        if first <= self.index <= last:
            return
        if viewport.typeset.y_of(first) < viewport.top and first < last:
            first += 1
        self.make_current(first)

    # -- going places

    def here(self) -> ReadingPosition:
        """Return the place to come back to: the top of the page and the current paragraph."""
        current = self.start if self._viewport.article.blocks else None
        return ReadingPosition(self._viewport.top_offset(), current)

    def leave(self) -> None:
        """Report the place that the reader is about to leave, to come back to."""
        self._reports.jumping(self.here())

    def jump(self, offset: int) -> None:
        """Go to a code point that may be far away; the reader can come back from there."""
        if self._viewport.article.blocks:
            self.leave()
            self.arrive(offset)

    def go_to(self, offset: int) -> None:
        """Bring the beginning of a section near the top; the reader can come back from there."""
        self.leave()
        self._viewport.place_offset(offset, 1)
        self.make_current(self._viewport.article.block_at(offset))
        self._view.publish_place()

    def arrive(self, offset: int) -> None:
        """Show a code point, and make its paragraph current."""
        viewport = self._viewport
        block = viewport.article.block_at(offset)
        viewport.typeset.count_rows(block, viewport.rows_on_screen)
        if not viewport.in_sight(offset):
            viewport.place_offset(offset, CONTEXT)
        viewport.sideways.follow(offset)
        self.make_current(block)
        self._view.publish_place()

    def come_to(self, where: ReadingPosition) -> None:
        """Come back to a place; its paragraph is current again as far as it is in sight."""
        viewport, article = self._viewport, self._viewport.article
        if not article.blocks:
            return
        viewport.place_offset(where.top)
        at = where.top if where.current is None else where.current
        block = article.block_at(min(at, article.length - 1))
        first, last = viewport.visible_blocks()
        if first <= block <= last:
            self.make_current(block)
        self._view.publish_place()
