"""Changes of the notes, carried out one after the other; nothing counts until it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import OthersNotes, PostilError
from postil.model.values import dataclass
from postil.tui.dialogs.frame.others import agreed
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

        The highlight is shown as ``pending`` meanwhile; the reader is told what went wrong.
        """
        if pending is not None:
            self._shown.add_pending(pending)
        self.waiting += 1
        asked_on = self._stage.open_article
        self._stage.in_background(
            self._commit, change, pending, asked_on, group="store", description="commit"
        )

    async def carried_out(self, change: Change) -> PostilError | None:
        """Carry out a change in its turn, and return once it is on disk; or why it is not.

        What came of it is shown a moment later.
        """
        self.waiting += 1
        try:
            result = await self._carry_out(change, self._stage.open_article)
        except PostilError as error:
            self.waiting -= 1
            return error
        self._stage.in_background(self._show, result, group="store", description="commit")
        return None

    async def settled(self) -> None:
        """Return when no change is on its way to the disk any more."""
        while self.waiting:
            await asyncio.sleep(0.005)

    async def _commit(
        self, change: Change, pending: Highlight | None, asked_on: OpenArticle | None
    ) -> None:
        try:
            result = await self._agreed_to(change, asked_on)
        except PostilError as error:
            self.waiting -= 1
            self._stage.complain(error)
        except BaseException:
            self.waiting -= 1
            raise
        else:
            await self._show(result)
        finally:
            if pending is not None:
                self._shown.drop_pending(pending)
                self._stage.update_status()

    async def _agreed_to(self, change: Change, asked_on: OpenArticle | None) -> ChangeResult:
        """Carry out a change, once it is agreed that notes of others are changed."""
        try:
            return await self._carry_out(change, asked_on)
        except OthersNotes as error:
            if not await agreed(self._stage.ask, error):
                raise
            return await self._carry_out(change, asked_on)

    async def _carry_out(self, change: Change, asked_on: OpenArticle | None) -> ChangeResult:
        """Return what a change came to.

        It is made on the text that was shown when it was asked for, even if another version has
        taken its place.
        """
        asked_on = asked_on or await self._stage.loaded()
        async with self._one_by_one:
            now = self._stage.open_article
            if now is not None and now.article.blocks is asked_on.article.blocks:
                asked_on = now
            return await asyncio.to_thread(change, asked_on)

    async def _show(self, result: ChangeResult) -> None:
        try:
            await asyncio.to_thread(self._reload, result)
        finally:
            self.waiting -= 1

    def undo(self) -> None:
        """Take the last change back."""
        self.commit(lambda _: ChangeResult(library.undoing.undo(self._stage.home)))

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.commit(lambda _: ChangeResult(library.undoing.redo(self._stage.home)))
