"""The reader screen while notes are made and changed; nothing counts until it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.model.note import Colour, Note
from postil.model.span import Span
from postil.tui.screens.done import Done
from postil.tui.screens.noted import NotedScreen
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.view import ArticleView

if TYPE_CHECKING:
    from postil.library.opened import Reading


SHEET_BESIDE = 150
"""Terminal width, in cells, from which a dialog stands beside the text and not below it."""

Answer = TypeVar("Answer")

Verb = Callable[["Reading"], Done]


class AnnotatingScreen(NotedScreen):
    """Commits changes one after the other, off the event loop, and shows what came of them."""

    committing = 0
    """Changes that are on their way to the disk."""
    asking = 0
    """Dialogs that are open; what they are about stays on the page meanwhile."""

    def on_mount(self) -> None:
        """Make ready to commit before the first key comes."""
        self._commits = asyncio.Lock()

    # -- changing

    def commit(self, verb: Verb, pending: Highlight | None = None) -> None:
        """Carry out a change in a thread, in the order of asking; then show what came of it.

        It is made on the text that is shown now, even if another version takes its place.
        """
        if pending is not None:
            self.pending.append(pending)
            self.show_highlights()
        self.committing += 1
        self._commit(verb, pending, self.reading)

    @work(group="store", description="commit")
    async def _commit(self, verb: Verb, pending: Highlight | None, shown: Reading | None) -> None:
        try:
            await self._carry_out(verb, pending, shown)
        finally:
            self.committing -= 1

    async def _carry_out(
        self, verb: Verb, pending: Highlight | None, shown: Reading | None
    ) -> None:
        try:
            shown = shown or await self.settled()
            async with self._commits:
                now = self.reading
                if now is not None and now.article.blocks is shown.article.blocks:
                    shown = now
                done = await asyncio.to_thread(verb, shown)
        except PostilError as error:
            self.complain(error)
            return
        finally:
            if pending is not None:
                self.pending.remove(pending)
                self.show_highlights()
                self.tell()
        await asyncio.to_thread(self.post_notes, done)

    async def ask(self, dialog: Screen[Answer], about: int | None = None) -> Answer | None:
        """Open a dialog and return its answer; the words it is about stay in sight above it.

        Keys that were typed before it had the focus are handed to it.
        """
        if about is not None and self.size.width < SHEET_BESIDE:
            self.page.viewport.lift(about)
        self.asking += 1
        try:
            answer = self.app.push_screen(dialog, wait_for_dismiss=True)
            while not answer.done() and dialog.focused is None:
                await asyncio.sleep(0.01)
            self.page.keys.release()
            return await answer
        finally:
            self.asking -= 1

    # -- marking

    @on(ArticleView.MarkWanted)
    def mark_wanted(self, event: ArticleView.MarkWanted) -> None:
        """Mark a passage in the colour asked for."""
        self.mark_passage(event.span, event.colour or self.look.colour)

    def action_mark(self) -> None:
        """Mark the selection, or the current paragraph, or recolour the current note."""
        count = self.page.keys.take_count(0)
        colours = list(Colour)
        colour = colours[count - 1] if 1 <= count <= len(colours) else self.look.colour
        if not self.article.blocks:
            return
        current = self.note(self.page.marks.note_now)
        if self.page.selection is None and current is not None:
            self.recolour(current, colour)
        else:
            self.mark_passage(self.passage(), colour)

    def mark_passage(self, span: Span, colour: Colour) -> None:
        """Put a highlight on a passage; one that is there is recoloured."""
        self.page.selecting.choose(None)
        if colour != self.look.colour:
            self.keep_look(replace(self.look, colour=colour))
        if (there := self.same_passage(span)) is not None:
            self.recolour(there, colour)
            return

        def make(reading: Reading) -> Done:
            note = library.notes.annotate(self.home, reading, span, colour=colour)
            return Done(note=note.id)

        self.commit(make, Highlight(span, colour, ""))

    def recolour(self, note: Note, colour: Colour) -> None:
        """Give a note another colour."""
        if note.colour == colour:
            self.say(f"Already marked {colour}; 1-5 before Enter choose a colour.")
            return

        def change(_: Reading) -> Done:
            library.notes.change(self.home, note, colour=colour)
            return Done(f"Now {colour}.", note.id)

        self.commit(change)

    # -- taking back

    def action_undo(self) -> None:
        """Take the last change back."""
        self.commit(lambda _: Done(library.undoing.undo(self.home)))

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self.commit(lambda _: Done(library.undoing.redo(self.home)))
