"""The notes that are shown, each in its place, and which of them is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from postil import library
from postil.model.note import Note, PlacedNote
from postil.model.placed_notes import PlacedNotes
from postil.model.span import Span
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted
from postil.tui.screens.reader.stage import Notice, Stage
from postil.tui.widgets.page.note_marks import Highlight

if TYPE_CHECKING:
    from postil.library.browsing.linking import Backlinks
    from postil.library.notes.orphans import LastKnownPlace
    from postil.tui.widgets.margin import Margin


class ShownNotes:
    """Shows notes on the page and in the margin; one of them may be the current one."""

    def __init__(self, stage: Stage, margin: Margin) -> None:
        self._stage = stage
        self._margin = margin
        margin.text.maker, margin.text.links = self._maker, self._links
        self._backlinks: Backlinks = {}
        """Links among the notes that are shown, by where they lead to."""
        self._notes = PlacedNotes()
        self._highlights: dict[str, tuple[PlacedNote, Highlight]] = {}
        """Of each note that has a place, as it was when it was shown last."""
        self.unplaced = 0
        """Notes of which it is not yet known where they stand."""
        self._known = False
        """Whether the notes were read at all."""
        self.stood: dict[str, LastKnownPlace] = {}
        """Where the words of notes without a place stood, by the ids of the notes."""
        self._pending: list[Highlight] = []

    # -- showing notes

    @property
    def placed(self) -> tuple[PlacedNote, ...]:
        """All notes, by start, then by length, those without a place last."""
        return self._notes.all

    def show(self, placed: tuple[PlacedNote, ...], unplaced: int | None = None) -> None:
        """Show these notes, and tell of those that were written in two places at once.

        ``unplaced`` says of how many others the place is not yet known, if that is news.
        """
        if unplaced is not None:
            self.unplaced, self._known = unplaced, True
        if conflict := conflicts(self.placed, placed):
            self._stage.say(conflict)
        self._notes = notes = PlacedNotes(placed)
        back = library.linking.backlinks_of(one.note for one in placed)
        if back != self._backlinks:
            self._backlinks = back
            self._margin.text.set_anew()
        page = self._stage.page
        loading = bool(self.unplaced) or not self._known
        self._margin.show(notes, self.stood, self._stage.article.length, loading=loading)
        page.marks.lost = tuple(one.note.id for one in placed[notes.standing :])
        self._show_highlights()
        if page.marks.note_now and self.note(page.marks.note_now) is None:
            self.make_current("")
        self._stage.update_status()
        self._stage.show_hints()

    def _maker(self, note: Note) -> str:
        """Return who else has made a note; "" for the reader's own."""
        return library.makers.other(self._stage.home, note)

    def _links(self, note: Note) -> list[str]:
        """Return what a note points to, and what on this article points to it."""
        if not note.links and note.id not in self._backlinks:
            return []
        found = library.linking.linked(self._stage.home, note, self._backlinks)
        return [one.sentence for one in found]

    def _show_highlights(self) -> None:
        """Show the passages of the notes; a note that stays as it was keeps its highlight."""
        before, now = self._highlights, dict[str, tuple[PlacedNote, Highlight]]()
        for one in self.placed[: self._notes.standing]:
            known = before.get(one.note.id)
            now[one.note.id] = known if known and known[0] is one else (one, _highlight(one))
        self._highlights = now
        self._stage.page.marks.show(tuple(mark for _, mark in now.values()))

    def clear(self) -> None:
        """Show no notes, because their text is about to go."""
        self.make_current("")
        self.show(())

    def show_next_version(
        self, before: tuple[PlacedNote, ...], placed: tuple[PlacedNote, ...], current: str
    ) -> None:
        """Show notes in another version of the text; of what was shown ``before`` only news."""
        self._notes = PlacedNotes(before)
        self.show(placed)
        if current and self.note(current) is not None:
            self.make_current(current)

    def learn(self, stood: Mapping[str, LastKnownPlace]) -> None:
        """Take where the words of notes without a place stood."""
        self.stood.update(stood)

    def add_pending(self, mark: Highlight) -> None:
        """Show a highlight that is on its way to the disk."""
        self._pending.append(mark)
        self._stage.page.marks.show_pending(self._pending)

    def drop_pending(self, mark: Highlight) -> None:
        """Show a highlight as pending no more: it is on disk, or cannot be."""
        self._pending.remove(mark)
        self._stage.page.marks.show_pending(self._pending)

    # -- which note is meant

    def make_current(self, ident: str) -> None:
        """Make a note the current one, "" for none; the keys that work depend on it."""
        self._stage.page.marks.show_now(ident)
        self._margin.current = ident
        self._stage.update_status()
        self._stage.show_hints()

    @property
    def current(self) -> PlacedNote | None:
        """The current note, if there is one."""
        return self._notes.find(self._stage.page.marks.note_now)

    def note(self, ident: str) -> Note | None:
        """Return a note of this article by its id."""
        found = self._notes.find(ident)
        return None if found is None else found.note

    def span_of(self, note: Note) -> Span | None:
        """Return where a note lies in the article."""
        found = self._notes.find(note.id)
        return None if found is None else found.span

    def on_passage(self, span: Span) -> Note | None:
        """Return the note that lies on exactly this passage, if there is one."""
        found = self._notes.on(span)
        return None if found is None else found.note

    def passage(self) -> Span:
        """Return the passage that keys act on.

        That is the selection, or the current note's, or the current paragraph.
        """
        page, article = self._stage.page, self._stage.article
        if page.passage is not None:
            return page.passage
        if (now := self.current) is not None and now.span is not None and not now.note.whole:
            return now.span
        return article.block_span(page.current) if article.blocks else Span(0, 0)

    def quotable(self, what: str) -> Span | None:
        """Return the passage that keys act on, unless it is a note that has none here.

        Then the reader is told that none can be ``what`` was wanted: cited, or copied.
        """
        now = self.current
        if self._stage.page.selection is None and now is not None:
            if now.note.whole:
                said = f"This note is on the whole article: it has no words to be {what}."
                self._stage.say(said)
                return None
            if now.span is None:
                said = f"This note has no place here, so nothing is {what}; P puts it back."
                self._stage.say(said)
                return None
        return self.passage() if self._stage.article.blocks else None

    # -- going to a note

    def go_to(self, ident: str) -> None:
        """Make a note the current one, and show its passage if it has one."""
        found = self._notes.find(ident)
        if found is not None and found.span is not None:
            self._stage.page.paragraph.arrive(found.span.start)
        self.make_current(ident)

    def point_at(self, ident: str) -> None:
        """Go to a note that was clicked or stepped to; "" where there was none to step to."""
        if ident:
            self.go_to(ident)
        elif not self._known:
            self._stage.say("The notes are still being read.")
        else:
            said = "No notes in this article yet: v chooses words, a writes a note on them."
            self._stage.say(said)

    def drop_for_selection(self) -> None:
        """Make no note the current one, because words are chosen now."""
        if self._stage.page.selection is not None:
            self._stage.page.marks.show_now("")
            self._margin.current = ""

    # -- what the status line says

    def facts(self) -> list[str]:
        """Return how many notes there are, and how many have no place."""
        if self.unplaced:
            return [f"placing {notes_counted(self.unplaced)}…"]
        page = self._stage.page
        count = self._notes.standing
        facts = [notes_counted(count)] if count else []
        return [*facts, f"! {len(page.marks.lost)} without a place"] if page.marks.lost else facts

    def notice(self) -> Notice | None:
        """Return what is to be said of a current note that is not as it was."""
        now = self.current
        if now is None:
            return None
        if now.placement.state in ("changed", "orphan"):
            quote = in_marks(library.labels.shortened(now.note.anchor.quote))
            if now.span is None:
                return Notice(f"! Without a place: {quote}\t", "")
            return Notice(f"≠ Its words have changed; they were {quote}\t")
        if now.note.whole and not now.note.also:
            return Notice("A note on the whole article\t", "")
        if now.note.also:
            return Notice("Written in two places at once: a settles it\t")
        return None


def _highlight(placed: PlacedNote) -> Highlight:
    assert placed.span is not None
    return Highlight(placed.span, placed.note.colour, placed.note.id)


def conflicts(before: Sequence[PlacedNote], after: Sequence[PlacedNote]) -> str:
    """Return a sentence about notes that were written in two places, if there are more of them."""
    count = sum(bool(one.note.also) for one in after)
    if count <= sum(bool(one.note.also) for one in before):
        return ""
    return f"{notes_counted(count)} written in two places at once: Tab goes to it, a settles it."
