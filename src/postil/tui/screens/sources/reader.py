"""Reads sources in threads: all of them, their notes, those that fit a query, some passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.sources.passages import passages_of
from postil.tui.screens.sources.session import SourcesSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.catalogue.source_list import ListedSource, SourceFilter

FEW = 3
"""Articles of which passages are shown beside a source."""


class TakesSources(Protocol):
    """Takes what was read, on the event loop."""

    def take_sources(
        self,
        listed: Sequence[ListedSource],
        fitting: SourceFilter,
        likely: Mapping[str, ListedSource] | None,
    ) -> None:
        """Take all sources; ``likely`` is None for what is known of that already."""

    def take_fitting(
        self, typed: str, listed: Sequence[ListedSource], error: PostilError | None
    ) -> None:
        """Take those that fit what is typed."""

    def take_passages(self, key: str, passages: Sequence[Passage]) -> None:
        """Take some passages of a source."""

    def tell_progress(self, done: int, of: int) -> None:
        """Say how many articles of how many are read."""

    def complain(self, error: PostilError) -> None:
        """Say what could not be read."""


class SourceReader:
    """Reads until the screen is gone."""

    def __init__(
        self,
        session: SourcesSession,
        screen: Screen[None],
        task: BackgroundTask,
        take: TakesSources,
    ) -> None:
        self._session = session
        self._screen = screen
        self._take = take
        self._reading = task
        self._fitting, self._passages = task.another(), task.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        for task in (self._reading, self._fitting, self._passages):
            task.drop()

    def read(self) -> None:
        """Read all sources, and then count their notes."""
        self._reading.drop()
        task = self._reading = self._reading.another()
        self._in_thread("sources", task, self._read)

    def _in_thread(
        self, group: str, task: BackgroundTask, work: Callable[[BackgroundTask], None]
    ) -> None:
        def careful() -> None:
            try:
                task.let_keys_go_first()
                work(task)
            except Cancelled:
                return
            except PostilError as error:
                self._screen.call_later(self._take.complain, error)

        self._screen.run_worker(careful, thread=True, group=group, description=group)

    def _read(self, task: BackgroundTask) -> None:
        session, home = self._session, self._session.home()
        here = session.here
        home.refresh(task.step)

        def told(done: int, of: int) -> None:
            task.yield_to_keys()
            self._screen.call_later(self._take.tell_progress, done, of)

        rooms = library.source_list
        listed = rooms.of_library(home, told) if here is None else rooms.of_article(home, here)
        likely = library.likely_same.likely_same([one.source for one in listed])
        task.yield_to_keys()
        others = {listed[one].key: listed[other] for one, other in likely.items()}
        self._hand(home, listed, others)
        task.yield_to_keys()
        with_notes = rooms.with_notes(home, listed, None if here is None else here.path)
        task.yield_to_keys()
        if with_notes != listed:
            self._hand(home, with_notes, None)

    def _hand(
        self,
        home: Home,
        listed: Sequence[ListedSource],
        likely: Mapping[str, ListedSource] | None,
    ) -> None:
        fitting = library.source_list.SourceFilter(home, listed)
        self._screen.call_later(self._take.take_sources, listed, fitting, likely)

    def fit(self, typed: str, fitting: SourceFilter) -> None:
        """Find out which sources fit what is typed by now."""
        self._fitting.drop()
        task = self._fitting = self._reading.another()
        self._in_thread("fitting", task, partial(self._fit, typed, fitting))

    def _fit(self, typed: str, fitting: SourceFilter, task: BackgroundTask) -> None:
        error: PostilError | None = None
        found: Sequence[ListedSource] = ()
        try:
            found = fitting.fitting(typed, task.yield_to_keys)
        except PostilError as wrong:
            error = wrong
        self._screen.call_later(self._take.take_fitting, typed, found, error)

    def read_passages(self, listed: ListedSource) -> None:
        """Read some passages of a source, instead of those of another."""
        self._passages.drop()
        task = self._passages = self._reading.another()
        self._in_thread("passages", task, partial(self._read_passages, listed))

    def _read_passages(self, listed: ListedSource, task: BackgroundTask) -> None:
        found: list[Passage] = []
        for one in islice(library.source_list.places(self._session.home(), listed), FEW):
            task.yield_to_keys()
            found += passages_of(one)
        self._screen.call_later(self._take.take_passages, listed.key, found)
