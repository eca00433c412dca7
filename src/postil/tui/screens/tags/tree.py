"""The tree of tags as the screen lists it: read, filtered, ticked, and the passages of a tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from postil.errors import PostilError
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.tags.preview import TagPreview
from postil.tui.screens.tags.reader import PAUSE, TagReader
from postil.tui.screens.tags.session import TagsSession
from postil.tui.screens.tags.tag_list import HINTS, TagDrawing
from postil.tui.startup.key_priority import BackgroundTask

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch, TagFilter
    from postil.tui.screens.tags.reader import TagPassage

AGAIN = 2.0
"""Seconds between two looks for what others have changed."""

NONE_YET = (
    "There are no tags yet. In an article, t puts them on a passage:\n"
    "trade/routes lies below trade, and is found with it."
)


class TagTree:
    """What the screen of tags asks for and shows."""

    def __init__(
        self,
        screen: ListScreen[Branch],
        session: TagsSession,
        task: BackgroundTask,
        passages: TagPreview,
        open_tag: Callable[[Branch], None],
    ) -> None:
        """List tags; ``open_tag`` lists the passages of one."""
        self._screen = screen
        self._session = session
        self._passages = passages
        self._open = open_tag
        self._reader = TagReader(session, screen, task, self)
        self.drawing = TagDrawing()
        self._found: dict[str, Sequence[TagPassage]] = {}
        """The passages that were read, by the tag."""

    @property
    def pointed(self) -> Branch | None:
        """The tag pointed at."""
        return self._screen.list.row

    @property
    def ticked(self) -> Sequence[Branch]:
        """The tags that are ticked, listed or not."""
        ticked = self._screen.list.ticked
        return [one for one in self.branches if self.drawing.key(one) in ticked]

    @property
    def branches(self) -> Sequence[Branch]:
        """All tags."""
        return self._session.tree or ()

    # -- reading

    def begin(self) -> None:
        """Show the tags as they are, and look again and again whether they have changed."""
        line = self._screen.line
        line.value = self._session.typed
        line.cursor_position = len(line.value)
        if self._session.filter is None:
            self._screen.found(any_rows=False, empty="Reading…", looking=True)
        else:
            self._list(self._session.tag)
        self._reader.read()
        self._screen.set_interval(AGAIN, self._reader.look_again)

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._reader.drop()

    def changed(self, tag: str = "") -> None:
        """Show what was changed, and point at a tag."""
        self._session.tag = tag or self._session.tag
        self._screen.list.ticked.clear()
        self._reader.read()

    def working(self, share: float) -> None:
        """Say how far a change is; what it has done is listed when it is on the disk."""
        said = f"changing notes, {round(100 * share)} %…"
        self._screen.call_later(self._screen.count, said)

    def take_tree(self, tree: Sequence[Branch], fitting: TagFilter) -> None:
        """Show the tree that was read."""
        self._session.tree, self._session.filter = tree, fitting
        self._found.clear()
        if ticked := self._screen.list.ticked:
            ticked &= {self.drawing.key(one) for one in tree}
        self._list(self._session.tag)

    def take_passages(self, tag: str, passages: Sequence[TagPassage]) -> None:
        """Show the passages of a tag, if it is still pointed at."""
        self._found[tag] = passages
        if self.pointed is not None and self.pointed.tag == tag:
            self._passages.show(self.pointed, passages)

    def complain(self, error: PostilError) -> None:
        """Say what could not be read."""
        self._screen.complain(error)

    # -- showing

    def typed(self) -> None:
        """List the tags that have what is typed."""
        self._session.typed = self._screen.line.value
        self._list("")

    def _list(self, tag: str) -> None:
        """List the tags that fit, and point at one, or at the likeliest."""
        fitting = self._session.filter
        if fitting is None:
            return
        typed = clean_line(self._screen.line.value)
        shown = fitting.fitting(typed)
        self.drawing.flat = bool(typed)
        # Of very many tags the keys are made only to find one again.
        keys = (self.drawing.key(one) for one in shown) if tag else ()
        at = next((at for at, key in enumerate(keys) if key == tag.casefold()), None)
        if at is None:
            at = fitting.best(typed, shown) if typed else 0
        self._screen.list.show(shown, at)
        nothing = f"No tag has {in_marks(typed)} in its name or definition."
        self._screen.found(any_rows=bool(shown), empty=nothing if self.branches else NONE_YET)
        self.count()

    def count(self) -> None:
        """Say how many tags are listed, and how many are ticked."""
        shown, known = len(self._screen.list.rows), len(self.branches)
        said = f"{shown} of {known}" if shown < known else f"{known}"
        ticked = len(self._screen.list.ticked)
        self._screen.count(f"{said}, {ticked} ticked" if ticked else said)

    def preview(self, row: Branch | None) -> None:
        """Show the passages of the tag pointed at, once the pointer rests."""
        if row is None:
            self._passages.show(None, None)
            return
        self._session.tag = row.tag
        self._passages.show(row, self._found.get(row.tag))
        if row.tag not in self._found:
            self._screen.set_timer(PAUSE, partial(self._read_passages, row.tag))

    def _read_passages(self, tag: str) -> None:
        if self.pointed is not None and self.pointed.tag == tag and tag not in self._found:
            self._reader.read_passages(tag)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another tag."""
        self._screen.list.pointed += by

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the keys of the list do to tags."""
        return HINTS if in_list else ()

    def open(self) -> None:
        """List the passages of the tag pointed at."""
        branch = self.pointed
        if branch is None or not branch.within:
            self._screen.app.bell()
        else:
            self._open(branch)
