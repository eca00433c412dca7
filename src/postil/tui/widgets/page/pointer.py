"""The mouse on the page: what a click means, and what is chosen by a drag."""

from __future__ import annotations

from typing import Protocol

from postil import caret
from postil.caret import Selection
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.link_labels import LinkLabels
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.selecting.mode import SelectionMode
from postil.tui.widgets.page.viewport import Viewport

WHEEL_ROWS = 3
"""Rows that one notch of the wheel scrolls."""


class PointReports(Protocol):
    """What is reported of a click."""

    def note_pointed_at(self, note: str) -> None:
        """Report the note whose passage was clicked on."""


class Pointer:
    """Chooses to the character by a drag, words and paragraphs by several clicks."""

    def __init__(
        self,
        viewport: Viewport,
        paragraph: CurrentParagraph,
        selecting: SelectionMode,
        marks: NoteMarks,
        links: LinkLabels,
        reports: PointReports,
    ) -> None:
        self._viewport = viewport
        self._paragraph = paragraph
        self._selecting = selecting
        self._marks = marks
        self._links = links
        self._reports = reports
        self._from: int | None = None
        """The code point at which the button went down; None while it is up."""
        self._dragged = False

    @property
    def held(self) -> bool:
        """Whether the button is down."""
        return self._from is not None

    def press(self, x: int, y: int) -> None:
        """Begin to choose at a cell, which a drag makes true."""
        self._from = self._viewport.offset_under(x, y)
        self._dragged = False

    def move(self, x: int, y: int) -> None:
        """Choose from where the button went down to a cell; beyond the page, scroll to it."""
        if self._from is None:
            return
        viewport = self._viewport
        if y < 0:
            viewport.scroll_rows(-1)
        elif y >= viewport.rows_on_screen:
            viewport.scroll_rows(1)
        head = viewport.offset_under(x, min(max(y, 0), viewport.rows_on_screen - 1))
        if head != self._from or self._dragged:
            self._dragged = True
            self._selecting.choose(Selection(self._from, head, extended=True))

    def wheel(self, direction: int, *, aside: bool) -> None:
        """Scroll by a notch of the wheel, or show more of code and tables at one side."""
        if aside:
            self._viewport.sideways.slide(direction)
        else:
            self._viewport.scroll_rows(direction * WHEEL_ROWS)

    def let_go(self) -> None:
        """End a drag; what was chosen stays chosen."""
        self._from = None

    def click(self, x: int, y: int, times: int) -> None:
        """Choose a word or a paragraph by two or three clicks; one makes things current.

        The click that ends a drag means nothing.
        """
        article = self._viewport.article
        if self._dragged or not article.blocks:
            self._dragged = False
            return
        offset = self._viewport.offset_under(x, y)
        if times == 1:
            self._click_once(offset)
            return
        around = caret.word_at if times == 2 else caret.paragraph_at
        self._selecting.choose(Selection.over(around(article, offset), extended=True))

    def _click_once(self, offset: int) -> None:
        if self._selecting.selection is not None:
            self._selecting.choose(None)
        self._paragraph.make_current(self._viewport.article.block_at(offset))
        if note := self._marks.uppermost(offset):
            self._reports.note_pointed_at(note)
        else:
            self._links.follow(offset)
