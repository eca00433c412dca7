"""Where passages come from, and the threads that read them for a screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.tui.screens.passages.passage import Passage, of_note
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.care.local_state import Home

AT_ONCE = 0.1
"""Seconds between two lots of passages that are handed to the screen."""


class Supply(Protocol):
    """Some passages that belong together; threads call what it does."""

    @property
    def title(self) -> str:
        """What they have in common."""

    @property
    def hint(self) -> str:
        """What the query line says while it is empty."""

    def read(self) -> Iterator[Passage]:
        """Yield them, those of an article together."""

    def fitting(self, typed: str, passages: Sequence[Passage]) -> Collection[str]:
        """Return the keys of those that what is typed asks for; raises BadQuery."""


class NotesOfTag:
    """The notes under a tag, asked for in the query language."""

    hint = "search in these notes"

    def __init__(self, home: Callable[[], Home], tag: str) -> None:
        self._home = home
        self._tag = tag

    @property
    def title(self) -> str:
        """The tag."""
        return f"#{self._tag}"

    def read(self) -> Iterator[Passage]:
        """Yield the notes where they stand now."""
        return map(of_note, library.codebook.passages(self._home(), self._tag))

    def fitting(self, typed: str, passages: Sequence[Passage]) -> Collection[str]:
        """Return the ids of the notes that fit."""
        found = library.choosing.chosen_notes(
            self._home(), typed, filters={"tag": self._tag}, sources=False, typing=True
        )
        return {one.id for one in found} & {one.key for one in passages}


GiveRead = Callable[[Sequence[Passage], bool, PostilError | None], None]
"""Is given the passages read so far, whether that is all, and what went wrong."""

GiveFitting = Callable[[str, Collection[str], PostilError | None], None]
"""Is given what was typed, the keys of the passages that fit, and what is wrong with it."""


class PassageReader:
    """Reads passages, and which of them are asked for, until it is dropped."""

    def __init__(
        self,
        supply: Supply,
        screen: Screen[None],
        task: BackgroundTask,
        read: GiveRead,
        fitted: GiveFitting,
    ) -> None:
        self._supply = supply
        self._screen = screen
        self._read_so_far, self._fitted = read, fitted
        self._reading = task
        self._fitting = task.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reading.drop()
        self._fitting.drop()

    def read(self) -> None:
        """Read all passages, instead of what is being read."""
        self._reading.drop()
        task = self._reading = self._reading.another()
        self._in_thread("passages", partial(self._read, task))

    def _in_thread(self, group: str, work: Callable[[], None]) -> None:
        self._screen.run_worker(work, thread=True, group=group, description=group)

    def _read(self, task: BackgroundTask) -> None:
        found: list[Passage] = []
        handed = time.monotonic()
        give = partial(self._screen.call_later, self._read_so_far)
        try:
            task.let_keys_go_first()
            for one in self._supply.read():
                task.yield_to_keys()
                found.append(one)
                if time.monotonic() - handed > AT_ONCE * (1 + len(found) // 1000):
                    give(tuple(found), False, None)
                    handed = time.monotonic()
        except Cancelled:
            return
        except PostilError as error:
            give(tuple(found), True, error)
        else:
            give(tuple(found), True, None)

    def fit(self, typed: str, passages: Sequence[Passage]) -> None:
        """Find out which passages fit what is typed by now."""
        self._fitting.drop()
        task = self._fitting = self._reading.another()
        self._in_thread("fitting", partial(self._fit, typed, passages, task))

    def _fit(self, typed: str, passages: Sequence[Passage], task: BackgroundTask) -> None:
        give = partial(self._screen.call_later, self._fitted, typed)
        try:
            task.let_keys_go_first()
            keys = self._supply.fitting(typed, passages)
            task.yield_to_keys()
        except Cancelled:
            return
        except PostilError as error:
            give((), error)
        else:
            give(keys, None)
