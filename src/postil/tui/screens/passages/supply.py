"""Where passages come from, and the threads that read them for a screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.screens.passages.passage import Passage, of_note
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

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


@dataclass
class Read(Message):
    """Passages have been read, all that there are so far."""

    passages: tuple[Passage, ...]
    done: bool
    error: PostilError | None = None


@dataclass
class Fitted(Message):
    """It is known which passages fit what is typed."""

    typed: str
    keys: Collection[str]
    error: PostilError | None = None


class Asker(Protocol):
    """The screen for which is read."""

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take what was read; threads call this."""


class PassageReader:
    """Reads passages, and which of them are asked for, until the screen is gone."""

    def __init__(self, supply: Supply, asker: Asker, key_priority: KeyPriority) -> None:
        self._supply = supply
        self._asker = asker
        self._reading = BackgroundTask(key_priority)
        self._fitting = self._reading.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reading.drop()
        self._fitting.drop()

    def read(self) -> None:
        """Read all passages."""
        self._asker.in_thread("passages", self._read)

    def _read(self) -> None:
        task = self._reading
        found: list[Passage] = []
        handed = time.monotonic()
        try:
            task.let_keys_go_first()
            for one in self._supply.read():
                task.yield_to_keys()
                found.append(one)
                if time.monotonic() - handed > AT_ONCE * (1 + len(found) // 1000):
                    self._asker.post_message(Read(tuple(found), done=False))
                    handed = time.monotonic()
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Read(tuple(found), done=True, error=error))
        else:
            self._asker.post_message(Read(tuple(found), done=True))

    def fit(self, typed: str, passages: Sequence[Passage]) -> None:
        """Find out which passages fit what is typed by now."""
        self._fitting.drop()
        task = self._fitting = self._reading.another()
        self._asker.in_thread("fitting", partial(self._fit, typed, passages, task))

    def _fit(self, typed: str, passages: Sequence[Passage], task: BackgroundTask) -> None:
        try:
            task.let_keys_go_first()
            keys = self._supply.fitting(typed, passages)
            task.yield_to_keys()
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Fitted(typed, (), error))
        else:
            self._asker.post_message(Fitted(typed, keys))
