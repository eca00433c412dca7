"""The tags screen: every tag in its place in the tree, filtered while something is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on

from postil.config import Settings
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.passages.supply import NotesOfTag
from postil.tui.screens.tags.changes import TagChanges
from postil.tui.screens.tags.preview import TagPreview
from postil.tui.screens.tags.session import TagsSession
from postil.tui.screens.tags.tag_list import TagList
from postil.tui.screens.tags.tree import TagTree
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch


class TagsScreen(ListScreen["Branch"]):
    """Type to filter, Enter lists the passages of a tag; in the list keys change tags."""

    TITLE_TEXT = "Tags"

    HINT: ClassVar[str] = "filter by name, or by definition"

    ENTER: ClassVar[str] = "lists its passages"

    def __init__(self, session: TagsSession, settings: Settings, key_priority: KeyPriority) -> None:
        self._session = session
        self._settings = settings
        self._key_priority = key_priority
        preview = TagPreview()
        self._stage = ScreenListStage(self, settings, session.home, key_priority)
        self.tags = TagTree(self, session, self._stage.task(), preview, self._open_tag)
        self._changes = TagChanges(self._stage, self.tags)
        super().__init__(self.tags, TagList(self.tags.drawing, ticks=True), preview, tuple)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.tags.drop()

    @on(PointedList.Ticked)
    def _ticked(self) -> None:
        self.tags.count()

    def action_change(self, what: str) -> None:
        """Change the tag pointed at, or those that are ticked."""
        self._stage.in_background(self._changes.verbs[what], opens=True)

    def action_colour(self, number: int) -> None:
        """Give the tag pointed at, or those that are ticked, a colour."""
        self._stage.in_background(partial(self._changes.colour, number), opens=True)

    def _open_tag(self, branch: Branch) -> None:
        session = self._session
        memory = session.within.setdefault(branch.tag, Memory())
        supply = NotesOfTag(session.home, branch.tag)
        trail = session.trail
        make = partial(
            PassagesScreen,
            *(supply, trail, memory, self._settings, session.home, self._key_priority),
        )
        screen = make()
        screen.again = make
        self.app.push_screen(screen, lambda _: self.tags.changed())
