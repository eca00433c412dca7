"""Steps back and forth: undo and redo from a list, carried out in a thread and said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.text.progress import Progress
from postil.tui.screens.listing.list_stage import ListStage

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


EVERY = 0.2
"""Seconds between two words on how far a change is."""


class NowAndThen:
    """Progress that is told a few times a second, and of short work never."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._next = monotonic() + EVERY

    def __call__(self, share: float) -> None:
        """Take note of how far the work is."""
        if (now := monotonic()) >= self._next:
            self._next = now + EVERY
            self._tell(share)


class Steps:
    """Takes the last change back, or makes it again, and lists what there is then."""

    def __init__(
        self,
        stage: ListStage,
        changed: Callable[[], None],
        working: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Call ``changed`` when the list has to be read anew, ``working`` with the share done."""
        self._stage = stage
        self._working = working
        self._changed = changed

    async def undo(self) -> None:
        """Take back the last change."""
        self._stage.in_background(self._step, library.undoing.undo, group="store")

    async def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._stage.in_background(self._step, library.undoing.redo, group="store")

    async def _step(self, step: Callable[[Home, Progress], str]) -> None:
        told = NowAndThen(self._working)
        try:
            said = await asyncio.to_thread(lambda: step(self._stage.home, told))
        except PostilError as error:
            self._stage.complain(error)
        else:
            self._stage.notes_changed()
            self._stage.say(said)
        self._changed()
