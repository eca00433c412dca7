"""Acts on notes from any list: on the one pointed at, on those that are ticked, or on all listed.

For a list of one's own: let its rows be a :class:`NotedList`, which has the keys, give
:class:`NoteActions` a stage and an object that says which notes are meant, and let the screen's
``action_act`` call ``do`` with the verb. However many notes a key changes, ``u`` takes all of it
back in one step.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from postil import library
from postil.errors import OthersNotes, PostilError
from postil.model.note import Colour
from postil.model.values import replace
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.dialogs.frame.others import agreed, with_consent
from postil.tui.messages import notes_counted
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.note_copies import NoteCopies
from postil.tui.screens.listing.note_exchange import NoteExchange, which_of
from postil.tui.widgets.title_bars import crop

if TYPE_CHECKING:
    from postil.library.care.local_state import Elsewhere, Home
    from postil.model.note import Note

WORDS_SHOWN = 600
"""Code points of the passages that a dialog about several notes shows."""

LISTED = 72
"""Cells of each note that is named before several are deleted."""

Change = Callable[["Home"], str]
"""Changes something on disk, in a thread, and returns a sentence on it. Raises PostilError."""


class MeantNotes(Protocol):
    """The rows of a list, as far as they are notes: their ids."""

    def pointed(self) -> str:
        """Return the note pointed at; "" for none."""

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""

    def listed(self) -> Sequence[str]:
        """Return all notes that are listed."""

    def changed(self) -> None:
        """List the notes as they are by now; those that stay ticked or pointed at are still so."""


class NoteActions:
    """Tags, colours, words and citations of the notes that are meant."""

    def __init__(self, stage: ListStage, meant: MeantNotes) -> None:
        self._stage = stage
        self._meant = meant
        self._copies = NoteCopies(stage, meant, self._carried_out)
        self._one_by_one = asyncio.Lock()
        self._verbs: Mapping[str, Callable[[], None]] = {
            "tag": partial(self._begin, self._tag, opens=True),
            "write": partial(self._begin, self._write, opens=True),
            "delete": partial(
                self._begin, self._delete, opens=True, does="Delete", agreed_to=self._deleted
            ),
            "undo": partial(self._stage.in_background, self._step, "undo", group="store"),
            "redo": partial(self._stage.in_background, self._step, "redo", group="store"),
            **{
                f"colour-{number}": partial(self._begin, self._recolour, colour)
                for number, colour in enumerate(Colour, 1)
            },
            **self._copies.verbs(),
            **NoteExchange(stage, partial(which_of, stage, meant), self._carried_out).verbs(),
        }

    def do(self, verb: str) -> None:
        """Do what a key is for."""
        self._verbs[verb]()

    def hints(self) -> Sequence[Hint]:
        """Return what the bottom line says of these keys while the list has the focus."""
        return (
            ("note-rows.tag", "tags"),
            ("note-rows.write", "writes"),
            (" ".join(f"note-rows.{colour}" for colour in Colour), "colour"),
            ("note-rows.delete", "deletes"),
            ("note-rows.cite", "cites"),
        )

    def _begin(
        self,
        act: Callable[..., Awaitable[None]],
        *arguments: object,
        opens: bool = False,
        does: str = "Change",
        agreed_to: Callable[..., Awaitable[None]] | None = None,
    ) -> None:
        """Do something with the notes that are meant now, as the home has them.

        Before notes of others are changed, it is asked whether that is meant; what was
        ``agreed_to`` may differ from what is done to the reader's own.
        """
        ids = tuple(self._meant.chosen())
        if not ids:
            self._stage.say("There is no note here.")
            return

        async def begin() -> None:
            notes = await asyncio.to_thread(self._found, ids)
            error = library.makers.refused(self._stage.home, notes)
            if not notes:
                self._stage.say("These notes have been deleted meanwhile.")
                self._meant.changed()
            elif error is None:
                await act(notes, *arguments)
            else:
                self._stage.in_background(ask, error, notes, opens=True)

        async def ask(error: OthersNotes, notes: Sequence[Note]) -> None:
            if await agreed(self._stage.ask, error, does):
                await (agreed_to or act)(notes, *arguments)

        self._stage.in_background(begin, group="default" if opens else "store", opens=opens)

    def _found(self, ids: Sequence[str]) -> list[Note]:
        return library.altering.by_ids(self._stage.home, ids)

    # -- changes, one after the other

    async def _carried_out(self, change: Change) -> PostilError | None:
        """Carry out a change in its turn, and list the notes anew; return what kept it from it."""
        async with self._one_by_one:
            try:
                said = await asyncio.to_thread(lambda: change(self._stage.home))
            except PostilError as error:
                return error
        self._stage.notes_changed()
        self._meant.changed()
        self._stage.say(said)
        return None

    async def _commit(self, change: Change) -> None:
        carried_out = partial(self._carried_out, change)
        if (error := await with_consent(self._stage.ask, carried_out)) is not None:
            self._stage.complain(error)

    async def _step(self, what: str) -> None:
        """Take back the last change, or make it again."""
        undoing = library.undoing
        await self._commit(undoing.undo if what == "undo" else undoing.redo)

    # -- tags and colours

    async def _tag(self, notes: Sequence[Note]) -> None:
        """Put tags on all of the notes, or take them off."""
        from postil.tui.dialogs.tags import TagPicker

        uses = await asyncio.to_thread(library.tagging.tags, self._stage.home)
        on, some = library.altering.common_tags(notes)

        def store(tags: tuple[str, ...]) -> Awaitable[PostilError | None]:
            put = [tag for tag in tags if tag not in on]
            taken = [tag for tag in (*on, *some) if tag not in (*tags, *picker.some)]
            return self._carried_out(partial(self._retagged, notes, put, taken))

        words = " · ".join(_words(note) for note in notes[:9])[:WORDS_SHOWN]
        known = [(use.tag, use.notes) for use in uses]
        what = f"these {len(notes):,} notes" if len(notes) > 1 else ""
        picker = TagPicker(known, on, words, store, some, what)
        wanted = await self._stage.ask(picker)
        if wanted and wanted != on:
            self._stage.keep_look(replace(self._stage.look, tags=wanted))
        elif picker.unused:
            said = f"“{picker.unused}” was typed, not put on: in the list Enter does that."
            self._stage.say(said)

    def _retagged(
        self, notes: Sequence[Note], put: Sequence[str], taken: Sequence[str], home: Home
    ) -> str:
        changed = library.altering.retag(home, notes, put, taken)
        did = ("tagged", put), ("no longer" if put else "no longer tagged", taken)
        said = ", ".join(f"{what} {', '.join(tags)}" for what, tags in did if tags)
        return _told(f"{notes_counted(changed)} {said}", changed)

    async def _recolour(self, notes: Sequence[Note], colour: Colour) -> None:
        def recolour(home: Home) -> str:
            changed = library.altering.recolour(home, notes, colour)
            return _told(f"{notes_counted(changed)} made {colour}", changed)

        await self._commit(recolour)

    # -- words

    async def _write(self, _: Sequence[Note]) -> None:
        """Open the editor on the note pointed at; what was left unfinished is there."""
        notes = await asyncio.to_thread(self._found, (self._meant.pointed(),))
        if not notes:
            return
        from postil.tui.dialogs.note_editor import NoteEditor

        (note,) = notes
        if note.also:
            said = "It says two things, written in two places: Enter goes to it, a settles it."
            self._stage.say(said)
            return
        home = self._stage.home
        left = library.drafts.of_note(home, note)
        if left and left != note.body:
            self._stage.say("This is the draft that was left unfinished.")

        def keep(text: str) -> Elsewhere | None:
            return library.drafts.keep_of_note(home, note, text)

        def write(text: str, home: Home) -> str:
            library.annotating.change(home, note, body=text)
            library.drafts.drop_of_note(home, note)
            there = dialog.saving.draft.elsewhere
            return "Note saved." if there is None else f"Note saved, but take care: {there.why}."

        def store(text: str) -> Awaitable[PostilError | None]:
            return self._carried_out(partial(write, text))

        editor = self._stage.settings.editor
        dialog = NoteEditor(_words(note), left or note.body, note.tags, store, keep, editor)
        text = await self._stage.ask(dialog)
        if text is not None:
            # A draft that was kept while the note was on its way to the disk goes, too.
            await asyncio.to_thread(library.drafts.drop_of_note, home, note)
        elif library.drafts.of_note(home, note):
            self._stage.say("Draft kept; a opens it again.")

    async def _delete(self, notes: Sequence[Note]) -> None:
        """Delete the notes; of several it is asked whether that is meant."""
        if len(notes) > 1:
            from postil.tui.dialogs.frame.confirm import Confirm

            detail = "\n".join(f"· {crop(clean_line(_words(note)), LISTED)}" for note in notes[:9])
            if len(notes) > 9:
                detail += f"\nand {notes_counted(len(notes) - 9)} more"
            asked = Confirm(
                f"Delete {notes_counted(len(notes))}?", detail, "deletes them", "keeps them"
            )
            if not await self._stage.ask(asked):
                return
        await self._deleted(notes)

    async def _deleted(self, notes: Sequence[Note]) -> None:
        def delete(home: Home) -> str:
            library.annotating.delete(home, notes)
            return _told(f"{notes_counted(len(notes))} deleted", len(notes))

        await self._commit(delete)


def _words(note: Note) -> str:
    """Return the words by which a reader knows a note."""
    return note.anchor.quote or library.note_text.beginning(note.body) or "the whole article"


def _told(said: str, changed: int) -> str:
    """Return a sentence on how many notes have changed, and how that is taken back."""
    if not changed:
        return "It was so already."
    return f"{said[0].upper()}{said[1:]}; u takes it back."
