"""Reads the tree of tags and the passages of one, in threads, and looks for changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.screens.tags.session import TagsSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch, NotedPassage, TagFilter

MOST = 40
"""Passages that are shown beside a tag; all of them are listed on a screen of their own."""

PAUSE = 0.06
"""Seconds for which a tag is pointed at before its passages are read."""


@dataclass
class TreeRead(Message):
    """The tree was read."""

    tree: Sequence[Branch]
    filter: TagFilter


@dataclass
class PassagesRead(Message):
    """Some passages of a tag were read."""

    tag: str
    passages: Sequence[NotedPassage]


@dataclass
class Failed(Message):
    """Something could not be read."""

    error: PostilError


class Asker(Protocol):
    """The screen for which is read."""

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take what was read; threads call this."""


class TagReader:
    """Reads until the screen is gone."""

    def __init__(self, session: TagsSession, asker: Asker, key_priority: KeyPriority) -> None:
        self._session = session
        self._asker = asker
        self._reading = BackgroundTask(key_priority)
        self._passages = self._reading.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reading.drop()
        self._passages.drop()

    def read(self) -> None:
        """Read the tree."""
        self._asker.in_thread("tags", partial(self._read, anew=True))

    def look_again(self) -> None:
        """Read the tree anew where anybody has changed anything, in whatever terminal."""
        self._asker.in_thread("tags", partial(self._read, anew=False))

    def _read(self, anew: bool) -> None:
        task = self._reading
        try:
            task.let_keys_go_first()
            home = self._session.home()
            changed = home.refresh(task.step)
            if anew or changed:
                tree = library.codebook.branches(home)
                task.yield_to_keys()
                self._asker.post_message(TreeRead(tree, library.codebook.TagFilter(tree)))
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Failed(error))

    def read_passages(self, tag: str) -> None:
        """Read some passages of a tag, instead of those of another."""
        self._passages.drop()
        task = self._passages = self._reading.another()
        self._asker.in_thread("passages", partial(self._read_passages, tag, task))

    def _read_passages(self, tag: str, task: BackgroundTask) -> None:
        try:
            task.let_keys_go_first()
            found = library.codebook.some_passages(self._session.home(), tag, MOST)
            task.yield_to_keys()
        except Cancelled:
            return
        except PostilError as error:
            self._asker.post_message(Failed(error))
        else:
            self._asker.post_message(PassagesRead(tag, found))
