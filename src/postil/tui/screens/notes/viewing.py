"""Looks up in a thread what notes in sight do not say themselves: state, section, source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.browsing.note_views import NoteView, NoteViews
    from postil.library.care.local_state import Home
    from postil.model.note import Note

KEPT = 2000
"""Notes of which is remembered what was looked up."""

MOST_WANTED = 60
"""Notes that are looked up at once; who scrolls on does not wait for those that are gone by."""


@dataclass
class Viewed(Message):
    """Something was looked up: what is in sight may be drawn anew."""


class Viewing(Protocol):
    """The screen on which the notes are in sight."""

    def in_thread(self, group: str, task: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""

    def post_message(self, message: Message, /) -> bool:
        """Be told; threads call this."""

    def call_later(self, function: Callable[[], object], /) -> object:
        """Call a function when what goes on now is done."""


class NoteLookup:
    """What was looked up, and what is wanted; the notes wanted last come first."""

    def __init__(
        self, screen: Viewing, home: Callable[[], Home], key_priority: KeyPriority
    ) -> None:
        self._screen = screen
        self._home = home
        self._task = BackgroundTask(key_priority)
        self._views: NoteViews | None = None
        self._known: dict[str, tuple[Note, NoteView]] = {}
        self._wanted: dict[str, Note] = {}
        self._working = False

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._task.drop()

    def forget(self) -> None:
        """Look all up anew: an article or a source may be another one by now."""
        self._known.clear()

    def of(self, note: Note) -> NoteView | None:
        """Return what is known of a note; None where that has to be looked up, which begins."""
        known = self._known.get(note.id)
        if known is not None and known[0] is note:
            return known[1]
        self._wanted.pop(note.id, None)
        self._wanted[note.id] = note
        while len(self._wanted) > MOST_WANTED:
            del self._wanted[next(iter(self._wanted))]
        if not self._working:
            self._working = True
            self._screen.call_later(self._begin)
        # What was known of it before is better than nothing: a change of its tags moves no note.
        return None if known is None else known[1]

    def _begin(self) -> None:
        wanted, self._wanted = list(reversed(self._wanted.values())), {}
        self._screen.in_thread("views", partial(self._look, wanted))

    def _look(self, wanted: list[Note]) -> None:
        found: dict[str, tuple[Note, NoteView]] = {}
        try:
            self._task.let_keys_go_first()
            if self._views is None:
                self._views = library.note_views.NoteViews(self._home())
            for note, view in self._views.of(wanted, self._task.step):
                found[note.id] = note, view
        except (Cancelled, PostilError):
            # Nobody waits for it, or the notes themselves say what is wrong.
            pass
        self._screen.call_later(partial(self._take, found))

    def _take(self, found: dict[str, tuple[Note, NoteView]]) -> None:
        if len(self._known) > KEPT:
            self._known.clear()
        self._known |= found
        self._working = bool(self._wanted)
        if self._working:
            self._begin()
        self._screen.post_message(Viewed())
