"""Browsing notes: those of this article first, with the places that are known of them here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.tui.screens.listing.note_exchange import NoteExchange, which_of
from postil.tui.screens.notes.session import FromArticle
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home


class NoteBrowsing:
    """Opens the browser of notes, and tells it of the article that is open."""

    KEYS = (
        Key(
            "note.browse",
            "B,ctrl+n,f4",
            "Notes",
            "List the notes of this article, or of all, to find, change, cite and compare",
        ),
        Key(
            "note.export",
            "O",
            "Export notes…",
            "Write the notes of this article into a file, in a form that other programs read",
        ),
        Key(
            "note.import",
            "I",
            "Import notes…",
            "Take in the notes of another program, shown before anything is written",
        ),
    )

    def __init__(
        self, stage: Stage, shown: ShownNotes, path: Path | None, changes: ChangeQueue
    ) -> None:
        self._stage = stage
        self._changes = changes
        self._shown = shown
        self._path = path

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        exchange = NoteExchange(
            self._stage, partial(which_of, self._stage, self), self._carried_out
        ).verbs()
        return {
            "note.browse": lambda: self._stage.in_background(self._browse, opens=True),
            "note.export": exchange["export"],
            "note.import": exchange["import"],
        }

    async def _carried_out(self, change: Callable[[Home], str]) -> PostilError | None:
        """Make a change in its turn."""

        def make(_: OpenArticle) -> ChangeResult:
            return ChangeResult(change(self._stage.home))

        return await self._changes.carried_out(make)

    def pointed(self) -> str:
        """Return the current note; "" for none."""
        return "" if self._shown.current is None else self._shown.current.note.id

    def chosen(self) -> Sequence[str]:
        """Return the current note, if there is one."""
        return [ident] if (ident := self.pointed()) else []

    def listed(self) -> Sequence[str]:
        """Return all notes of the article."""
        return [one.note.id for one in self._shown.placed]

    async def _browse(self) -> None:
        """Open the browser as soon as it is known which notes are this article's."""
        await self._stage.loaded()
        await self._stage.page.run_action("app.list('notes')")

    def from_here(self) -> FromArticle | None:
        """Return what the browser is to know of this article; None until the home knows it."""
        open_article = self._stage.open_article
        if open_article is None:
            return None

        def records(home: Home) -> list[str]:
            return [one.id for one in library.annotating.records_of(home, open_article)]

        places = {one.note.id: one.span for one in self._shown.placed}
        title = open_article.article.metadata.title or open_article.article.name
        path = "" if self._path is None else str(self._path)
        return FromArticle(title, path, places, records)
