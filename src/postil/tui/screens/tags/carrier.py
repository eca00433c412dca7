"""Carries changes of tags out in a thread: says before what they reach, and after what was done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from postil import library
from postil.errors import PostilError
from postil.text.progress import Progress
from postil.tui.dialogs.frame.confirm import Confirm
from postil.tui.dialogs.frame.others import with_consent
from postil.tui.dialogs.frame.saving import Store
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.steps import NowAndThen

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.tags.codebook import Branch


class MeantTags(Protocol):
    """The tags that are listed, and which of them are meant."""

    @property
    def pointed(self) -> Branch | None:
        """The tag pointed at."""

    @property
    def ticked(self) -> Sequence[Branch]:
        """The tags that are ticked, listed or not."""

    @property
    def branches(self) -> Sequence[Branch]:
        """All tags."""

    def changed(self, tag: str = "") -> None:
        """Show what was changed, and point at a tag."""

    def working(self, share: float) -> None:
        """Say how far a change of many notes is; a thread calls this."""


class ChangeCarrier:
    """Makes changes, and lists the tags anew."""

    def __init__(self, stage: ListStage, meant: MeantTags) -> None:
        self._stage = stage
        self._meant = meant

    async def reach(self, wanted: Sequence[str]) -> str:
        """Return a sentence that says what a change of these tags would reach."""
        reach = await asyncio.to_thread(lambda: library.codebook.reach(self._stage.home, wanted))
        counted = library.labels.counted
        said = f"{counted(reach.notes, 'note')} in {counted(reach.articles, 'article')}"
        if reach.below:
            said += f", and {counted(reach.below, 'tag')} below go with it"
        return f"{said}. u takes it back."

    async def agreed(self, question: str, wanted: Sequence[str], does: str) -> bool:
        """Ask whether a change is meant, and say what it would reach."""
        said = await self.reach(wanted)
        answer: bool | None = await self._stage.ask(Confirm(question, said, does))
        return bool(answer)

    def store(self, change: Callable[[Home, str, Progress], object]) -> Store[str | None]:
        """Return what makes a change with a word of the reader's, in a thread."""

        async def store(typed: str | None) -> PostilError | None:
            try:
                await asyncio.to_thread(
                    lambda: change(self._stage.home, typed or "", NowAndThen(self._meant.working))
                )
            except PostilError as error:
                return error
            return None

        return store

    def do(self, change: Callable[[Home, Progress], object], said: str, tag: str = "") -> None:
        """Make a change, and say so when it is on the disk."""
        self._stage.in_background(self._do, change, said, tag, group="store")

    async def _do(self, change: Callable[[Home, Progress], object], said: str, tag: str) -> None:
        carried_out = self.store(lambda home, _, told: change(home, told))
        error = await with_consent(self._stage.ask, lambda: carried_out(""))
        if error is not None:
            self._stage.complain(error)
            self._meant.changed()
        else:
            self.done(said, tag)

    def done(self, said: str, tag: str = "") -> None:
        """Say what was done, and show it in the list and in the articles beneath."""
        self._stage.notes_changed()
        self._stage.say(f"{said} u takes it back.")
        self._meant.changed(tag)
