"""The page while the reader reads: it moves, and keeps a current paragraph in sight."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import reactive

from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.tui.prefix import Pending
from postil.tui.widgets.noted_page import NotedPage
from postil.typeset import Typeset

CONTEXT = 3
"""Rows that stay in sight above a place that was jumped to."""


class ReadingPage(NotedPage):
    """Moves through the article and keeps a current paragraph in sight."""

    COUNTED = frozenset(
        f"page.{name}"
        for name in (
            "line-down", "line-up", "page-down", "page-up", "half-down", "half-up", "first", "last",
            "next-paragraph", "previous-paragraph", "next-section", "previous-section",
        )
    ) | {
        "find.next", "find.previous", "mark.mark", "note.next", "note.previous", "jump.back",
        "jump.forward",
    }  # fmt: skip
    """Ids of the bindings that a count may stand before."""

    spot: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """The virtual row at the top and the current paragraph; watch it to follow the reader.

    It is watched and not reported by a message, so that the lines around the page are drawn in
    the same frame as the page.
    """

    @dataclass
    class Jumping(Message):
        """The page is about to leave a place that the reader may want to come back to."""

        place: ReadingPosition

    @dataclass
    class Nothing(Message):
        """There is nothing here for the key that was pressed."""

        said: str

    @dataclass
    class Waiting(Message):
        """A prefix or a count was begun, went on or ended."""

        shown: str

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.pending = Pending()
        self.end_wanted = False
        """Whether to go to the end once all of the article is there."""

    def show(self, article: Article, typeset: Typeset) -> None:
        """Put the finished article in place; go to its end if that was asked for meanwhile."""
        super().show(article, typeset)
        if self.end_wanted:
            self.action_last()

    def renew(self, article: Article, typeset: Typeset, where: ReadingPosition) -> None:
        """Put another version of the article in place, and show this place of it."""
        above = max(0, -self._anchor[1])
        self._anchor = (0, 0)
        self.current = 0
        self.end_wanted = False
        self.show(article, typeset)
        self.redraw()
        self.come_to(where)
        self.place_offset(where.top, above)
        self.tell()

    # -- the current paragraph

    def scrolled(self) -> None:
        """Keep the current paragraph if it is in sight, else take the first whole one."""
        self.choose_current()
        self.tell()

    def visible_blocks(self) -> tuple[int, int]:
        """Return the first and the last block of which something is on screen."""
        top = self.top
        first, row = self.spot_at(top)
        last, row = self.spot_at(top + self.rows_on_screen - 1)
        if row < 0 and last > first:
            last -= 1
        return first, last

    def tell(self) -> None:
        """Let whoever watches know where the reader is now."""
        self.spot = (self.top, self.current)

    def choose_current(self) -> None:
        """Keep the current paragraph if it is in sight, else take the first whole one."""
        if not self.article.blocks:
            return
        first, last = self.visible_blocks()
        if first <= self.current <= last:
            return
        if self.typeset.y_of(first) < self.top and first < last:
            first += 1
        self.make_current(first)

    def make_current(self, block: int) -> None:
        """Make a block the current paragraph."""
        block = min(max(0, block), max(0, len(self.article.blocks) - 1))
        if block != self.current:
            before, self.current = self.current, block
            self.show_note_now("")
            self.forget(before, block)
            self.tell()

    def reveal(self, offset: int, rows: int = 1, context: int = 0) -> None:
        """Scroll only as far as needed to show a code point and some rows from there on."""
        if not self.article.blocks:
            return
        self.typeset.settle(self.article.block_at(offset), rows + self.rows_on_screen)
        row = self.row_on_screen(offset)
        room = self.rows_on_screen
        rows = min(rows, room)
        if row < 0 or rows > room:
            self.place_offset(offset, context)
        elif row + rows > room:
            self.scroll_rows(min(row, row + rows - room + context))

    def lift(self, offset: int) -> None:
        """Bring a code point into the upper part of the page, above a dialog that comes."""
        if self.article.blocks and self.row_on_screen(offset) > self.rows_on_screen // 4:
            self.place_offset(offset, 1)

    def jump(self, offset: int) -> None:
        """Go to a code point that may be far away; the reader can come back from there."""
        if not self.article.blocks:
            return
        self.post_message(self.Jumping(self.here()))
        self.arrive(offset)

    def arrive(self, offset: int) -> None:
        """Show a code point, and make its paragraph current."""
        block = self.article.block_at(offset)
        self.typeset.settle(block, self.rows_on_screen)
        row = self.row_on_screen(offset)
        if not 0 <= row < self.rows_on_screen:
            self.place_offset(offset, CONTEXT)
        self.make_current(block)
        self.tell()

    def here(self) -> ReadingPosition:
        """Return the place to come back to: the top of the page and the current paragraph."""
        starts = self.article.starts
        return ReadingPosition(self.top_offset(), starts[self.current] if starts else None)

    def come_to(self, where: ReadingPosition) -> None:
        """Come back to a place; its paragraph is current again as far as it is in sight."""
        if not self.article.blocks:
            return
        self.place_offset(where.top)
        at = where.top if where.current is None else where.current
        block = self.article.block_at(min(at, self.article.length - 1))
        first, last = self.visible_blocks()
        if first <= block <= last:
            self.make_current(block)
        self.tell()

    # -- what the keys do

    def take_count(self, otherwise: int = 1) -> int:
        """Return the count typed before this key, and clear it from the bottom line."""
        if self.pending:
            count = self.pending.take_count(otherwise)
            self.post_message(self.Waiting(self.pending.shown))
            return count
        return otherwise

    def action_rows(self, direction: int) -> None:
        """Scroll by lines; at either end move the current paragraph instead."""
        if not self.scroll_rows(direction * self.take_count()):
            self.make_current(self.current + direction)

    def action_pages(self, direction: int) -> None:
        """Scroll by pages, keeping one line of the old page in sight."""
        step = max(1, self.rows_on_screen - 1)
        self._leap(direction * step * self.take_count(), direction)

    def action_halves(self, direction: int) -> None:
        """Scroll by half pages."""
        self._leap(direction * max(1, self.rows_on_screen // 2) * self.take_count(), direction)

    def _leap(self, rows: int, direction: int) -> None:
        if not self.scroll_rows(rows) and self.article.blocks:
            self.make_current(self.visible_blocks()[1 if direction > 0 else 0])

    def action_first(self) -> None:
        """Go to the beginning, or to the paragraph of a count."""
        paragraph = self.take_count(0)
        starts = self.article.starts
        self.jump(starts[min(paragraph, len(self.article.blocks)) - 1] if paragraph else 0)

    def action_last(self) -> None:
        """Go to the end, or to the paragraph of a count."""
        paragraph = self.take_count(0)
        if paragraph:
            self.jump(self.article.starts[min(paragraph, len(self.article.blocks)) - 1])
            return
        self.end_wanted = not self.article.complete
        self.jump(max(0, self.article.length - 1))
        self.scroll_rows(self.typeset.height)
        self.make_current(len(self.article.blocks) - 1)

    def action_paragraphs(self, direction: int) -> None:
        """Make another paragraph current, scrolling only as needed."""
        before = self.current
        self.make_current(self.current + direction * self.take_count())
        if self.current == before:
            self._stay("paragraph", direction)
        if self.article.blocks:
            height = len(self.typeset.rows(self.current))
            self.reveal(self.article.starts[self.current], min(height, self.rows_on_screen))

    def action_sections(self, direction: int) -> None:
        """Go to the beginning of another section; where there is none, stay and say so."""
        count = self.take_count()
        starts = [section.span.start for section in self.article.sections]
        if not starts:
            self.post_message(self.Nothing("This article has no sections."))
            return
        here = self.article.starts[self.current]
        at = bisect_right(starts, here) - 1
        if direction < 0 and at >= 0 and here > starts[at]:
            count -= 1
        target = starts[min(max(at + direction * count, 0), len(starts) - 1)]
        if (target - here) * direction <= 0:
            self._stay("section", direction)
            return
        self.post_message(self.Jumping(self.here()))
        self.place_offset(target, 1)
        self.make_current(self.article.block_at(target))
        self.tell()

    def _stay(self, what: str, direction: int) -> None:
        """Say that there is nothing further on in this direction."""
        if direction < 0:
            self.post_message(self.Nothing(f"No {what} before this one."))
        elif self.article.complete:
            self.post_message(self.Nothing(f"No {what} after this one."))
        else:
            self.post_message(self.Nothing(f"No {what} after this one yet: it is being read."))
