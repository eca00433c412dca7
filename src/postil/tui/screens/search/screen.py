"""The search screen: everything that is known and all notes, searched while a query is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from postil.config import Settings
from postil.tui.commands import plainest_keys
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.keys_ahead import KeysAhead
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.listing.pointed_list import NotedList
from postil.tui.screens.search.freshness import Freshness
from postil.tui.screens.search.hit_actions import HitActions, MeantHits
from postil.tui.screens.search.hit_list import HitDrawing, Listed, listed, row_of
from postil.tui.screens.search.preview import PassagePreview
from postil.tui.screens.search.searcher import Answered, Refreshed, Searcher
from postil.tui.screens.search.session import SearchSession
from postil.tui.screens.search.trail import stops
from postil.tui.screens.search.wording import nothing
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Found


KEYS: list[BindingType] = [
    Binding(
        "ctrl+t",
        "tag_all",
        "Tag all hits",
        id="search.tag-all",
        show=False,
        tooltip="Go through all that was found, and put tags on what stays ticked",
    ),
]


class SearchScreen(ListScreen[Listed]):
    """Type to search, Enter opens; Tab leads into the list and back."""

    TITLE_TEXT = "Search"

    HINT: ClassVar[str] = "search all texts, and your notes"

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self, session: SearchSession, settings: Settings, key_priority: KeyPriority
    ) -> None:
        self._session = session
        self._passage = PassagePreview()
        rows = NotedList(HitDrawing(), ticks=True)
        super().__init__(self, rows, self._passage, lambda: session.tags)
        stage = ScreenListStage(self, settings, session.home, key_priority)
        self._actions = HitActions(stage, MeantHits(rows, self._ask))
        self._key_priority = key_priority
        self._searcher = Searcher(session, self, key_priority)
        self._fresh = Freshness()
        self._ahead = KeysAhead()

    def begin(self) -> None:
        """Show what was found last, and look whether there is more by now."""
        self.line.value = self._session.typed
        self.line.cursor_position = len(self.line.value)
        self._show(self._session.found, self._session.pointed)
        if self.returned:
            self.list.pointed = row_of(self._session.trail.now, self.list.rows, self.list.pointed)
        self._searcher.refresh()

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for this screen, and not for the hit to be opened."""
        return not self._ahead.opens

    def on_unmount(self) -> None:
        """Give up what nobody sees."""
        self._searcher.drop()

    # -- searching

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(work, thread=True, exclusive=True, group=group, description=group)

    @on(Refreshed)
    def _refreshed(self, event: Refreshed) -> None:
        """Say how far it is; search once more where something was new."""
        waits = not self._ahead.answered or self._session.found is None
        asks = self._fresh.take(event, waits=waits)
        if event.done or event.again:
            self.count(self._fresh.counted(self._session.found))
        else:
            self.count(f"reading {event.read + 1} of {event.of} articles…")
        if asks:
            self._ask()

    def typed(self) -> None:
        """Search for what is typed by now."""
        self._session.pointed = 0
        self._ahead.ask()
        self._ask()

    def _ask(self) -> None:
        typed = self._session.typed = self.line.value
        self._ahead.answered = False
        self._searcher.stop()
        if typed.strip():
            self.awaited.look()
            self.call_after_refresh(self._searcher.ask, typed)  # as soon as the letter is drawn
        else:
            self._answer(Answered(typed, None))

    @on(Answered)
    def _answer(self, event: Answered) -> None:
        """Show what was found, unless something else is asked for by now."""
        if event.typed != self.line.value:
            return
        if event.error is not None:
            self._ahead.give_up()
            self.complain(event.error)
            return
        self.complain(None)
        found = event.found  # What has not been read yet may have it.
        final = found is None or (found.done and (bool(found.articles) or self._fresh.reached))
        self._ahead.answered = final
        self._show(found, self._session.pointed)
        if final:
            self.list.pointed += self._ahead.come()
            self._ahead.carry_out()

    # -- showing

    def _show(self, found: Found | None, pointed: int) -> None:
        self._session.found = found
        articles, of = (found.articles, found.of) if found is not None else ((), 0)
        self.list.set_lines(*listed(articles, of, self.list.size.height), pointed)
        self._passage.show(self.list.row)
        if articles or self._fresh.reached:
            self.count(self._fresh.counted(found))
        help_key = "" if articles else plainest_keys(self).get("list.help", "F1")
        asked = found, self.line.value, self._session.known, self._fresh.reached, help_key
        words, looking = nothing(*asked), not self._ahead.answered
        self.found(any_rows=bool(articles), empty=words, looking=looking)

    def preview(self, row: Listed | None) -> None:
        """Show the passage pointed at."""
        self._session.pointed = self.list.pointed
        self._passage.show(row)

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another hit, as soon as what is typed is answered."""
        self.list.pointed += self._ahead.move(by)

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""
        if in_list:
            return [("rows.tick", "ticks"), ("note-rows.tag", "tags"), ("note-rows.cite", "cites")]
        return [("search.tag-all", "tags all")] if self.list.rows else []

    def action_act(self, verb: str) -> None:
        """Act on the hits that are meant, as on the page."""
        self._actions.do(verb)

    def action_tag_all(self) -> None:
        """List every passage that was found, to be tagged."""
        from postil.tui.screens.search.hit_checklist import HitChecklist

        if self._ahead.waits(self.action_tag_all):
            return
        if self.list.rows:
            self.app.push_screen(HitChecklist(self._session, self.line.value, self._key_priority))
        else:
            self.app.bell()

    def open(self) -> None:
        """Open the hit pointed at, as soon as there is one."""
        if self._ahead.waits(self.open):
            return
        hit, found = self.list.row, self._session.found
        if hit is None or found is None or hit.article.path is None:
            self.app.bell()
            return
        self._session.trail.begin(*stops(found.articles, hit.article, hit.number))
        self.post_message(self.Chosen())
