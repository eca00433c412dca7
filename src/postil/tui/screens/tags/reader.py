"""Reads the tree of tags and the passages of one, in threads, and looks for changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.model.values import NamedTuple
from postil.tui.screens.tags.session import TagsSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch, TagFilter
    from postil.model.article import Block
    from postil.model.note import Note

MOST = 40
"""Passages that are shown beside a tag; all of them are listed on a screen of their own."""

PAUSE = 0.06
"""Seconds for which a tag is pointed at before its passages are read."""


BEGINNING = 400
"""Code points of what a note says that are read for it."""


class TagPassage(NamedTuple):
    """A note beside its tag, with the beginning of its Markdown read."""

    note: Note
    title: str
    """Of its article."""
    said: tuple[Block, ...]
    more: bool
    """Whether the note says more than that."""


class ReadTags(Protocol):
    """Takes what was read, on the event loop."""

    def take_tree(self, tree: Sequence[Branch], fitting: TagFilter) -> None:
        """Take the tree."""

    def take_passages(self, tag: str, passages: Sequence[TagPassage]) -> None:
        """Take some passages of a tag."""

    def complain(self, error: PostilError) -> None:
        """Say what could not be read."""


class TagReader:
    """Reads until the screen is gone."""

    def __init__(
        self,
        session: TagsSession,
        screen: Screen[None],
        task: BackgroundTask,
        take: ReadTags,
    ) -> None:
        self._session = session
        self._screen = screen
        self._take = take
        self._reading = task
        self._passages = task.another()

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reading.drop()
        self._passages.drop()

    def read(self) -> None:
        """Read the tree."""
        self._in_thread("tags", partial(self._read, anew=True))

    def look_again(self) -> None:
        """Read the tree anew where anybody has changed anything, in whatever terminal."""
        self._in_thread("look", partial(self._read, anew=False))

    def _in_thread(self, group: str, work: Callable[[], None]) -> None:
        self._screen.run_worker(work, thread=True, group=group, description=group)

    def _read(self, anew: bool) -> None:
        task = self._reading
        try:
            task.let_keys_go_first()
            home = self._session.home()
            changed = home.refresh(task.step)
            if anew or changed:
                tree = library.codebook.branches(home)
                task.yield_to_keys()
                fitting = library.codebook.TagFilter(tree)
                self._screen.call_later(self._take.take_tree, tree, fitting)
        except Cancelled:
            return
        except PostilError as error:
            self._screen.call_later(self._take.complain, error)

    def read_passages(self, tag: str) -> None:
        """Read some passages of a tag, instead of those of another."""
        self._passages.drop()
        task = self._passages = self._reading.another()
        self._in_thread("passages", partial(self._read_passages, tag, task))

    def _read_passages(self, tag: str, task: BackgroundTask) -> None:
        try:
            task.let_keys_go_first()
            found = []
            for note, title in library.codebook.some_passages(self._session.home(), tag, MOST):
                said = library.note_text.blocks(note.body[:BEGINNING])
                found.append(TagPassage(note, title, said, len(note.body) > BEGINNING))
                task.yield_to_keys()
            task.yield_to_keys()
        except Cancelled:
            return
        except PostilError as error:
            self._screen.call_later(self._take.complain, error)
        else:
            self._screen.call_later(self._take.take_passages, tag, found)
