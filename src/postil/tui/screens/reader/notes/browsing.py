"""Browsing notes: those of this article first, with the places that are known of them here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.tui.screens.notes.session import FromArticle
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
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
    )

    def __init__(self, stage: Stage, shown: ShownNotes, path: Path | None) -> None:
        self._stage = stage
        self._shown = shown
        self._path = path

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"note.browse": lambda: self._stage.in_background(self._browse, opens=True)}

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
