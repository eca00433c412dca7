"""Tags and words of a note: put on, written, changed and taken away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import replace
from postil.tui.screens.reader.notes.changes import Change, ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.drafts import Drafts
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.widgets.page.note_marks import Highlight

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Elsewhere
    from postil.tui.screens.reader.appearance import AppearanceCommands

Target = Note | Span
"""A note that is there, or the passage of one that is to be made."""


class NoteEditing:
    """Asks for tags and words, and hands them to the library."""

    KEYS = (
        Key(
            "note.tag",
            "t",
            "Tag",
            "Put tags on the passage or the note, or take them off",
            shown=True,
        ),
        Key("note.tag-again", "T", "Same tags", "Put the tags used last on the passage"),
        Key("note.write", "a", "Note", "Write or edit the note on the passage", shown=True),
        Key("note.delete", "d", "Delete", "Delete the current note; u brings it back"),
    )

    def __init__(
        self,
        stage: Stage,
        targets: Targets,
        changes: ChangeQueue,
        drafts: Drafts,
        appearance: AppearanceCommands,
    ) -> None:
        self._stage = stage
        self._targets = targets
        self._changes = changes
        self._drafts = drafts
        self._appearance = appearance

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        background = self._stage.in_background
        return {
            "note.tag": lambda: background(self._tag, opens=True),
            "note.tag-again": lambda: background(self._tag_again),
            "note.write": lambda: background(self._write, opens=True),
            "note.delete": lambda: background(self._delete, opens=True),
        }

    # -- tags

    async def _tag(self) -> None:
        """Ask for the tags of the passage or the note."""
        target = await self._targets.choose("tag")
        if target is None:
            return
        from postil.tui.dialogs.tags import TagPicker

        uses = await asyncio.to_thread(library.tagging.tags, self._stage.home)
        known = [(use.tag, use.notes) for use in uses]
        on = target.tags if isinstance(target, Note) else ()

        def store(tags: tuple[str, ...]) -> Awaitable[PostilError | None]:
            return self._changes.carried_out(self._tags_put(target, tags))

        picker = TagPicker(known, on, self._targets.quote(target), store)
        wanted = await self._stage.ask(picker, self._targets.start_of(target))
        if wanted is not None and wanted != on:
            self._tags_are_on(wanted)
        elif picker.unused:
            said = f"“{picker.unused}” was typed, not put on: in the list Enter does that."
            self._stage.say(said)

    async def _tag_again(self) -> None:
        """Put the tags used last on the passage or the note."""
        last = self._appearance.now.tags
        if not last:
            self._stage.say("No tags were used yet: t puts tags on a passage.")
            return
        target = await self._targets.choose("tag")
        if target is not None:
            before = target.tags if isinstance(target, Note) else ()
            tags = (*before, *(tag for tag in last if tag not in before))
            self._tags_are_on(tags)
            pending = None
            if isinstance(target, Span):
                pending = Highlight(target, self._appearance.now.colour, "")
            self._changes.commit(self._tags_put(target, tags), pending)

    def _tags_are_on(self, tags: tuple[str, ...]) -> None:
        """Remember the tags for the next time, and leave the passage."""
        if tags:
            self._appearance.keep(replace(self._appearance.now, tags=tags))
        self._stage.page.selecting.choose(None)

    def _tags_put(self, target: Target, tags: tuple[str, ...]) -> Change:
        """Return the change that puts exactly these tags on a note, or on a new one."""
        home, colour = self._stage.home, self._appearance.now.colour
        done = f"Tagged {', '.join(tags)}" if tags else "Tags taken off"

        def put(open_article: OpenArticle) -> ChangeResult:
            if isinstance(target, Note):
                note = library.annotating.change(home, target, tags=tags)
            else:
                note = library.annotating.annotate(
                    home, open_article, target, tags=tags, colour=colour
                )
            return ChangeResult(f"{done}; u takes it back.", note.id)

        return put

    # -- words

    async def _write(self) -> None:
        """Open the editor on the note, or on a new one; what was left unfinished is there."""
        open_article = await self._stage.loaded()
        target = await self._targets.choose("edit")
        if target is None:
            return
        if isinstance(target, Note) and target.also:
            await self._resolve(target)
            return
        home = self._stage.home
        if isinstance(target, Span):
            target = library.drafts.near(home, open_article, target) or target
        text = await self._edited(open_article, target)
        if text is not None:
            self._stage.page.selecting.choose(None)
            # A draft that was kept while the note was on its way to the disk goes, too.
            await asyncio.to_thread(library.local_state.drop_draft, home, open_article, target)
        elif library.local_state.draft(home, open_article, target):
            self._stage.say("Draft kept; a opens it again.")
            if isinstance(target, Span):
                self._drafts.passages.append(target)

    async def _edited(self, open_article: OpenArticle, target: Target) -> str | None:
        """Return what the reader has written and saved; None where it is left, and kept."""
        from postil.tui.dialogs.note_editor import NoteEditor

        home = self._stage.home
        body = target.body if isinstance(target, Note) else ""
        tags = target.tags if isinstance(target, Note) else ()
        left = library.local_state.draft(home, open_article, target)
        if left and left != body:
            self._stage.say("This is the draft that was left unfinished.")

        def keep(text: str) -> Elsewhere | None:
            return library.local_state.keep_draft(home, open_article, target, text)

        def store(text: str) -> Awaitable[PostilError | None]:
            there = dialog.saving.draft.elsewhere
            said = "Note saved." if there is None else f"Note saved, but take care: {there.why}."
            return self._changes.carried_out(self._written(open_article, target, text, said))

        quote, editor = self._targets.quote(target), self._stage.settings.editor
        dialog = NoteEditor(quote, left or body, tags, store, keep, editor)
        return await self._stage.ask(dialog, self._targets.start_of(target))

    def _written(self, open_article: OpenArticle, target: Target, text: str, said: str) -> Change:
        """Return the change that stores what was written; the draft goes when that is on disk."""
        home, colour = self._stage.home, self._appearance.now.colour

        def write(now: OpenArticle) -> ChangeResult:
            if isinstance(target, Note):
                note = library.annotating.change(home, target, body=text)
            else:
                note = library.annotating.annotate(home, now, target, body=text, colour=colour)
            library.local_state.drop_draft(home, open_article, target)
            return ChangeResult(said, note.id)

        return write

    async def _resolve(self, note: Note) -> None:
        """Ask which text stays of a note that was written in two places at once."""
        from postil.tui.dialogs.resolve_conflict import ResolveConflict, Text

        home = self._stage.home
        texts = [Text(one.said, one.text) for one in library.resolving.writings(home, note)]
        both = library.resolving.resolved_text(note, "both")
        texts.append(Text("all of it, one under the other", both))
        body = await self._stage.ask(ResolveConflict(texts), self._targets.start_of(note))
        if body is None:
            self._stage.say("Both texts are kept; a asks again.")
            return

        def resolve(_: OpenArticle) -> ChangeResult:
            library.resolving.resolve(home, note, body)
            return ChangeResult("Settled; u brings both texts back.", note.id)

        self._changes.commit(resolve)

    async def _delete(self) -> None:
        """Delete the current note; it can be brought back."""
        page = self._stage.page
        several = page.passage is None and len(page.paragraph.notes()) > 1
        target = await self._targets.choose("delete")
        if target is None and several:
            return
        if not isinstance(target, Note):
            self._stage.say("No note here to delete: Tab goes to the next one.")
            return

        def delete(_: OpenArticle) -> ChangeResult:
            library.annotating.delete(self._stage.home, [target])
            return ChangeResult("Note deleted; u brings it back.")

        page.selecting.choose(None)
        self._changes.commit(delete)
