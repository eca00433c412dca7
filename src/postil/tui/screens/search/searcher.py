"""Searches in threads: while a query is typed, and what is known is read anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.screens.search.session import SearchSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Found


@dataclass
class Answered(Message):
    """Something was found for a query, or it cannot be read."""

    typed: str
    found: Found | None
    error: PostilError | None = None


@dataclass
class Refreshed(Message):
    """What is known was read anew: all of it, or so many articles of so many."""

    read: int
    of: int
    done: bool
    again: bool = False
    """Whether nothing of it is new: another version of Postil has read it, and it answers so."""


class Asker(Protocol):
    """The screen that asks."""

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take an answer; threads call this."""


class Searcher:
    """Answers each query until the next one is asked."""

    def __init__(self, session: SearchSession, asker: Asker, key_priority: KeyPriority) -> None:
        self._session = session
        self._asker = asker
        self._key_priority = key_priority
        self._refreshing = BackgroundTask(key_priority)
        self._looking = self._refreshing.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._looking.drop()
        self._refreshing.drop()

    def stop(self) -> None:
        """Search for nothing any more."""
        self._looking.drop()

    def ask(self, typed: str) -> None:
        """Search for what is typed by now and drawn, and for nothing else any more."""
        self._key_priority.answered()
        self._looking.drop()
        task = self._looking = self._refreshing.another()
        self._asker.in_thread("search", partial(self._look, typed, task))

    def _look(self, typed: str, task: BackgroundTask) -> None:
        try:
            task.yield_to_keys()
            for found in self._session.live().found(typed, task.yield_to_keys):
                self._asker.post_message(Answered(typed, found))
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Answered(typed, None, error))

    def refresh(self) -> None:
        """Read what is new or changed since the last time."""
        self._asker.in_thread("catalogue", self._refresh)

    def _refresh(self) -> None:
        task, session = self._refreshing, self._session

        def told(done: int, of: int) -> None:
            task.yield_to_keys()
            self._asker.post_message(Refreshed(done, of, done=False))

        def again(done: int, of: int) -> None:
            task.yield_to_keys()
            self._asker.post_message(Refreshed(done, of, done=False, again=True))

        try:
            task.let_keys_go_first()
            live = session.live()
            session.tags = live.tags()
            live.warm(task.yield_to_keys)
            read, session.known = live.refresh(told, again)
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Answered(session.typed, None, error))
        else:
            self._asker.post_message(Refreshed(read, read, done=True))
