"""Tags and words of a note: put on, written, changed and taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import CannotWrite
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import replace
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.drafts import Drafts
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.widgets.page.note_marks import Highlight

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
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

        known = [(use.tag, use.notes) for use in library.tagging.tags(self._stage.home)]
        on = target.tags if isinstance(target, Note) else ()
        picker = TagPicker(known, on, self._targets.quote(target))
        wanted = await self._stage.ask(picker, self._targets.start_of(target))
        if wanted is not None and wanted != on:
            self._put_tags(target, wanted)
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
            self._put_tags(target, (*before, *(tag for tag in last if tag not in before)))

    def _put_tags(self, target: Target, tags: tuple[str, ...]) -> None:
        """Put exactly these tags on a note, or on a new one."""
        if tags:
            self._appearance.keep(replace(self._appearance.now, tags=tags))
        done = f"Tagged {', '.join(tags)}" if tags else "Tags taken off"
        self._change(
            target,
            lambda note: library.annotating.change(self._stage.home, note, tags=tags),
            lambda open_article, span: library.annotating.annotate(
                self._stage.home,
                open_article,
                span,
                tags=tags,
                colour=self._appearance.now.colour,
            ),
            f"{done}; u takes it back.",
        )

    def _change(
        self,
        target: Target,
        change: Callable[[Note], Note],
        make: Callable[[OpenArticle, Span], Note],
        message: str,
    ) -> None:
        """Change a note, or make one on a span, and say so once it is on disk."""
        self._stage.page.selecting.choose(None)
        if isinstance(target, Note):
            self._changes.commit(lambda _: ChangeResult(message, change(target).id))
        else:
            pending = Highlight(target, self._appearance.now.colour, "")
            self._changes.commit(
                lambda open_article: ChangeResult(message, make(open_article, target).id), pending
            )

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
            self._store(open_article, target, text)
        elif library.local_state.draft(home, open_article, target):
            self._stage.say("Draft kept; a opens it again.")
            if isinstance(target, Span):
                self._drafts.passages.append(target)

    async def _edited(self, open_article: OpenArticle, target: Target) -> str | None:
        """Return what the reader writes; None where that is left unfinished, and kept."""
        from postil.tui.dialogs.note_editor import NoteEditor

        home = self._stage.home
        body = target.body if isinstance(target, Note) else ""
        tags = target.tags if isinstance(target, Note) else ()
        left = library.local_state.draft(home, open_article, target)
        if left and left != body:
            self._stage.say("This is the draft that was left unfinished.")

        def keep(text: str) -> None:
            library.local_state.keep_draft(home, open_article, target, text)

        quote, editor = self._targets.quote(target), self._stage.settings.editor
        dialog = NoteEditor(quote, left or body, tags, keep, editor)
        return await self._stage.ask(dialog, self._targets.start_of(target))

    def _store(self, open_article: OpenArticle, target: Target, text: str) -> None:
        """Store what was written; the draft is kept until it is on disk, for that may fail."""
        home = self._stage.home

        def stored(store: Callable[[], Note]) -> Note:
            library.local_state.keep_draft(home, open_article, target, text)
            try:
                note = store()
            except CannotWrite as error:
                way = "what you wrote is kept: a there opens it"
                remedy = f"{error.remedy}; {way}" if error.remedy else way
                raise type(error)(error.what, error.why, remedy) from error
            library.local_state.drop_draft(home, open_article, target)
            return note

        self._change(
            target,
            lambda note: stored(lambda: library.annotating.change(home, note, body=text)),
            lambda now, span: stored(
                lambda: library.annotating.annotate(
                    home, now, span, body=text, colour=self._appearance.now.colour
                )
            ),
            "Note saved.",
        )

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
