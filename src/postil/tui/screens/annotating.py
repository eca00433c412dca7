"""The reader screen while notes are made and changed; nothing counts until it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.model.note import Colour, Note, PlacedNote
from postil.model.span import Span
from postil.tui.saying import notes_counted
from postil.tui.screens.finding import FindingScreen
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.page import Page
from postil.tui.widgets.paint import Highlight

if TYPE_CHECKING:
    from postil.library.opened import Reading


REFRESH_EVERY = 0.8
"""Seconds between two looks at what other processes and machines have written."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a change came to."""

    said: str = ""
    """A sentence for the reader, or "" where the page says it all."""
    note: str = ""
    """The id of the note that is current now."""


SHEET_BESIDE = 150
"""Terminal width, in cells, from which a dialog stands beside the text and not below it."""

Answer = TypeVar("Answer")

Verb = Callable[["Reading"], Done]


class AnnotatingScreen(FindingScreen):
    """Commits changes one after the other, off the event loop, and shows what came of them."""

    @dataclass
    class Changed(Message):
        """The notes of the article are others than before."""

        reading: Reading
        placed: tuple[PlacedNote, ...]
        done: Done

    placed: tuple[PlacedNote, ...] = ()
    _warned = False

    def begin(self) -> None:
        """Read on, and look for what others write from time to time."""
        self._commits = asyncio.Lock()
        self._pending: list[Highlight] = []
        super().begin()
        self.set_interval(REFRESH_EVERY, self.look_around)

    @on(FindingScreen.Settled)
    def warn(self) -> None:
        """Say once what is wrong with the notes file."""
        if not self._warned and self.home.trouble is not None:
            self.complain(self.home.trouble)
        self._warned = True

    def use(self, reading: Reading) -> None:
        """Take what is known of the article, and fetch its notes."""
        super().use(reading)
        self.fetch()

    # -- what others write

    @work(thread=True, group="refresh", exclusive=True)
    def look_around(self) -> None:
        """Show what another process or machine has written since."""
        if self.reading is not None and library.notes.refresh(self.home):
            self._post_notes(self.reading, Done())

    @work(thread=True, group="fetch", exclusive=True)
    def fetch(self) -> None:
        """Fetch the notes for the first time."""
        if self.reading is not None:
            placed = library.notes.of(self.home, self.reading)
            self.app.call_from_thread(self.show_notes, placed)

    def _post_notes(self, reading: Reading, done: Done) -> None:
        reading = library.articles.again(self.home, reading)
        self.post_message(self.Changed(reading, library.notes.of(self.home, reading), done))

    # -- changing

    @work(group="store", description="commit")
    async def commit(self, verb: Verb, pending: Highlight | None = None) -> None:
        """Carry out a change in a thread, in the order of asking; then show what came of it."""
        if pending is not None:
            self._pending.append(pending)
            self._show_highlights()
        try:
            reading = await self.settled()
            async with self._commits:
                done = await asyncio.to_thread(verb, self.reading or reading)
        except PostilError as error:
            self.complain(error)
            return
        finally:
            if pending is not None:
                self._pending.remove(pending)
                self._show_highlights()
                self.tell()
        await asyncio.to_thread(self._post_notes, reading, done)

    @on(Changed)
    def changed(self, event: Changed) -> None:
        """Show the notes as they are on disk now."""
        renewed = self.reading is None or event.reading.sources is not self.reading.sources
        self.reading = event.reading
        if renewed:
            super().use(event.reading)
        else:
            self.show_title(event.reading.article)
        self.show_notes(event.placed)
        if event.done.note:
            self.note_now(event.done.note)
        if event.done.said:
            self.say(event.done.said)

    def show_notes(self, placed: tuple[PlacedNote, ...]) -> None:
        """Show these notes on the page and in the margin."""
        lost = sum(note.span is None for note in placed) - sum(n.span is None for n in self.placed)
        self.placed = placed
        self.margin.notes = placed
        self._show_highlights()
        if self.page.note_now and self.page.note_now not in {p.note.id for p in placed}:
            self.note_now("")
        if lost > 0:
            self.say(f"{notes_counted(lost)} found no place here: B lists them as orphans.")
        self.tell()

    def _show_highlights(self) -> None:
        shown = [
            Highlight(note.span, note.note.colour, note.note.id)
            for note in self.placed
            if note.span is not None
        ]
        both = sorted([*shown, *self._pending], key=lambda mark: (mark.span.start, len(mark.span)))
        self.page.show_highlights(tuple(both))

    async def ask(self, dialog: Screen[Answer], about: int | None = None) -> Answer | None:
        """Open a dialog and return its answer; the words it is about stay in sight above it.

        Keys that were typed before it had the focus are handed to it.
        """
        if about is not None and self.size.width < SHEET_BESIDE:
            self.page.lift(about)
        answer = self.app.push_screen(dialog, wait_for_dismiss=True)
        while not answer.done() and dialog.focused is None:
            await asyncio.sleep(0.01)
        self.page.release()
        return await answer

    # -- which note is meant

    def noted(self) -> Span | None:
        """Return the passage of the current note, if there is one."""
        note = self.note(self.page.note_now)
        return None if note is None else self.span_of(note)

    def note(self, ident: str) -> Note | None:
        """Return a note of this article by its id."""
        return next((p.note for p in self.placed if p.note.id == ident), None)

    def span_of(self, note: Note) -> Span | None:
        """Return where a note lies in the article."""
        return next((p.span for p in self.placed if p.note.id == note.id), None)

    def same_passage(self, span: Span) -> Note | None:
        """Return the note that lies on exactly this passage, if there is one."""
        return next((p.note for p in self.placed if p.span == span), None)

    @on(Page.NotePointedAt)
    def point_at(self, event: Page.NotePointedAt) -> None:
        """Make a note the current one, and show its passage."""
        if not event.note:
            self.say("No notes in this article yet: v chooses words, a writes a note on them.")
            return
        self._go_to_note(event.note)

    @on(Margin.Chosen)
    def choose_in_margin(self, event: Margin.Chosen) -> None:
        """Show the passage of a note chosen in the margin."""
        self._go_to_note(event.note)
        if event.go:
            self.leave_pane()

    def _go_to_note(self, ident: str) -> None:
        note = self.note(ident)
        span = self.span_of(note) if note is not None else None
        if span is not None:
            self.page.arrive(span.start)
        self.note_now(ident)

    # -- marking

    @on(Page.MarkWanted)
    def mark_wanted(self, event: Page.MarkWanted) -> None:
        """Mark a passage in the colour asked for."""
        self.mark_passage(event.span, event.colour or self.look.colour)

    def action_mark(self) -> None:
        """Mark the selection, or the current paragraph, or recolour the current note."""
        count = self.page.take_count(0)
        colours = list(Colour)
        colour = colours[count - 1] if 1 <= count <= len(colours) else self.look.colour
        if not self.article.blocks:
            return
        current = self.note(self.page.note_now)
        if self.page.selection is None and current is not None:
            self.recolour(current, colour)
        else:
            self.mark_passage(self.passage(), colour)

    def mark_passage(self, span: Span, colour: Colour) -> None:
        """Put a highlight on a passage; one that is there is recoloured."""
        self.page.select(None)
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
