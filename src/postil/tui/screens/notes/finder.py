"""Finds notes in a thread, for the query and the order that hold now; the first are shown soon."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.values import NamedTuple, dataclass
from postil.tui.screens.notes.session import FromArticle, NoteSession
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.browsing.note_lists import NoteList
    from postil.library.browsing.orders import Arrangement
    from postil.library.care.local_state import Home

TALL = 2
"""Lines of a row."""

SHOWN_EVERY = 0.25
"""Seconds after which what has been found since the first notes is shown."""


class Wanted(NamedTuple):
    """What is to be listed."""

    typed: str
    order: Arrangement
    article: FromArticle | None
    """None for the notes of the whole library."""


class Lines:
    """The lines of a list, which a thread may still be adding to.

    What is added is there before a row is counted: whoever draws meanwhile finds all of it.
    """

    def __init__(self) -> None:
        self.rows: list[str] = []
        """The ids of the notes."""
        self.lines: list[str | int] = []
        """A head, or the number of a row on each of its lines."""
        self.places: array[int] = array("q")
        self._head = ""

    def add(self, head: str, ids: Sequence[str]) -> None:
        """Add notes below a head; the same head goes on."""
        if head != self._head:
            self._head = head
            self.lines.append(head)
        first, line = len(self.rows), len(self.lines)
        self.places.extend(range(line, line + TALL * len(ids), TALL))
        for number in range(first, first + len(ids)):
            self.lines += [number] * TALL
        self.rows += ids


@dataclass
class Found(Message):
    """Some of the notes were found, or all, or the query cannot be read."""

    wanted: Wanted
    lines: Lines
    note_list: NoteList | None
    done: bool
    share: float = 0.0
    """How much of what has to be read is read, 0 to 1."""
    error: PostilError | None = None


class Finding(Protocol):
    """The screen that asks."""

    def in_thread(self, group: str, task: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Take what was found; threads call this."""


class NoteFinder:
    """Finds notes until others are asked for."""

    def __init__(
        self,
        screen: Finding,
        session: NoteSession,
        home: Callable[[], Home],
        key_priority: KeyPriority,
    ) -> None:
        self._screen = screen
        self._session = session
        self._home = home
        self._task = BackgroundTask(key_priority)

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._task.drop()

    def ask(self, wanted: Wanted) -> None:
        """Find these notes, and no others any more."""
        self._task.drop()
        self._task = self._task.another()
        self._screen.in_thread("notes", partial(self._find, wanted, self._task))

    def _find(self, wanted: Wanted, task: BackgroundTask) -> None:
        lines = Lines()
        try:
            task.let_keys_go_first()
            self._look(wanted, task, lines)
        except Cancelled:
            return
        except PostilError as error:
            self._screen.post_message(Found(wanted, lines, None, done=True, error=error))

    def _look(self, wanted: Wanted, task: BackgroundTask, lines: Lines) -> None:
        home = self._home()
        # Where all notes are wanted, those that are not read yet are read piece by piece.
        home.refresh(None if wanted.article is not None else task.step)
        found = self._list(home, wanted.article)
        places = {} if wanted.article is None else wanted.article.places
        shown, at = 0, time.monotonic()
        told = partial(Found, wanted, lines, found)

        def step(share: float) -> None:
            nonlocal at
            task.step(share)
            if share and time.monotonic() - at > SHOWN_EVERY:
                at = time.monotonic()
                self._screen.post_message(told(done=False, share=share))

        order, backwards = wanted.order
        for head, ids in found.chunks(wanted.typed, order, places, step, backwards=backwards):
            lines.add(head, ids)
            if not shown or time.monotonic() - at > SHOWN_EVERY:
                first, shown, at = not shown, len(lines.rows), time.monotonic()
                self._screen.post_message(told(done=False))
                if first:
                    task.let_keys_go_first()  # and the first rows be drawn
        self._screen.post_message(told(done=True))
        self._session.tags = tuple(one.tag for one in library.tagging.tags(home))

    def _list(self, home: Home, article: FromArticle | None) -> NoteList:
        """Return the list to choose from; that of the last query as long as no note has changed."""
        if article is not None:
            return library.note_lists.NoteList(home, tuple(article.records(home)))
        kept = self._session.note_list
        if kept is None or kept.notes is not home.notes():
            self._session.note_list = kept = library.note_lists.NoteList(home)
        return kept
