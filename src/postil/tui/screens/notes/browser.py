"""Lists notes for a query, in an order and a scope, and goes to the one that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from postil import library
from postil.config import Settings
from postil.library.browsing.orders import Order
from postil.text.quotes import in_marks
from postil.tui.commands import plainest_keys
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.keys_ahead import KeysAhead
from postil.tui.screens.listing.list_stage import ScreenListStage
from postil.tui.screens.listing.note_actions import NoteActions
from postil.tui.screens.notes.finder import TALL, Found, NoteFinder, Wanted
from postil.tui.screens.notes.going import in_the_way, stops
from postil.tui.screens.notes.meant import MeantRows
from postil.tui.screens.notes.note_rows import NoteDrawing, NoteRowList
from postil.tui.screens.notes.preview import NotePreview
from postil.tui.screens.notes.session import FromArticle, NoteSession
from postil.tui.screens.notes.viewing import NoteLookup
from postil.tui.screens.notes.wording import LOOKING, counted, nothing, title
from postil.tui.screens.search.trail import HitTrail
from postil.tui.startup.key_priority import KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Glances, Home

GROUPED_ELSEWISE = (Order.DATE, Order.TAG, Order.SOURCE)
"""Orders of the library in which each row has to name its article."""

MOST_COMPARED = 400
"""Passages that are set side by side at most."""


class NoteBrowser:
    """What is listed on a screen, and what its own keys do."""

    def __init__(
        self,
        screen: ListScreen[str],
        session: NoteSession,
        trail: HitTrail,
        settings: Settings,
        home: Callable[[], Home],
        key_priority: KeyPriority,
        article: FromArticle | None,
        entitle: Callable[[str], None],
    ) -> None:
        """List the notes of an article, if there is one and no other are wanted."""
        self._screen = screen
        self._entitle = entitle
        self._session = session
        self._trail = trail
        self._home = home
        self._key_priority = key_priority
        self._article = article
        self._found: Found | None = None
        self._ahead = KeysAhead()
        self._held = ""
        """The note that is to be pointed at again, as soon as it is found."""
        self._glances: Glances | None = None
        self._lookup = NoteLookup(self, home, key_priority)
        self._drawing = NoteDrawing(self._lookup.of)
        self.rows: NoteRowList = NoteRowList(self._drawing, ticks=True, tall=TALL)
        self.whole = NotePreview()
        self._finder = NoteFinder(self, session, home, key_priority)
        self._stage = ScreenListStage(screen, settings, home, key_priority)
        self.acting = NoteActions(self._stage, MeantRows(self.rows, self.ask))
        self.post_message = screen.post_message
        self.call_later = screen.call_later

    def in_thread(self, group: str, task: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self._screen.run_worker(task, thread=True, exclusive=True, group=group, description=group)

    def drop(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._finder.drop()
        self._lookup.drop()

    def tags(self) -> tuple[str, ...]:
        """Return the tags that a query may be completed with."""
        return self._session.tags

    # -- finding

    def begin(self) -> None:
        """List the notes for the query of the last time."""
        line = self._screen.line
        line.value = self._session.typed
        line.cursor_position = len(self._session.typed)
        self._screen.found(any_rows=False, empty=LOOKING, looking=True)
        self.ask()

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is not meant for a note to be gone to, or for another order."""
        return self._ahead.takes_keys

    @property
    def _scope(self) -> FromArticle | None:
        """The article whose notes are listed; None for those of the library."""
        return None if self._session.whole_library else self._article

    def typed(self) -> None:
        """List what is typed by now."""
        self._session.typed, self._session.pointed = self._screen.line.value, ""
        self._ahead.ask()
        self.ask()

    def ask(self) -> None:
        """List the notes as they are by now."""
        self._finder.ask(self._wanted)

    @property
    def _wanted(self) -> Wanted:
        order = self._session.order(in_library=self._scope is None)
        return Wanted(self._screen.line.value, order, self._scope)

    @property
    def settled(self) -> bool:
        """Whether all is listed that is wanted now."""
        return self._found is not None and self._found.done and self._found.wanted == self._wanted

    def take(self, event: Found) -> None:
        """Show what was found by now, unless something else is wanted."""
        wanted, scope = event.wanted, self._scope
        if wanted != self._wanted:
            return
        self._screen.complain(event.error)
        if event.error is not None or event.note_list is None:
            self._ahead.give_up()
            return
        at = self._place_of_pointed(event)
        if at is None:
            return
        self._found = event
        self._drawing.notes, self._drawing.title = event.note_list.notes, event.note_list.title
        self._drawing.says_article = scope is None and wanted.order.by in GROUPED_ELSEWISE
        self._entitle(title(None if scope is None else scope.title))
        self.rows.set_lines(event.lines.rows, event.lines.lines, event.lines.places, at)
        self._say_nothing_found(event)
        self.tell()
        # Keys may go on to rows below, as far as these fill the list.
        full = len(event.lines.lines) >= self.rows.size.height
        held = not self._held or self.rows.row == self._held
        self._ahead.rearranged = event.done or (held and full)
        if event.done:
            self.rows.pointed += self._ahead.come()
            if self._ahead.opens:
                self._ahead.opens = False
                self.open()

    def _place_of_pointed(self, event: Found) -> int | None:
        """Return the row to point at; None where that which is shown stays till more is found."""
        pointed, rows, before = self._session.pointed, event.lines.rows, self._found
        if before is None or before.wanted != event.wanted:
            # In another order, or among others: it is pointed at again as soon as it is found.
            self._held = pointed
        elif self._held and self.rows.pointed == 0:
            pointed = self._held
        if event.done:
            self._held = ""
        if not pointed:
            return 0
        if pointed in rows:
            return rows.index(pointed)
        if event.done or before is None:
            return self.rows.pointed
        return 0 if self._held else None

    def _say_nothing_found(self, event: Found) -> None:
        key = plainest_keys(self._screen).get("notes.library", "")
        in_article = event.wanted.article is not None
        said = nothing(event.wanted.typed, in_article=in_article, scope_key=key)
        any_rows = bool(event.lines.rows)
        empty = said if event.done else LOOKING
        self._screen.found(any_rows=any_rows, empty=empty, looking=not event.done)

    def tell(self) -> None:
        """Say how many notes are listed, in which order, and how many of them are ticked."""
        found, rows = self._found, self.rows
        if found is not None:
            ticked = len(rows.ticked.intersection(rows.rows)) if rows.ticked else 0
            said = counted(len(rows.rows), found.wanted.order, ticked)
            reads = not found.done and found.share
            self._screen.count(f"{said}  {round(100 * found.share)} %…" if reads else said)

    # -- showing

    def viewed(self) -> None:
        """Show what was looked up."""
        self.rows.refresh()
        self.preview(self.rows.row)
        self._screen.call_after_refresh(self._screen.say)

    def preview(self, row: str | None) -> None:
        """Show the note pointed at whole."""
        note = None if row is None else self._drawing.notes.get(row)
        if row is not None:
            self._session.pointed = row
        view = None if note is None else self._lookup.of(note)
        self.whole.show(note, "" if note is None else self._drawing.title(note), view)

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""
        other = "library" if self._scope is not None else "this article"
        scope = [("notes.scope" if in_list else "notes.library", other)] * bool(self._article)
        if not self.rows.rows:
            return scope
        if not in_list:
            return [*scope, ("notes.next-order", "order")]
        return [
            *self.acting.hints(),
            ("notes.order notes.turn", "order"),
            ("notes.compare", "compares"),
            *scope,
        ]

    # -- what others write

    def look(self) -> None:
        """See by one stat whether others have written, and list it; a thread calls this."""
        if self._glances is None:
            self._glances = library.local_state.glances(self._home())
        if self._glances.glance() and self._home().refresh():
            self.call_later(self._renewed)

    def _renewed(self) -> None:
        self._lookup.forget()
        self._stage.notes_changed()
        self.ask()

    # -- keys

    def moved(self, by: int) -> None:
        """Point at another note, as soon as what is typed is answered."""
        self.rows.pointed += self._ahead.move(by)

    def change_scope(self) -> None:
        """List the notes of the article, or of the library."""
        if self._article is not None:
            self._session.whole_library = not self._session.whole_library
            self._rearrange()

    def change_order(self, *, turn: bool) -> None:
        """List in the next order, or ``turn`` the one in which they are."""
        self._session.change_order(in_library=self._scope is None, turn=turn)
        self._rearrange()

    def _rearrange(self) -> None:
        self._ahead.rearranged = False
        self.ask()

    def open(self) -> None:
        """Go to the passage of the note pointed at, as soon as there is one."""
        if not self._ahead.answered:
            self._ahead.opens = True
        elif self.rows.row is None:
            self._screen.app.bell()
        else:
            self.go_to(self.rows.rows, self.rows.pointed)

    def go_to(self, ids: Sequence[str], at: int) -> bool:
        """Go to the passage of one of several notes; tell whether there is a way to it."""
        found, note = self._found, self._drawing.notes.get(ids[at])
        if found is None or found.note_list is None or note is None:
            return False
        scope = self._scope
        if scope is None and (why := in_the_way(found.note_list, note)):
            self._stage.say(why)
            return False
        self._trail.begin(*stops(found.note_list, ids, at, scope))
        self.post_message(ListScreen.Chosen())
        return True

    def compare(self) -> None:
        """Set the passages side by side, those that are ticked or all that are listed."""
        from postil.tui.screens.notes.compare import CompareScreen

        ids = self.rows.chosen if self.rows.ticked else self.rows.rows
        notes = [note for one in ids[:MOST_COMPARED] if (note := self._drawing.notes.get(one))]
        if notes:
            typed = self._screen.line.value.strip()
            about = "what is ticked" if self.rows.ticked else in_marks(typed) if typed else "all"
            self._screen.app.push_screen(
                CompareScreen(
                    notes,
                    len(ids),
                    about,
                    self._drawing.title,
                    self._home,
                    self._key_priority,
                    self.go_to,
                )
            )
