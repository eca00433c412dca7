"""Gathers, in threads, the passages of all that a search has found, and tags those chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.library.articles import quick_open
from postil.library.notes.hit_tagging import Hit, Proposal, Unit
from postil.model.values import dataclass
from postil.tui.screens.search.session import SearchSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

ARTICLES = 2000
"""Articles whose hits are gathered at most."""


@dataclass
class Gathered(Message):
    """So many articles of so many were looked at, or all passages are there."""

    done: int
    of: int
    proposals: Sequence[Proposal] | None = None
    """None until all are there."""
    titles: dict[str, str] | None = None
    """Of the articles, by their paths."""
    left_out: str = ""
    """What is not among them, in words."""
    error: PostilError | None = None


class Asker(Protocol):
    """The screen that asks."""

    def in_thread(self, group: str, task: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take an answer; threads call this."""


class HitGathering:
    """Looks up every passage that a query finds; what is wanted last is what counts."""

    def __init__(
        self, session: SearchSession, typed: str, asker: Asker, key_priority: KeyPriority
    ) -> None:
        self._session = session
        self._typed = typed
        self._asker = asker
        self._task = BackgroundTask(key_priority)

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._task.drop()

    def gather(self, unit: Unit) -> None:
        """Look the passages up; they come by message."""
        self._task.drop()
        task = self._task = self._task.another()
        self._asker.in_thread("hits", partial(self._gather, unit, task))

    def _gather(self, unit: Unit, task: BackgroundTask) -> None:
        def told(done: int, of: int) -> None:
            task.yield_to_keys()
            self._asker.post_message(Gathered(done, of))

        most = library.live_search.PASSAGES
        try:
            search = self._session.live()
            *_, found = search.found(self._typed, task.yield_to_keys, ARTICLES, most)
            articles = found.articles if found is not None else ()
            hits = [
                Hit(one.path, passage.spans, passage.words, passage.note)
                for one in articles
                if one.path is not None
                for passage in one.passages
            ]
            titles = {one.path: one.title for one in articles if one.path is not None}
            proposals = library.hit_tagging.proposals(self._session.home(), hits, unit, told)
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Gathered(0, 0, error=error))
            return
        crowded = sum(len(one.passages) >= most for one in articles)
        left_out = f"only {most} each of {crowded} articles" if crowded else ""
        if len(articles) >= ARTICLES:
            left_out = f"only of the first {ARTICLES:,} articles"
        done = Gathered(len(titles), len(titles), proposals, titles, left_out)
        self._asker.post_message(done)

    async def known(self) -> list[tuple[str, int]]:
        """Return all tags, with the number of their notes."""
        return await asyncio.to_thread(
            lambda: [(use.tag, use.notes) for use in library.tagging.tags(self._session.home())]
        )

    async def tag(self, chosen: Sequence[Proposal], tags: tuple[str, ...]) -> PostilError | None:
        """Put tags on passages, in the colour chosen last; return what kept them off."""
        colour = quick_open.appearance(self._session.places).colour
        home = self._session.home()
        try:
            await asyncio.to_thread(library.hit_tagging.tag, home, chosen, tags, colour)
        except PostilError as error:
            return error
        return None
