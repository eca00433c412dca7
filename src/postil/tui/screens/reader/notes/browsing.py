"""Browsing the notes of all articles, and going to the passage of one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.notes.listing import Listed
    from postil.library.notes.orphans import LastKnownPlace
    from postil.tui.screens.notes import NoteRow


class NoteBrowsing:
    """Opens the browser of notes, and follows where it leads."""

    KEYS = (Key("note.browse", "B,ctrl+n", "All notes", "Browse the notes of all articles"),)

    def __init__(
        self,
        stage: Stage,
        shown: ShownNotes,
        position: Navigation,
        go_elsewhere: Callable[[Path, ReadingPosition | None, str], None],
    ) -> None:
        """Browse; ``go_elsewhere`` goes to a place, and a note there, in another article."""
        self._stage = stage
        self._shown = shown
        self._position = position
        self._go_elsewhere = go_elsewhere

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"note.browse": lambda: self._stage.in_background(self._browse, opens=True)}

    async def _browse(self) -> None:
        from postil.tui.screens.notes import NotesScreen

        found, stood = await asyncio.to_thread(self._all_notes)
        rows = [_row(listed, stood.get(listed.id)) for listed in found.values()]
        self._stage.hush()
        chosen = await self._stage.ask(NotesScreen(rows))
        if chosen is not None:
            self._go(found[chosen])

    def _all_notes(self) -> tuple[dict[str, Listed], dict[str, LastKnownPlace]]:
        """Return the notes of all articles, and of those without a place where they stood."""
        home = self._stage.home
        found = {listed.id: listed for listed in library.listing.listing(home)}
        lost = [listed.note for listed in found.values() if listed.state == "orphan"]
        return found, library.orphans.last_known_places(home, lost)

    def _go(self, listed: Listed) -> None:
        """Go to the passage of a note, in this article or in another one."""
        if self._shown.note(listed.id) is not None:
            self._position.remember()
            self._shown.go_to(listed.id)
        elif listed.path is None:
            said = "This note's article has no file on this machine; the note itself is kept."
            self._stage.say(said)
        else:
            there = None if listed.start is None else ReadingPosition(listed.start, listed.start)
            self._go_elsewhere(Path(listed.path), there, listed.id)


def _row(listed: Listed, stood: LastKnownPlace | None) -> NoteRow:
    from postil.tui.screens.notes import NoteRow

    return NoteRow(
        listed.id,
        listed.title,
        listed.quote,
        listed.body,
        listed.tags,
        listed.colour,
        listed.state,
        listed.modified[:10],
        stood,
        tuple(other.text for other in listed.note.also),
    )
