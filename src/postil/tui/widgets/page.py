"""The page as a whole: keys, mouse and the links in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from postil import caret
from postil.caret import Selection
from postil.model.article import Inline, InlineKind
from postil.model.span import Span
from postil.tui.widgets.joining_page import JoiningPage
from postil.tui.widgets.paint import Layer
from postil.typeset import Row

WHEEL_ROWS = 3
"""Rows that one notch of the wheel scrolls."""


class Page(JoiningPage):
    """The article on screen; reports what the reader does, draws what it is given."""

    @dataclass
    class NotePointedAt(Message):
        """The reader has clicked on the passage of a note, or stepped to it."""

        note: str
        """"" where there is no note to step to."""

    @dataclass
    class LinkWanted(Message):
        """The reader wants to follow a link or a footnote."""

        link: Inline
        words: str

    _drag_from: int | None = None
    _dragged = False

    @property
    def engaged(self) -> bool:
        """Whether the reader is in the middle of something that means these very words."""
        return self.selection is not None or self._drag_from is not None or bool(self.pending)

    # -- links

    def links_on_screen(self) -> Iterator[int]:
        """Yield the code points at which links on screen begin, in order."""
        if not self.article.blocks:
            return
        first, last = self.visible_blocks()
        for index in range(first, last + 1):
            start = self.article.starts[index]
            for link in self.article.blocks[index].inlines:
                if link.kind in LINKS and self._in_sight(start + link.start):
                    yield start + link.start

    def _label_links(self) -> None:
        self.labels = dict(zip(self.links_on_screen(), ascii_letters, strict=False))
        self.redraw()

    def _text(self, index: int, row: Row, style: Style, overlays: Sequence[Layer]) -> list[Segment]:
        """Draw a row's text, with the letters of the links before them.

        A letter stands on the blank before its link; where there is none, on the first character.
        """
        out = super()._text(index, row, style, overlays)
        if not self.labels:
            return out
        origin, text = self.article.starts[index], self.article.blocks[index].text
        for at, letter in self.labels.items():
            within = at - origin
            if row.start <= within < row.end:
                before = within > row.start and text[within - 1] == " "
                out = _over(out, within - row.start - before, Segment(letter, self.inks.label))
        return out

    def link_at(self, offset: int) -> Inline | None:
        """Return the link that holds a code point."""
        index = self.article.block_at(offset)
        within = offset - self.article.starts[index]
        for link in self.article.blocks[index].inlines:
            if link.kind in LINKS and link.start <= within < link.end:
                return link
        return None

    def follow(self, offset: int) -> None:
        """Report that the link at a code point is wanted."""
        if link := self.link_at(offset):
            text = self.article.blocks[self.article.block_at(offset)].text
            self.post_message(self.LinkWanted(link, text[link.start : link.end]))

    # -- the mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by exact rows, which virtual rows are not yet everywhere."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by exact rows, which virtual rows are not yet everywhere."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(-WHEEL_ROWS)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to choose, which a drag makes true."""
        if event.button == 1 and self.article.blocks:
            self.cancel()
            self._drag_from = self.offset_under(event.x, event.y)
            self._dragged = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose from where the button went down to the character under the pointer."""
        if self._drag_from is None:
            return
        if event.y < 0:
            self.scroll_rows(-1)
        elif event.y >= self.rows_on_screen:
            self.scroll_rows(1)
        row = min(max(event.y, 0), self.rows_on_screen - 1)
        head = self.offset_under(event.x, row)
        if head != self._drag_from or self._dragged:
            self._dragged = True
            self.select(Selection(self._drag_from, head, extended=True))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; what was chosen stays chosen."""
        self.release_mouse()
        self._drag_from = None

    def on_click(self, event: events.Click) -> None:
        """Choose a word or a paragraph by two or three clicks; one makes things current."""
        if self._dragged or not self.article.blocks or event.button != 1:
            self._dragged = False
            return
        offset = self.offset_under(event.x, event.y)
        if event.chain == 2:
            self.select(Selection.over(caret.word_at(self.article, offset), extended=True))
        elif event.chain >= 3:
            self.select(Selection.over(caret.paragraph_at(self.article, offset), extended=True))
        else:
            self._click_once(offset)

    def _click_once(self, offset: int) -> None:
        if self.selection is not None:
            self.select(None)
        self.make_current(self.article.block_at(offset))
        here = Span(offset, offset + 1)
        notes = [mark for mark in self.highlights if mark.note and mark.span.overlaps(here)]
        if notes:
            # Of several the shortest: it lies on top, and the others can be reached beside it.
            self.post_message(self.NotePointedAt(min(notes, key=lambda mark: len(mark.span)).note))
        elif self.link_at(offset):
            self.follow(offset)

    # -- notes within reach

    def notes_of_paragraph(self) -> list[str]:
        """Return the ids of the notes on the current paragraph, by start, then by length."""
        if not self.article.blocks:
            return []
        span = self.article.block_span(self.current)
        return [mark.note for mark in self.highlights if mark.note and mark.span.overlaps(span)]

    def note_beside(self, steps: int) -> str | None:
        """Return the note some steps on from the current one, or from the current paragraph."""
        marks = [mark for mark in self.highlights if mark.note]
        ids = [*(mark.note for mark in marks), *self.lost]
        if not ids:
            return None
        if self.note_now in ids:
            return ids[(ids.index(self.note_now) + steps) % len(ids)]
        here = self.article.starts[self.current] if self.article.blocks else 0
        at = bisect_right(marks, here - 1, key=lambda mark: mark.span.start)
        return ids[(at + steps - (steps > 0)) % len(ids)]

    def action_note_step(self, direction: int) -> None:
        """Make another note the current one; "" where there is none."""
        note = self.note_beside(direction * self.take_count())
        # The next key may come before the message is dealt with.
        self.show_note_now(note or self.note_now)
        self.post_message(self.NotePointedAt(note or ""))


LINKS = frozenset({InlineKind.LINK, InlineKind.FOOTNOTE, InlineKind.IMAGE})


def _over(line: list[Segment], at: int, sign: Segment) -> list[Segment]:
    """Put a sign over the character at an index of a row's text."""
    out: list[Segment] = []
    for segment in line:
        size = len(segment.text)
        if 0 <= at < size:
            before, behind = segment.text[:at], segment.text[at + 1 :]
            out += [Segment(before, segment.style), sign, Segment(behind, segment.style)]
        else:
            out.append(segment)
        at -= size
    return [segment for segment in out if segment.text]
