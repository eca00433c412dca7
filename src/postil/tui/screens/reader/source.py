"""The source of the passage: shown with its evidence, and corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle


class SourceCommand:
    """Shows where the words come from, and takes the reader's word for it."""

    KEYS = (
        Key(
            "source.show",
            "s",
            "Source",
            "Show the source of this passage and its evidence, and correct it",
            shown=True,
        ),
    )

    def __init__(self, stage: Stage, shown: ShownNotes, changes: ChangeQueue) -> None:
        self._stage = stage
        self._shown = shown
        self._changes = changes

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"source.show": lambda: self._stage.in_background(self._show, opens=True)}

    def use(self, open_article: OpenArticle) -> None:
        """Set attributions quieter than the text that they stand in."""
        found = open_article.sources.paragraphs
        brackets = {one.evidence for one in found if one.evidence and one.via == "bracket"}
        self._stage.page.overlays.show_attributions(sorted(brackets))

    async def _show(self) -> None:
        """Show the source of the passage with its evidence, and take a correction."""
        open_article = await self._stage.loaded()
        if not self._stage.article.blocks:
            return
        from postil.tui.screens.source_of_passage import source_dialog

        home = self._stage.home
        span = self._shown.quotable("traced to a source")
        if span is None:
            return
        if library.local_state.correction(home, open_article, span):
            self._stage.say("This is the correction that was left unfinished.")

        def correct(fields: dict[str, str]) -> ChangeResult:
            library.sourcing.correct(home, open_article, span, fields)
            return ChangeResult("Source corrected; u takes it back.")

        def store(fields: dict[str, str]) -> Awaitable[PostilError | None]:
            return self._changes.carried_out(lambda _: correct(fields))

        dialog = source_dialog(home, open_article, span, store)
        await self._stage.ask(dialog, span.start)
        # It is stored by now, or given up.
        await asyncio.to_thread(library.local_state.drop_correction, home, open_article, span)
