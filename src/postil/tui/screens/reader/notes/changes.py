"""Changes of the notes, carried out one after the other; nothing counts until it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.tui.widgets.page.note_marks import Highlight


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """What a change came to."""

    message: str = ""
    """A sentence for the reader, or "" where the page says it all."""
    note: str = ""
    """The id of the note that is current now."""


Change = Callable[["OpenArticle"], ChangeResult]
"""Changes something on disk, in a thread. Raises PostilError where it cannot."""


class ChangeQueue:
    """Commits changes in the order of asking, off the event loop, and shows what came of them."""

    KEYS = (
        Key("app.undo", "u", "Undo", "Take the last change back, even after a restart"),
        Key("app.redo", "ctrl+r", "Redo", "Make the change again that was taken back"),
    )

    def __init__(
        self, stage: Stage, shown: ShownNotes, reload: Callable[[ChangeResult], None]
    ) -> None:
        """Change the notes that are shown; ``reload``, in a thread, shows them as they are then."""
        self._stage = stage
        self._shown = shown
        self._reload = reload
        self._one_by_one = asyncio.Lock()
        self.waiting = 0
        """Changes that are on their way to the disk."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"app.undo": self.undo, "app.redo": self.redo}

    def commit(self, change: Change, pending: Highlight | None = None) -> None:
        """Carry out a change in a thread, in the order of asking; then show what came of it.

        It is made on the text that is shown now, even if another version takes its place. The
        highlight is shown as ``pending`` meanwhile.
        """
        if pending is not None:
            self._shown.add_pending(pending)
        self.waiting += 1
        asked_on = self._stage.open_article
        self._stage.in_background(
            self._commit, change, pending, asked_on, group="store", description="commit"
        )

    async def _commit(
        self, change: Change, pending: Highlight | None, asked_on: OpenArticle | None
    ) -> None:
        try:
            result = await self._carry_out(change, pending, asked_on)
            if result is not None:
                await asyncio.to_thread(self._reload, result)
        finally:
            self.waiting -= 1

    async def _carry_out(
        self, change: Change, pending: Highlight | None, asked_on: OpenArticle | None
    ) -> ChangeResult | None:
        """Return what a change came to; None where it failed, which the reader is told."""
        try:
            asked_on = asked_on or await self._stage.loaded()
            async with self._one_by_one:
                now = self._stage.open_article
                if now is not None and now.article.blocks is asked_on.article.blocks:
                    asked_on = now
                return await asyncio.to_thread(change, asked_on)
        except PostilError as error:
            self._stage.complain(error)
            return None
        finally:
            if pending is not None:
                self._shown.drop_pending(pending)
                self._stage.update_status()

    def undo(self) -> None:
        """Take the last change back."""
        self.commit(lambda _: ChangeResult(library.undoing.undo(self._stage.home)))

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.commit(lambda _: ChangeResult(library.undoing.redo(self._stage.home)))
