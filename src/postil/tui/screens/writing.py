"""The reader screen while the reader tags, writes, deletes and looks through notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from postil import library
from postil.errors import CannotWrite
from postil.model.note import Note
from postil.model.span import Span
from postil.model.whereabouts import Whereabouts
from postil.tui.screens.annotating import AnnotatingScreen
from postil.tui.screens.done import Done
from postil.tui.screens.reader_keys import ANNOTATING
from postil.tui.widgets.page.note_marks import Highlight

if TYPE_CHECKING:
    from postil.library.listing import Listed
    from postil.library.lost import Stood
    from postil.library.opened import Reading


QUOTED = 60
"""Characters of a passage that name it in a question."""


class WritingScreen(AnnotatingScreen):
    """Asks for tags and words, and hands them to the library."""

    BINDINGS = ANNOTATING

    def begin(self) -> None:
        """Read on."""
        self.drafts: list[Span] = []
        """Passages on which a note was left unfinished."""
        super().begin()

    async def target(self, what: str) -> Note | Span | None:
        """Return what a key acts on: the selection, the current note, or one of the paragraph's.

        Where the paragraph has several notes a list asks which; None means that nothing was chosen.
        """
        if self.page.passage is not None:
            return self.same_passage(self.page.passage) or self.page.passage
        if (note := self.note(self.page.marks.note_now)) is not None:
            return note
        found = [note for ident in self.page.paragraph.notes() if (note := self.note(ident))]
        if len(found) == 1:
            return found[0]
        if not found:
            return self.passage() if self.article.blocks else None
        from postil.tui.dialogs.choose import Choice, Choose

        rows = [
            Choice(note.id, note.anchor.quote[:QUOTED], note.body or ", ".join(note.tags))
            for note in found
        ]
        chosen = await self.ask(Choose(f"Which note to {what}?", rows))
        return self.note(chosen) if chosen else None

    def quote(self, target: Note | Span) -> str:
        """Return the words that a note or a span is about."""
        return target.anchor.quote if isinstance(target, Note) else self.page.viewport.words(target)

    def start_of(self, target: Note | Span) -> int | None:
        """Return where the words begin that a note or a span is about."""
        span = self.span_of(target) if isinstance(target, Note) else target
        return None if span is None else span.start

    # -- tags

    @work
    async def action_tag(self) -> None:
        """Ask for the tags of the passage or the note."""
        target = await self.target("tag")
        if target is None:
            return
        from postil.tui.dialogs.tags import TagPicker

        known = [(use.tag, use.notes) for use in library.tagging.tags(self.home)]
        on = target.tags if isinstance(target, Note) else ()
        picker = TagPicker(known, on, self.quote(target))
        wanted = await self.ask(picker, self.start_of(target))
        if wanted is not None and wanted != on:
            self.put_tags(target, wanted)
        elif picker.unused:
            self.say(f"“{picker.unused}” was typed, not put on: in the list Enter does that.")

    @work
    async def action_tag_again(self) -> None:
        """Put the tags used last on the passage or the note."""
        if not self.look.tags:
            self.say("No tags were used yet: t puts tags on a passage.")
            return
        target = await self.target("tag")
        if target is not None:
            before = target.tags if isinstance(target, Note) else ()
            self.put_tags(target, (*before, *(t for t in self.look.tags if t not in before)))

    def put_tags(self, target: Note | Span, tags: tuple[str, ...]) -> None:
        """Put exactly these tags on a note, or on a new one."""
        if tags:
            self.keep_look(replace(self.look, tags=tags))
        done = f"Tagged {', '.join(tags)}" if tags else "Tags taken off"
        said = f"{done}; u takes it back."
        self._change(
            target,
            lambda note: library.notes.change(self.home, note, tags=tags),
            lambda reading, span: library.notes.annotate(
                self.home, reading, span, tags=tags, colour=self.look.colour
            ),
            said,
        )

    def _change(
        self,
        target: Note | Span,
        change: Callable[[Note], Note],
        make: Callable[[Reading, Span], Note],
        said: str,
    ) -> None:
        """Change a note, or make one on a span, and say so once it is on disk."""
        self.page.selecting.choose(None)
        if isinstance(target, Note):
            self.commit(lambda _: Done(said, change(target).id))
        else:
            pending = Highlight(target, self.look.colour, "")
            self.commit(lambda reading: Done(said, make(reading, target).id), pending)

    # -- the note itself

    @work
    async def action_annotate(self) -> None:
        """Open the editor on the note, or on a new one; what was left unfinished is there."""
        reading = await self.settled()
        target = await self.target("edit")
        if target is None:
            return
        if isinstance(target, Note) and target.also:
            await self._settle(target)
            return
        if isinstance(target, Span):
            target = library.drafts.near(self.home, reading, target) or target
        from postil.tui.dialogs.note_editor import NoteEditor

        body = target.body if isinstance(target, Note) else ""
        left = library.desk.draft(self.home, reading, target)
        if left and left != body:
            self.say("This is the draft that was left unfinished.")
        tags = target.tags if isinstance(target, Note) else ()

        def keep(text: str) -> None:
            library.desk.keep_draft(self.home, reading, target, text)

        editor = NoteEditor(self.quote(target), left or body, tags, keep, self.settings.editor)
        text = await self.ask(editor, self.start_of(target))
        if text is None:
            kept = library.desk.draft(self.home, reading, target)
            if kept:
                self.say("Draft kept; a opens it again.")
                if isinstance(target, Span):
                    self.drafts.append(target)
            return

        def stored(store: Callable[[], Note]) -> Note:
            """Keep the draft until the note is on disk: storing it may fail."""
            keep(text)
            try:
                note = store()
            except CannotWrite as error:
                way = "what you wrote is kept: a there opens it"
                remedy = f"{error.remedy}; {way}" if error.remedy else way
                raise type(error)(error.what, error.why, remedy) from error
            library.desk.drop_draft(self.home, reading, target)
            return note

        self._change(
            target,
            lambda note: stored(lambda: library.notes.change(self.home, note, body=text)),
            lambda reading, span: stored(
                lambda: library.notes.annotate(
                    self.home, reading, span, body=text, colour=self.look.colour
                )
            ),
            "Note saved.",
        )

    async def _settle(self, note: Note) -> None:
        """Ask which text stays of a note that was written in two places at once."""
        from postil.tui.dialogs.settle import Settle, Text

        texts = [Text(one.said, one.text) for one in library.settling.writings(self.home, note)]
        both = library.settling.settled(note, "both")
        texts.append(Text("all of it, one under the other", both))
        body = await self.ask(Settle(texts), self.start_of(note))
        if body is None:
            self.say("Both texts are kept; a asks again.")
            return

        def settle(_: Reading) -> Done:
            library.settling.settle(self.home, note, body)
            return Done("Settled; u brings both texts back.", note.id)

        self.commit(settle)

    @work
    async def action_delete(self) -> None:
        """Delete the current note; it can be brought back."""
        several = self.page.passage is None and len(self.page.paragraph.notes()) > 1
        target = await self.target("delete")
        if target is None and several:
            return
        if not isinstance(target, Note):
            self.say("No note here to delete: Tab goes to the next one.")
            return

        def delete(_: Reading) -> Done:
            library.notes.delete(self.home, [target])
            return Done("Note deleted; u brings it back.")

        self.page.selecting.choose(None)
        self.commit(delete)

    # -- all notes

    @work
    async def action_notes(self) -> None:
        """Browse the notes of all articles, and go to the passage of one."""
        from postil.tui.screens.notes import NoteRow, NotesScreen

        found, stood = await asyncio.to_thread(self._all_notes)
        rows = [
            NoteRow(
                *(n.id, n.title, n.quote, n.body, n.tags, n.colour, n.state, n.modified[:10]),
                stood.get(n.id),
                tuple(other.text for other in n.note.also),
            )
            for n in found.values()
        ]
        self.app.clear_notifications()
        chosen = await self.ask(NotesScreen(rows))
        if chosen is None:
            return
        if self.note(chosen) is not None:
            self.page.post_message(self.page.Jumping(self.page.paragraph.here()))
            self.go_to_note(chosen)
            return
        listed = found[chosen]
        if listed.path is None:
            self.say("This note's article has no file on this machine; the note itself is kept.")
        else:
            there = None if listed.start is None else Whereabouts(listed.start, listed.start)
            self.post_message(self.Elsewhere(Path(listed.path), there, chosen))

    def _all_notes(self) -> tuple[dict[str, Listed], dict[str, Stood]]:
        """Return the notes of all articles, and of those without a place where they stood."""
        found = {listed.id: listed for listed in library.listing.listing(self.home)}
        lost = [listed.note for listed in found.values() if listed.start is None]
        return found, library.lost.stood(self.home, lost)
