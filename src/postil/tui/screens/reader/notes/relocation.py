"""Putting a note back on its words, or on others, which the reader chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil import library
from postil.caret import Selection
from postil.model.note import Note
from postil.model.span import Span
from postil.text.quotes import in_marks
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.stage import Key, Notice, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle


class Relocation:
    """Lets the reader choose where a note stands; nothing is stored before that."""

    KEYS = (
        Key(
            "note.place",
            "P",
            "Place again",
            "Put the current note back on its words, or on others: choose them, Enter places it",
        ),
    )

    def __init__(
        self, stage: Stage, shown: ShownNotes, targets: Targets, changes: ChangeQueue
    ) -> None:
        self._stage = stage
        self._shown = shown
        self._targets = targets
        self._changes = changes
        self.note: Note | None = None
        """The note that waits for its words."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"note.place": self.begin}

    def begin(self) -> None:
        """Begin to put a note back; that of changed words begins with the words as they are."""
        self._stage.in_background(self._begin, opens=True)

    async def _begin(self) -> None:
        target = await self._targets.choose("place")
        if not isinstance(target, Note):
            self._stage.say("No note here to place: Tab goes to the next one.")
            return
        self.note = target
        span = self._shown.span_of(target)
        if target.whole:
            self._stage.page.selecting.begin()
        elif span is not None:
            self._stage.page.selecting.choose(Selection.over(span, extended=True))
            self._stage.page.viewport.reveal(span.start)
        else:
            self._go_near(target)
            self._stage.page.selecting.begin()
        self._stage.update_status()

    def _go_near(self, note: Note) -> None:
        """Show the part of the article in which the words stood, as far as that is known."""
        length = self._stage.article.length
        stood = self._shown.stood.get(note.id)
        if stood is None or stood.share is None:
            at = note.anchor.start
        else:
            at = round(stood.share * length)
        self._stage.page.selecting.choose(None)
        self._stage.page.paragraph.jump(min(at, max(0, length - 1)))

    def place_on(self, span: Span) -> bool:
        """Place the note on these words; tell whether one waited for them."""
        note = self.note
        if note is None:
            return False
        self._end()

        def place(open_article: OpenArticle) -> ChangeResult:
            library.annotating.place(self._stage.home, open_article, note, span)
            return ChangeResult("Note placed; u takes it back.", note.id)

        self._changes.commit(place)
        return True

    def cancel(self) -> bool:
        """Leave off placing a note; tell whether there was one."""
        note = self.note
        if note is None:
            return False
        self._end()
        self._shown.make_current(note.id)
        return True

    def _end(self) -> None:
        self.note = None
        self._stage.page.selecting.choose(None)
        self._stage.update_status()

    def notice(self) -> Notice | None:
        """Return what the status line says while a note is being placed."""
        if self.note is None:
            return None
        quote = in_marks(library.labels.shortened(self.note.anchor.quote))
        on = "the whole article" if self.note.whole else quote
        return Notice(f"Choose the words for the note on {on}\t", "")
