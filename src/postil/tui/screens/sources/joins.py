"""Joins sources that are spelled differently, as the reader chooses, and parts them again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from postil import library
from postil.errors import PostilError
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.steps import Steps
from postil.tui.screens.sources.preview import in_full
from postil.tui.screens.sources.sources import Sources

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.catalogue.source_list import ListedSource


class SourceJoining:
    """What the keys of the list of sources do."""

    def __init__(self, stage: ListStage, sources: Sources) -> None:
        self._stage = stage
        self._sources = sources
        steps = Steps(stage, sources.changed)
        self.verbs: Mapping[str, Callable[[], Coroutine[Any, Any, None]]] = {
            "join": self.join,
            "part": self.part,
            "undo": steps.undo,
            "redo": steps.redo,
        }

    def _meant(self) -> list[ListedSource]:
        """Return the ticked sources, or the one pointed at and what it is likely to be."""
        ticked, pointed = list(self._sources.ticked), self._sources.pointed
        if len(ticked) > 1 or pointed is None:
            return ticked
        if ticked and ticked[0] != pointed:
            return [ticked[0], pointed]
        likely = self._sources.drawing.likely.get(pointed.key)
        return [pointed] if likely is None else [pointed, likely]

    async def join(self) -> None:
        """Ask which spelling stands for all of them, and join them."""
        meant = self._meant()
        if len(meant) < 2:
            self._stage.say("Tick two sources that are one with x; then J joins them.")
            return
        spellings = list(dict.fromkeys(one for listed in meant for one in listed.spellings))
        spellings.sort(key=library.joining.fullness, reverse=True)
        passages = sum(one.passages for one in meant)
        choices = [
            Choice(
                library.joining.spelling(one), in_full(one), library.csl_types.type_label(one.type)
            )
            for one in spellings
        ]
        title = f"Which spelling stands for all {passages} passages?"
        chosen = await self._stage.ask(ChooseOne(title, choices))
        winner = next((one for one in spellings if library.joining.spelling(one) == chosen), None)
        if winner is not None:
            named = library.labels.describe(winner)
            self._do(
                lambda home: library.joining.join(home, spellings, winner),
                f"They are {in_marks(named)} now, in lists, counts and queries; u parts them.",
                library.joining.spelling(winner),
            )

    async def part(self) -> None:
        """Take what was joined to the source pointed at away from it."""
        pointed = self._sources.pointed
        if pointed is not None:
            self._do(
                lambda home: library.joining.part(home, pointed.spellings),
                "Each spelling stands for itself again; u joins them.",
                pointed.key,
            )

    def _do(self, change: Callable[[Home], object], said: str, key: str) -> None:
        self._stage.in_background(self._carry_out, change, said, key, group="store")

    async def _carry_out(self, change: Callable[[Home], object], said: str, key: str) -> None:
        try:
            await asyncio.to_thread(lambda: change(self._stage.home))
        except PostilError as error:
            self._stage.complain(error)
        else:
            self._stage.say(said)
        self._sources.changed(key)
