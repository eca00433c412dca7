"""Which note or passage a key of the notes acts on; where it is not plain, the reader is asked."""

from __future__ import annotations

import asyncio

from postil import library
from postil.model.note import Note
from postil.model.span import Span
from postil.tui.dialogs.frame.others import agreed
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Stage

QUOTED = 60
"""Characters of a passage that name it in a question."""


class Targets:
    """Finds out what is meant."""

    def __init__(self, stage: Stage, shown: ShownNotes) -> None:
        self._stage = stage
        self._shown = shown

    async def choose(self, what: str) -> Note | Span | None:
        """Return what a key acts on: the selection, the current note, or one of the paragraph's.

        Where the paragraph has several notes a list asks which; None means that nothing was chosen.
        Before a note of somebody else's is changed that is asked, and a no ends what was begun.
        """
        found = await self.pick(what)
        if isinstance(found, Note):
            await self.consent(found, "Delete" if what == "delete" else "Change")
        return found

    async def consent(self, note: Note, does: str = "Change") -> None:
        """Ask before a note of somebody else's is changed; a no ends what was begun."""
        error = library.makers.refused(self._stage.home, [note])
        if not await agreed(self._stage.ask, error, does):
            raise asyncio.CancelledError

    async def pick(self, what: str) -> Note | Span | None:
        """Return what is meant, without a question whether it may be changed."""
        page, shown = self._stage.page, self._shown
        if page.passage is not None:
            return shown.on_passage(page.passage) or page.passage
        if (now := shown.current) is not None:
            return now.note
        found = [note for ident in page.paragraph.notes() if (note := shown.note(ident))]
        if len(found) == 1:
            return found[0]
        if not found:
            return shown.passage() if self._stage.article.blocks else None
        from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne

        rows = [
            Choice(note.id, note.anchor.quote[:QUOTED], note.body or ", ".join(note.tags))
            for note in found
        ]
        chosen = await self._stage.ask(ChooseOne(f"Which note to {what}?", rows))
        return shown.note(chosen) if chosen else None

    def quote(self, target: Note | Span) -> str:
        """Return the words that a note or a span is about."""
        return (
            target.anchor.quote
            if isinstance(target, Note)
            else self._stage.page.viewport.words(target)
        )

    def start_of(self, target: Note | Span) -> int | None:
        """Return where the words begin that a note or a span is about."""
        span = self._shown.span_of(target) if isinstance(target, Note) else target
        return None if span is None else span.start
