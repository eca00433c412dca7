"""The reader screen with its notes: each in its place, and what became of them is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from postil import library
from postil.model.article import Block
from postil.model.note import Note, PlacedNote
from postil.model.span import Span
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted
from postil.tui.screens import reader_hints
from postil.tui.screens.done import Done
from postil.tui.screens.keeping import KeepingScreen
from postil.tui.startup.key_priority import Abandoned
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.page import Page
from postil.tui.widgets.paint import Highlight

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.notes.orphans import LastKnownPlace
    from postil.library.notes.placing import Placing


REFRESH_EVERY = 0.8
"""Seconds between two looks at what other processes and machines have written."""

TOLD = 10.0
"""Seconds for which it is told what became of the notes of an article that has changed."""


class NotedScreen(KeepingScreen):
    """Finds the places of the notes off the event loop, and shows what others write as well."""

    @dataclass
    class Changed(Message):
        """The notes of the article are others than before."""

        reading: OpenArticle
        placed: tuple[PlacedNote, ...]
        unplaced: int
        """Notes of which it is not yet known where they stand."""
        done: Done

    @dataclass
    class Arrived(Message):
        """Notes are there that were looked for."""

        blocks: tuple[Block, ...]
        """Of the article in which they were looked for."""
        placed: tuple[PlacedNote, ...]
        stood: Mapping[str, LastKnownPlace]
        unplaced: int = 0
        told: str = ""
        """What became of them, if that is to be told."""

    placed: tuple[PlacedNote, ...] = ()
    unplaced = 0
    """Notes of which it is not yet known where they stand."""
    changes = 0
    """How often the notes were others than before."""
    places: Placing | None = None
    """Knows where notes stand in the article that is shown."""
    note_wanted = ""
    """The id of the note to go to as soon as the notes are there."""
    _told_of: tuple[Block, ...] | None = None
    """The article of which it was told last what became of its notes."""

    def on_mount(self) -> None:
        """Make ready for keys, which may come before anything is begun."""
        self.pending: list[Highlight] = []
        self.stood: dict[str, LastKnownPlace] = {}
        self._posting = Lock()
        self._looking = self.errand.another()

    def begin(self) -> None:
        """Read on, and look for what others write from time to time."""
        super().begin()
        self.set_interval(REFRESH_EVERY, self.look_around)

    def on_unmount(self) -> None:
        """Look for no more places."""
        self._looking.drop()

    def use(self, reading: OpenArticle) -> None:
        """Take what is known of the article, and fetch its notes."""
        super().use(reading)
        self.fetch()

    # -- finding places, in threads

    @work(thread=True, group="refresh", exclusive=True)
    def look_around(self) -> None:
        """Show what another process or machine has written since."""
        if self.reading is not None and library.annotating.refresh(self.home):
            self.post_notes(Done())

    @work(thread=True, group="fetch", exclusive=True)
    def fetch(self) -> None:
        """Find the places of all notes; those that are known at once are shown meanwhile."""
        if self.reading is None:
            return
        reading, blocks = self.reading, self.reading.article.blocks
        told = self._told_of is blocks or library.versions.met(self.home, reading)
        self._told_of = blocks
        places = self._places(reading)
        stood = dict(self.stood)
        try:
            while True:
                with self._posting:
                    notes = library.annotating.mine(self.home, reading)
                    placed, others = places.now(notes)
                    lost = [one.note for one in placed if one.span is None]
                    lost = [note for note in lost if note.id not in stood]
                    if not others and not lost:
                        said = "" if told else library.versions.message(self.home, reading, placed)
                        self.post_message(self.Arrived(blocks, placed, stood, told=said))
                        return
                    self.post_message(self.Arrived(blocks, placed, {}, len(others)))
                places.find(
                    notes, library.annotating.records_of(self.home, reading), self._looking.step
                )
                stood |= library.orphans.last_known_places(self.home, lost, self._looking.step)
        except Abandoned:
            return

    @work(thread=True, group="note again", description="note again")
    def note_again(self, done: Done) -> None:
        """Show the notes in the text that has taken the place of another meanwhile."""
        self.post_notes(done)

    def post_notes(self, done: Done) -> None:
        """Show the notes as they are now, and what a change came to; a thread calls this."""
        if self.reading is None:
            return
        with self._posting:
            reading = library.opening.again(self.home, self.reading)
            notes = library.annotating.mine(self.home, reading)
            placed, others = self._places(reading).now(notes)
            self.post_message(self.Changed(reading, placed, len(others), done))

    def _places(self, reading: OpenArticle) -> Placing:
        article = reading.article
        if self.places is None or self.places.digest != article.digest:
            self.places = library.placing.Placing(self.home, article.text, article.digest)
        return self.places

    # -- showing notes

    @on(Changed)
    def changed(self, event: Changed) -> None:
        """Show the notes as they are on disk now."""
        self.changes += 1
        if event.reading.article.blocks is not self.article.blocks:
            self.note_again(event.done)
            return
        renewed = self.reading is None or event.reading.sources is not self.reading.sources
        self.reading = event.reading
        if renewed:
            super().use(event.reading)
        else:
            self.show_title(event.reading.article)
        self.unplaced = event.unplaced
        self.show_notes(event.placed)
        lost = {one.note.id for one in event.placed if one.span is None}
        if event.unplaced or not lost <= self.stood.keys():
            self.fetch()
        if event.done.note:
            self.note_now(event.done.note)
        if event.done.said:
            self.say(event.done.said)

    @on(Arrived)
    def arrive(self, event: Arrived) -> None:
        """Show notes in their places, and tell what became of them if that is news."""
        if event.blocks is not self.article.blocks:
            return
        self.stood.update(event.stood)
        self.unplaced = event.unplaced
        self.show_notes(event.placed)
        if not event.unplaced and self.note_wanted:
            self.go_to_note(self.note_wanted)
            self.note_wanted = ""
        if event.told:
            lost = any(one.span is None for one in event.placed)
            way = " Tab comes to what has no place, and P puts it back." if lost else ""
            self.say(f"{event.told}{way}", seconds=TOLD)

    def show_notes(self, placed: tuple[PlacedNote, ...]) -> None:
        """Show these notes on the page and in the margin."""
        self.tell_conflicts(self.placed, placed)
        self.placed = placed
        self.margin.show(placed, self.stood, self.article.length)
        self.page.lost = tuple(one.note.id for one in placed if one.span is None)
        self.show_highlights()
        if self.page.note_now and self.page.note_now not in {p.note.id for p in placed}:
            self.note_now("")
        self.tell()
        self.show_hints()

    def show_highlights(self) -> None:
        """Show the passages of the notes, and of those on their way to the disk."""
        shown = [
            Highlight(note.span, note.note.colour, note.note.id)
            for note in self.placed
            if note.span is not None
        ]
        both = sorted([*shown, *self.pending], key=lambda mark: (mark.span.start, len(mark.span)))
        self.page.show_highlights(tuple(both))

    # -- what the lines below the page say

    def noted_facts(self) -> list[str]:
        """Return how many notes there are, and how many have no place."""
        if self.unplaced:
            return [f"placing {notes_counted(self.unplaced)}…"]
        lost = len(self.page.lost)
        return [*super().noted_facts(), *([f"⚠ {lost} without a place"] if lost else [])]

    def tell(self) -> None:
        """Say where the reader is; of a note that is not as it was, say that instead."""
        super().tell()
        now = self._placed_now()
        if now is not None and now.placement.state in ("changed", "orphan"):
            quote = in_marks(library.labels.shortened(now.note.anchor.quote))
            if now.span is None:
                self.status.left = f"⚠ Without a place: {quote}\t"
                self.status.right = ""
            else:
                self.status.left = f"≠ Its words have changed; they were {quote}\t"
        elif now is not None and now.note.also:
            self.status.left = "Written in two places at once: a settles it\t"

    def note_now(self, note: str) -> None:
        """Make a note the current one; the keys that work depend on it."""
        super().note_now(note)
        self.show_hints()

    def offers(self) -> reader_hints.Offers:
        """Return what can be done now, with a note that is not as it was."""
        now = self._placed_now()
        if now is not None and self.page.has_focus and self.page.selection is None:
            if now.span is None:
                return reader_hints.LOST_HINTS
            if now.placement.state == "changed":
                return reader_hints.CHANGED_HINTS
        return super().offers()

    def _placed_now(self) -> PlacedNote | None:
        return next((one for one in self.placed if one.note.id == self.page.note_now), None)

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
        self.go_to_note(event.note)

    @on(Margin.Chosen)
    def choose_in_margin(self, event: Margin.Chosen) -> None:
        """Show the passage of a note chosen in the margin."""
        self.go_to_note(event.note)
        if event.go:
            self.leave_pane()

    def go_to_note(self, ident: str) -> None:
        """Make a note the current one, and show its passage if it has one."""
        note = self.note(ident)
        span = self.span_of(note) if note is not None else None
        if span is not None:
            self.page.arrive(span.start)
        self.note_now(ident)
