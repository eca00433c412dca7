"""The reader screen while a note is put back on its words, or on others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from postil import library
from postil.caret import Selection
from postil.model.note import Colour, Note
from postil.model.span import Span
from postil.text.quotes import in_marks
from postil.tui.screens import reader_hints
from postil.tui.screens.done import Done
from postil.tui.screens.writing import WritingScreen

if TYPE_CHECKING:
    from postil.library.opened import Reading


class PlacingScreen(WritingScreen):
    """Lets the reader choose where a note stands; nothing is stored before that."""

    to_place: Note | None = None
    """The note that waits for its words."""

    @work
    async def action_place(self) -> None:
        """Begin to put a note back; that of changed words begins with the words as they are."""
        target = await self.target("place")
        if not isinstance(target, Note):
            self.say("No note here to place: Tab goes to the next one.")
            return
        self.to_place = target
        span = self.span_of(target)
        if span is not None:
            self.page.selecting.choose(Selection.over(span, extended=True))
            self.page.viewport.reveal(span.start)
        else:
            self._go_near(target)
            self.page.selecting.begin()
        self.tell()

    def _go_near(self, note: Note) -> None:
        """Show the part of the article in which the words stood, as far as that is known."""
        stood = self.stood.get(note.id)
        if stood is None or stood.share is None:
            at = note.anchor.start
        else:
            at = round(stood.share * self.article.length)
        self.page.selecting.choose(None)
        self.page.paragraph.jump(min(at, max(0, self.article.length - 1)))

    def mark_passage(self, span: Span, colour: Colour) -> None:
        """Mark a passage; while a note is being placed, place it there instead."""
        note = self.to_place
        if note is None:
            super().mark_passage(span, colour)
            return
        self._end_placing()

        def place(reading: Reading) -> Done:
            library.notes.place(self.home, reading, note, span)
            return Done("Note placed; u takes it back.", note.id)

        self.commit(place)

    def action_mark(self) -> None:
        """Mark, or place the note that is being placed; on one without a place, begin to."""
        now = self.note(self.page.marks.note_now)
        if self.to_place is not None and self.page.selection is None:
            self.say("Choose the words first: v chooses a sentence, / finds words.")
        elif self.to_place is None and now is not None and self.span_of(now) is None:
            self.action_place()
        else:
            super().action_mark()

    def action_escape(self) -> None:
        """Leave one thing; to leave off placing a note is one."""
        note = self.to_place
        if note is None or self.page.keys.pending or not self.page.has_focus:
            super().action_escape()
            return
        self._end_placing()
        self.note_now(note.id)

    def _end_placing(self) -> None:
        self.to_place = None
        self.page.selecting.choose(None)
        self.tell()

    def tell(self) -> None:
        """Say where the reader is, or which note is being placed."""
        super().tell()
        if self.to_place is not None:
            quote = in_marks(library.wording.shortened(self.to_place.anchor.quote))
            self.status.left = f"Choose the words for the note on {quote}\t"
            self.status.right = ""

    def offers(self) -> reader_hints.Offers:
        """Return what can be done now, also while a note is being placed."""
        if self.to_place is None or not self.page.has_focus:
            return super().offers()
        chosen = self.page.selection is not None
        return reader_hints.PLACING_HINTS if chosen else reader_hints.GOING_TO_PLACE
