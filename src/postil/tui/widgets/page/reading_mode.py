"""Reading mode: what the keys do that move through the article."""

from __future__ import annotations

from bisect import bisect_right
from typing import Protocol

from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.key_sequence import Counts, Verb
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.viewport import Viewport

ALL_SHOWN = "No line of code or of a table in sight goes on further right."
ALL_FOLDED = "Code and tables are folded to the page already."


class ReadingReports(Protocol):
    """What is reported of keys that move."""

    def nothing(self, said: str) -> None:
        """Report that a key finds nothing to act on."""

    def note_pointed_at(self, note: str) -> None:
        """Report which note is wanted; "" where there is none."""


class ReadingMode:
    """Moves by lines, pages, paragraphs, sections and notes, each as often as a count says."""

    def __init__(
        self,
        viewport: Viewport,
        paragraph: CurrentParagraph,
        marks: NoteMarks,
        counts: Counts,
        reports: ReadingReports,
    ) -> None:
        self._viewport = viewport
        self._paragraph = paragraph
        self._marks = marks
        self._counts = counts
        self._reports = reports
        self.end_wanted = False
        """Whether to go to the end once all of the article is there."""

    @property
    def verbs(self) -> dict[str, Verb]:
        """What its keys are bound to."""
        return {
            "rows": self.rows,
            "pages": self.pages,
            "halves": self.halves,
            "first": self.first,
            "last": self.last,
            "paragraphs": self.paragraphs,
            "sections": self.sections,
            "note_step": self.note_step,
            "slide": self.slide,
        }

    def rows(self, direction: int) -> None:
        """Scroll by lines; at either end move the current paragraph instead."""
        if not self._viewport.scroll_rows(direction * self._counts.take_count()):
            self._paragraph.make_current(self._paragraph.index + direction)

    def pages(self, direction: int) -> None:
        """Scroll by pages, keeping one line of the old page in sight."""
        step = max(1, self._viewport.rows_on_screen - 1)
        self._leap(direction * step * self._counts.take_count(), direction)

    def halves(self, direction: int) -> None:
        """Scroll by half pages."""
        step = max(1, self._viewport.rows_on_screen // 2)
        self._leap(direction * step * self._counts.take_count(), direction)

    def _leap(self, rows: int, direction: int) -> None:
        if not self._viewport.scroll_rows(rows) and self._viewport.article.blocks:
            self._paragraph.make_current(self._viewport.visible_blocks()[direction > 0])

    def first(self) -> None:
        """Go to the beginning, or to the paragraph of a count."""
        number = self._counts.take_count(0)
        self._paragraph.jump(self._start_of(number) if number else 0)

    def last(self) -> None:
        """Go to the end, or to the paragraph of a count."""
        if number := self._counts.take_count(0):
            self._paragraph.jump(self._start_of(number))
            return
        article = self._viewport.article
        self.end_wanted = not article.complete
        self._paragraph.jump(max(0, article.length - 1))
        self._viewport.scroll_rows(self._viewport.typeset.height)
        self._paragraph.make_current(len(article.blocks) - 1)

    def _start_of(self, number: int) -> int:
        """Return where a paragraph begins, counted from 1, or the last one that there is."""
        article = self._viewport.article
        return article.starts[min(number, len(article.blocks)) - 1]

    def paragraphs(self, direction: int) -> None:
        """Make another paragraph current, scrolling only as needed."""
        viewport, paragraph = self._viewport, self._paragraph
        before = paragraph.index
        paragraph.make_current(before + direction * self._counts.take_count())
        if paragraph.index == before:
            self._stay("paragraph", direction)
        if viewport.article.blocks:
            height = len(viewport.typeset.rows(paragraph.index))
            viewport.reveal(paragraph.start, min(height, viewport.rows_on_screen))

    def sections(self, direction: int) -> None:
        """Go to the beginning of another section; where there is none, stay and say so."""
        article = self._viewport.article
        count = self._counts.take_count()
        starts = [section.span.start for section in article.sections]
        if not starts:
            self._reports.nothing("This article has no sections.")
            return
        here = self._paragraph.start
        at = bisect_right(starts, here) - 1
        if direction < 0 and at >= 0 and here > starts[at]:
            count -= 1
        target = starts[min(max(at + direction * count, 0), len(starts) - 1)]
        if (target - here) * direction <= 0:
            self._stay("section", direction)
            return
        self._paragraph.go_to(target)

    def note_step(self, direction: int) -> None:
        """Make another note the current one; "" where there is none."""
        steps = direction * self._counts.take_count()
        note = self._marks.beside(steps, self._paragraph.start)
        # The next key may come before the message is dealt with.
        self._marks.show_now(note or self._marks.note_now)
        self._reports.note_pointed_at(note or "")

    def slide(self, direction: int) -> None:
        """Show what stands further right in code and tables, or left; at their left fold them."""
        if not self._viewport.sideways.slide(direction * self._counts.take_count()):
            self._reports.nothing(ALL_SHOWN if direction > 0 else ALL_FOLDED)

    def _stay(self, what: str, direction: int) -> None:
        """Say that there is nothing further on in this direction."""
        if direction < 0:
            self._reports.nothing(f"No {what} before this one.")
        elif self._viewport.article.complete:
            self._reports.nothing(f"No {what} after this one.")
        else:
            self._reports.nothing(f"No {what} after this one yet: it is being read.")
