"""The way back from a hit: ``q`` leads from the article that it opened to the list it stood in.

A list is gone when something is chosen in it, and where an article was open that one may be gone,
too. What is needed to open both again is kept with the article that has taken their place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from postil.model.position import ReadingPosition
from postil.model.values import NamedTuple
from postil.tui.screens.reader.screen import ReaderScreen
from postil.tui.screens.search.trail import HitTrail

if TYPE_CHECKING:
    from postil.tui.screens.listing.frame import ListScreen

MakesList = Callable[[], "ListScreen[Any]"]
"""Makes the screen of a list, as it was when it was left."""


class ScreenStack(Protocol):
    """The app, as far as it shows one screen over another."""

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The screens, the one on top last."""

    def push_screen(self, screen: Screen[None]) -> object:
        """Show a screen over all others."""

    def pop_screen(self) -> AwaitComplete:
        """Take the topmost screen away."""

    def clear_notifications(self) -> None:
        """Take away what was told in passing."""

    def open_path(
        self,
        path: Path,
        where: ReadingPosition | None = None,
        note: str = "",
        instead: bool = False,
    ) -> ReaderScreen | None:
        """Open an article, at a place and a note; None where that cannot be."""


class WayBack(NamedTuple):
    """What lay where an article lies now."""

    lists: Sequence[MakesList]
    """The lists, the lowest first."""
    path: Path | None
    """The article below them whose place it has taken; None for none."""
    where: ReadingPosition | None
    """The place where that was left."""
    further: WayBack | None
    """The way back from there."""


class WaysBack:
    """Remembers from which list each open article was chosen."""

    def __init__(self, app: ScreenStack, trail: HitTrail) -> None:
        self._app = app
        self._trail = trail
        self._lists: Sequence[MakesList] = ()
        """Those in which something was chosen that is not open yet."""
        self._ways: WeakKeyDictionary[ReaderScreen, WayBack] = WeakKeyDictionary()

    async def leave_lists(self) -> Screen[Any]:
        """Take away the lists over what is read; return what lies below."""
        # No first frame waits for the lists, which are loaded when there is one.
        from postil.tui.screens.listing.frame import ListScreen

        left: list[MakesList] = []
        stack = self._app.screen_stack
        while len(stack) > 1 and not isinstance(stack[-1], ReaderScreen):
            if isinstance(stack[-1], ListScreen) and (again := stack[-1].again) is not None:
                left.insert(0, again)
            await self._app.pop_screen()
            stack = self._app.screen_stack
        reader, stop = stack[-1], self._trail.now
        here = isinstance(reader, ReaderScreen) and self._trail.leads_to(reader.path)
        self._lists = [] if here or stop is None or not stop.path else left
        return reader

    def opened(self, new: ReaderScreen | None, old: ReaderScreen | None, *, instead: bool) -> None:
        """Take note that an article was opened from another one, perhaps ``instead`` of that."""
        lists, self._lists = self._lists, ()
        if new is None:
            return
        before = None if old is None else self._ways.get(old)
        if lists:
            gone = old if instead else None
            where = None if gone is None else gone.page.paragraph.here()
            path = None if gone is None else gone.path
            self._ways[new] = WayBack(lists, path, where, before if gone is not None else None)
        elif before is not None and instead and self._at_hit(new):
            self._ways[new] = before

    def _at_hit(self, reader: ReaderScreen) -> bool:
        return self._trail.leads_to(reader.path) or self._trail.returns_to(reader.path)

    async def go(self, reader: ReaderScreen) -> bool:
        """Go back to the list in which an article was chosen; tell whether there is one."""
        way = self._ways.pop(reader, None)
        if way is None:
            return False
        below = None
        if way.path is not None:
            below = self._app.open_path(way.path, way.where, instead=True)
        if below is None:
            await self._app.pop_screen()
        elif way.further is not None:
            self._ways[below] = way.further
        for make in way.lists:
            self.show(make, returned=True)
        return True

    def show(self, make: MakesList, *, returned: bool = False) -> None:
        """Show a list; where the reader has ``returned`` to it the keys mean its rows."""
        screen = make()
        screen.again, screen.returned = make, returned
        self._app.push_screen(screen)
