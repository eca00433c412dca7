"""Links from note to note: followed, made and taken off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.model.note import LinkKind, Note, NoteLink
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.browsing.linking import Linked
    from postil.tui.dialogs.frame.choose_one import Choice

Go = Callable[[Path, "ReadingPosition | None", str], None]
"""Goes to an article, to a place in it if one is given, and to a note there."""


class Linking:
    """Lists what a note points to, and what points to it."""

    KEYS = (
        Key(
            "note.links",
            "K",
            "Links of the note",
            "Follow the links of the current note, let it point to another, or no more",
        ),
    )

    def __init__(
        self, stage: Stage, shown: ShownNotes, targets: Targets, changes: ChangeQueue, go: Go
    ) -> None:
        self._stage = stage
        self._shown = shown
        self._targets = targets
        self._changes = changes
        self._go = go

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"note.links": lambda: self._stage.in_background(self._list, opens=True)}

    async def _list(self) -> None:
        """Show the links of a note, and do with them what is chosen."""
        await self._stage.loaded()
        note = await self._targets.pick("follow from")
        if not isinstance(note, Note):
            self._stage.say("No note here to link: Tab goes to the next one, a writes one.")
            return
        found = await asyncio.to_thread(self._linked, note)
        from postil.tui.dialogs.frame.choose_one import ChooseOne

        chosen = await self._stage.ask(ChooseOne("Links of the note", _rows(found)))
        if chosen is None:
            return
        verb, _, which = chosen.partition(" ")
        if verb == "go":
            await self._follow(which)
        elif verb == "add":
            await self._add(note, LinkKind(which))
        else:
            kind, _, to = which.partition(" ")
            left = tuple(one for one in note.links if one != NoteLink(LinkKind(kind), to))
            await self._put(note, left, "Link taken off; u brings it back.")

    def _linked(self, note: Note) -> list[Linked]:
        home = self._stage.home
        return library.linking.linked(home, note, library.linking.backlinks(home))

    async def _add(self, note: Note, kind: LinkKind) -> None:
        """Ask for the other note, and let this one point to it."""
        from postil.tui.dialogs.frame.pick_note import PickNote

        home = self._stage.home
        notes = await asyncio.to_thread(library.linking.candidates, home, note)
        says, _ = library.linking.SAID[kind]
        dialog = PickNote(
            f"The note that it {says}" if kind is not LinkKind.SEE_ALSO else "See also which note?",
            notes,
            lambda typed: library.linking.fitting(home, typed, notes),
        )
        to = await self._stage.ask(dialog)
        if to is not None:
            links = tuple(dict.fromkeys([*note.links, NoteLink(kind, to)]))
            await self._put(note, links, f"It {says} that note now; u takes it back.")

    async def _put(self, note: Note, links: tuple[NoteLink, ...], said: str) -> None:
        await self._targets.consent(note)

        def put(_: OpenArticle) -> ChangeResult:
            library.annotating.change(self._stage.home, note, links=links)
            return ChangeResult(said, note.id)

        self._changes.commit(put)

    async def _follow(self, identity: str) -> None:
        """Go to another note, in this article or another."""
        if self._shown.note(identity) is not None:
            self._shown.go_to(identity)
            return
        home = self._stage.home
        (note,) = await asyncio.to_thread(library.altering.by_ids, home, [identity])
        try:
            path = library.annotating.path_of(home, note)
        except PostilError as error:
            self._stage.complain(error)
            return
        self._go(path, None, identity)


def _rows(found: list[Linked]) -> list[Choice]:
    """Return what can be done: links to follow first, then those to make and to take off."""
    from postil.tui.dialogs.frame.choose_one import Choice

    rows = [Choice(f"go {one.id}", one.sentence, "go there") for one in found if one.note]
    for kind, (says, _) in library.linking.SAID.items():
        rows.append(Choice(f"add {kind}", f"+ {says}\u2026", "points to another note"))
    mine = (one for one in found if not one.back)
    rows += [Choice(f"off {one.kind} {one.id}", f"- {one.sentence}", "no more") for one in mine]
    return rows
