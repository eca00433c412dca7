"""The search screen: everything that is known and all notes, searched while a query is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from postil.errors import BadQuery, PostilError
from postil.model.values import dataclass
from postil.tui.commands import plainest_keys
from postil.tui.dialogs.frame.dialog import Hints, plain
from postil.tui.messages import sentences
from postil.tui.screens.search.hit_list import HitList
from postil.tui.screens.search.preview import PassagePreview
from postil.tui.screens.search.query_line import QueryLine
from postil.tui.screens.search.search_keys import SCREEN
from postil.tui.screens.search.searcher import Answered, Refreshed, Searcher
from postil.tui.screens.search.session import SearchSession
from postil.tui.screens.search.trail import stops
from postil.tui.screens.search.wording import (
    LOOKING,
    NOTHING_KNOWN,
    counted,
    hints,
    how_to_ask,
    nothing_found,
    pointing_at,
)
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Found


class SearchScreen(Screen[None]):
    """Type to search, Enter opens; Tab leads into the list and back."""

    TYPING: ClassVar[bool] = True

    DEFAULT_CSS = """
    SearchScreen {
        padding: 0 2;
        background: $background;
        .title { height: 2; padding-top: 1; text-style: bold; }
        #query { height: 1; }
        .prompt { width: 2; color: $accent; text-style: bold; }
        .count { width: auto; color: $text-muted; padding-left: 1; }
        .mistake { height: 1; padding-left: 2; color: $warning; }
        #both { height: 1fr; layout: vertical; }
        #found { width: 1fr; height: 1fr; }
        .empty { height: auto; padding-left: 2; color: $text-muted; }
        PassagePreview { height: 7; border-top: solid $primary 40%; padding: 0 2; }
        &.-wide #both { layout: horizontal; }
        &.-wide #found { width: 3fr; }
        &.-wide PassagePreview {
            width: 2fr;
            height: 1fr;
            margin-left: 2;
            padding-left: 2;
            border-top: none;
            border-left: solid $primary 40%;
        }
        &.-low, &.-lowest {
            .title { display: none; }
            &.-narrow PassagePreview { display: none; }
        }
        &.-empty PassagePreview { display: none; }
    }
    """

    # Textual's own annotation reads as an instance variable, which a ClassVar must not override.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]

    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (11, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = SCREEN

    @dataclass
    class Chosen(Message):
        """The reader goes to the present hit of the trail."""

    def __init__(self, session: SearchSession, key_priority: KeyPriority) -> None:
        super().__init__()
        self._session = session
        self._searcher = Searcher(session, self, key_priority)
        self._fresh = False
        """Whether what is new or changed has been read."""
        self._answered = True
        """Whether what is typed has been answered."""
        self._then = 0
        """Hits to move on by as soon as it is: keys have come before."""
        self._opens = False
        """Whether to open the hit pointed at as soon as it is."""
        self.line = QueryLine(self.action_open, self._move, lambda: session.tags)
        self.list = HitList()
        self._count = plain(classes="count")
        self._mistake = plain(classes="mistake")
        self._empty = plain(classes="empty")
        self._preview = PassagePreview()
        self._hint_line = Hints()

    def compose(self) -> ComposeResult:
        """Set the query above the hits, and these beside, or above, the passage pointed at."""
        yield plain("Search", classes="title")
        with Horizontal(id="query"):
            yield plain("›", classes="prompt")
            yield self.line
            yield self._count
        yield self._mistake
        with Container(id="both"):
            with Vertical(id="found"):
                yield self.list
                yield self._empty
            yield self._preview
        yield self._hint_line

    def on_mount(self) -> None:
        """Show what was found last, and look whether there is more by now."""
        if not self.is_attached:
            return
        session = self._session
        self.line.value = session.typed
        self.line.cursor_position = len(session.typed)
        self.line.focus()
        self._show(session.found, session.pointed)
        self.watch(self.line, "value", self._typed, init=False)
        self.call_after_refresh(self._say)
        self._searcher.refresh()

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for the hit to be opened."""
        return not self._opens

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._searcher.drop()

    # -- searching

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(work, thread=True, exclusive=True, group=group, description=group)

    @on(Refreshed)
    def _refreshed(self, event: Refreshed) -> None:
        """Say how far it is; search once more where something was new."""
        if not event.done:
            self._count.update(f"reading {event.read + 1} of {event.of} articles…")
            return
        self._count.update(self._counted())
        self._fresh = True
        if event.read or not self._answered or self._session.found is None:
            self._ask()

    def _typed(self) -> None:
        """Search for what is typed by now."""
        self._session.pointed = 0
        self._then, self._opens = 0, False
        self._ask()

    def _ask(self) -> None:
        typed = self._session.typed = self.line.value
        self._answered = False
        self._searcher.ask(typed)
        if not typed.strip():
            self._answer(Answered(typed, None))

    @on(Answered)
    def _answer(self, event: Answered) -> None:
        """Show what was found, unless something else is asked for by now."""
        if event.typed != self.line.value:
            return
        if event.error is not None:
            self._complain(event.error)
            return
        self._mistake.update("")
        self._show(event.found, self._session.pointed)
        found = event.found
        # What has not been read yet may have it.
        final = found is None or bool(found.articles) or self._fresh
        self._answered = final and (found is None or found.done)
        if self._answered and self._then:
            self.list.pointed += self._then
            self._then = 0
        if self._answered and self._opens:
            self._opens = False
            self.action_open()

    def _complain(self, error: PostilError) -> None:
        self._answered, self._then, self._opens = True, 0, False
        if isinstance(error, BadQuery):
            said = pointing_at(error, self.line.value, self.size.width - 6)
        else:
            said = sentences(error)
        self._mistake.update(said)

    # -- showing

    def _show(self, found: Found | None, pointed: int) -> None:
        self._session.found = found
        articles = found.articles if found is not None else ()
        self.list.show(articles, found.of if found is not None else 0, pointed)
        self.list.display = bool(articles)
        self._empty.display = not articles
        self.set_class(not articles, "-empty")
        if articles or self._fresh:
            self._count.update(self._counted())
        if articles:
            return
        if self._session.known == 0:
            self._empty.update(NOTHING_KNOWN)
        elif found is None:
            self._empty.update(how_to_ask(plainest_keys(self).get("search.help", "F1")))
        else:
            self._empty.update(nothing_found(self.line.value) if self._fresh else LOOKING)

    def _counted(self) -> str:
        found = self._session.found
        if found is None or not found.articles:
            return ""
        hits = sum(max(1, len(one.passages)) for one in found.articles)
        articles = len(found.articles)
        return counted(articles, hits, more=found.of > articles)

    @on(HitList.Pointed)
    def _pointed(self) -> None:
        """Show the passage pointed at."""
        self._session.pointed = self.list.pointed
        self._preview.show(self.list.hit)
        self.call_after_refresh(self._say)

    def on_descendant_focus(self) -> None:
        """Name the keys of the part that has the focus now."""
        self._say()

    def _say(self) -> None:
        if not self.is_attached:
            return
        more = bool(self._preview.display and self._preview.max_scroll_y)
        listed = bool(self.list.hits)
        said = hints(in_list=self.list.has_focus, hits=listed, more=more)
        self._hint_line.show(self, said)

    # -- keys

    def _move(self, by: int) -> None:
        self.line.page = self.list.page
        if self._answered:
            self.list.pointed += by
        else:
            self._then += by

    @on(HitList.Clicked)
    def action_open(self) -> None:
        """Open the hit pointed at, as soon as there is one."""
        if not self._answered:
            self._opens = True
            return
        hit = self.list.hit
        if hit is None or hit.article.path is None:
            self.app.bell()
            return
        found = self._session.found
        assert found is not None
        self._session.trail.begin(*stops(found.articles, hit.article, hit.number))
        self.post_message(self.Chosen())

    def action_switch(self) -> None:
        """Go from the query line to the list, or back."""
        if self.list.has_focus or not self.list.hits:
            self.line.focus()
        else:
            self.list.focus()

    def action_type(self) -> None:
        """Go back to the query line."""
        self.line.focus()

    def action_turn(self, by: int) -> None:
        """Show more of the passage pointed at, or go back in it."""
        self._preview.turn(by)

    def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Go back to where the reader came from."""
        if self.is_current:
            self.dismiss(None)
