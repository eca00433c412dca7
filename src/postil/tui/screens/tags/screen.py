"""The tags screen: every tag in its place in the tree, filtered while something is typed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.screen import Screen
from textual.worker import WorkType

from postil.errors import PostilError
from postil.library.tags.codebook import Branch
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.messages import sentences
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.passages.supply import NotesOfTag
from postil.tui.screens.tags.changes import TagChanges
from postil.tui.screens.tags.preview import TagPreview
from postil.tui.screens.tags.reader import PAUSE, Failed, PassagesRead, TagReader, TreeRead
from postil.tui.screens.tags.session import TagsSession
from postil.tui.screens.tags.split import SplitScreen
from postil.tui.screens.tags.tag_list import HINTS, TagDrawing, TagList
from postil.tui.startup.app_input import OPENS
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.tags.codebook import NotedPassage, TagFilter

Answer = TypeVar("Answer")

AGAIN = 2.0
"""Seconds between two looks for what others have changed."""

NONE_YET = (
    "There are no tags yet. In an article, t puts them on a passage:\n"
    "trade/routes lies below trade, and is found with it."
)


class TagsScreen(ListScreen[Branch]):
    """Type to filter, Enter lists the passages of a tag; in the list keys change tags."""

    TITLE_TEXT = "Tags"

    HINT: ClassVar[str] = "filter the tags by name and definition"

    def __init__(self, session: TagsSession, key_priority: KeyPriority) -> None:
        self._session = session
        self._key_priority = key_priority
        self._drawing = TagDrawing()
        self._passages = TagPreview()
        super().__init__(self, TagList(self._drawing, ticks=True), self._passages, tuple)
        self._reader = TagReader(session, self, key_priority)
        self._changes = TagChanges(self)
        self._filter: TagFilter | None = None
        self._found: dict[str, Sequence[NotedPassage]] = {}
        """The passages that were read, by the tag."""

    # -- reading

    def begin(self) -> None:
        """Show the tags as they were, and read them anew."""
        self.line.value = self._session.typed
        self.line.cursor_position = len(self.line.value)
        self.found(any_rows=False, empty="Reading…")
        self._reader.read()
        self.set_interval(AGAIN, self._reader.look_again)

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(work, thread=True, exclusive=True, group=group, description=group)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._reader.drop()

    @on(TreeRead)
    def _read(self, event: TreeRead) -> None:
        self._session.tree, self._filter = event.tree, event.filter
        self._found.clear()
        self.list.ticked &= {self._drawing.key(one) for one in event.tree}
        self._list(self._session.tag)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self.complain(event.error)

    def typed(self) -> None:
        """List the tags that have what is typed."""
        self._session.typed = self.line.value
        self._list("")

    def _list(self, tag: str) -> None:
        """List the tags that fit, and point at one, or at the likeliest."""
        if self._filter is None:
            return
        typed = clean_line(self.line.value)
        shown = self._filter.fitting(typed)
        self._drawing.flat = bool(typed)
        keys = [self._drawing.key(one) for one in shown]
        key = tag.casefold()
        at = keys.index(key) if key in keys else self._filter.best(typed, shown) if typed else 0
        self.list.show(shown, at)
        known = self.branches
        nothing = f"No tag has {in_marks(typed)} in its name or definition." if known else NONE_YET
        self.found(any_rows=bool(shown), empty=nothing)
        self._count_tags()

    @on(PointedList.Ticked)
    def _count_tags(self) -> None:
        shown, known = len(self.list.rows), len(self.branches)
        said = f"{shown} of {known}" if shown < known else f"{known}"
        ticked = len(self.list.ticked)
        self.count(f"{said}, {ticked} ticked" if ticked else said)
        self.say()

    def preview(self, row: Branch | None) -> None:
        """Show the passages of the tag pointed at, once the pointer rests."""
        if row is None:
            self._passages.show(None, None)
            return
        self._session.tag = row.tag
        self._passages.show(row, self._found.get(row.tag))
        if row.tag not in self._found:
            self.set_timer(PAUSE, partial(self._read_passages, row.tag))

    def _read_passages(self, tag: str) -> None:
        if self.pointed is not None and self.pointed.tag == tag and tag not in self._found:
            self._reader.read_passages(tag)

    @on(PassagesRead)
    def _passages_read(self, event: PassagesRead) -> None:
        self._found[event.tag] = event.passages
        if self.pointed is not None and self.pointed.tag == event.tag:
            self._passages.show(self.pointed, event.passages)

    # -- what changes are asked for

    @property
    def pointed(self) -> Branch | None:
        """The tag pointed at."""
        return self.list.row

    @property
    def ticked(self) -> Sequence[Branch]:
        """The tags that are ticked, listed or not."""
        return [one for one in self.branches if self._drawing.key(one) in self.list.ticked]

    @property
    def branches(self) -> Sequence[Branch]:
        """All tags."""
        return self._session.tree or ()

    def home(self) -> Home:
        """Return the notes; a thread calls this."""
        return self._session.home()

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog, or a screen, and return its answer."""
        return await self.app.push_screen(dialog, wait_for_dismiss=True)

    def split(self, tag: str) -> SplitScreen:
        """Return the checklist of the notes of a tag."""
        return SplitScreen(self.home, tag, self._key_priority)

    def say_done(self, text: str, *, trouble: PostilError | None = None) -> None:
        """Tell the reader something in passing, or what went wrong."""
        self.app.clear_notifications()
        if trouble is None:
            self.notify(text, markup=False, timeout=5)
        else:
            self.notify(sentences(trouble), severity="error", markup=False, timeout=6)

    def changed(self, tag: str = "") -> None:
        """Show what was changed, and point at a tag."""
        self._session.tag = tag or self._session.tag
        self.list.ticked.clear()
        self._reader.read()

    # -- keys

    def action_change(self, what: str) -> None:
        """Change the tag pointed at, or those that are ticked."""
        self._begin(self._changes.verbs[what])

    def action_colour(self, number: int) -> None:
        """Give the tag pointed at, or those that are ticked, a colour."""
        self._begin(partial(self._changes.colour, number))

    def _begin(self, change: Callable[[], Coroutine[Any, Any, None]]) -> None:
        work: WorkType[None] = change
        self.run_worker(work, name=OPENS, description="change of tags")

    def moved(self, by: int) -> None:
        """Point at another tag."""
        self.list.pointed += by

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the keys of the list do to tags."""
        return HINTS if in_list else ()

    def open(self) -> None:
        """List the passages of the tag pointed at."""
        branch = self.pointed
        if branch is None or not branch.within:
            self.app.bell()
            return
        memory = self._session.within.setdefault(branch.tag, Memory())
        supply = NotesOfTag(self.home, branch.tag)
        trail = self._session.trail
        self.app.push_screen(PassagesScreen(supply, trail, memory, self._key_priority))
