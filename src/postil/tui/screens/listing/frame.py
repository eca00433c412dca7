"""The frame of every list over the library: the query line, the rows, and what is pointed at.

One rule holds for all of them. They open with the focus in the query line, and every letter goes
into it; what moves in the list works from there. Tab leads into the list, where the reader's keys
act; Tab or ``/`` lead back. The bottom line names the keys of the part that has the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.events import DescendantFocus
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Static

from postil.errors import PostilError
from postil.model.values import dataclass
from postil.tui.dialogs.frame.dialog import Hint, Hints, plain
from postil.tui.screens.compositor import SeenCompositor
from postil.tui.screens.listing.awaited import AwaitedRows
from postil.tui.screens.listing.list_keys import SCREEN
from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.listing.query_line import QueryLine
from postil.tui.screens.listing.wording import hints, mistake

Row = TypeVar("Row")
RowAsked = TypeVar("RowAsked", contravariant=True)

ROOMY = 60
"""Cells of a screen from which on room beside a query is spared."""

SPARE = 12
"""Cells beside the query that may stay free: to give them back, the screen is laid out anew."""

CSS = """
ListScreen {
    padding: 0 2;
    background: $background;
    .title { height: 2; padding-top: 1; text-style: bold; }
    #query { height: 1; }
    .prompt { width: 2; color: $accent; text-style: bold; }
    .count { width: 0; color: $text-muted; padding-left: 1; text-align: right; }
    .mistake { height: auto; min-height: 1; max-height: 2; padding-left: 2; color: $warning; }
    #both { height: 1fr; layout: vertical; }
    #found { width: 1fr; height: 1fr; }
    .empty { height: auto; padding-left: 2; color: $text-muted; }
    #preview { height: 7; border-top: solid $primary 40%; padding: 0 2; }
    &.-wide #both { layout: horizontal; }
    &.-wide #found { width: 3fr; }
    &.-wide #preview {
        width: 2fr;
        height: 1fr;
        margin-left: 2;
        padding-left: 2;
        border-top: none;
        border-left: solid $primary 40%;
    }
    &.-low, &.-lowest {
        .title { display: none; }
        &.-narrow #preview { display: none; }
    }
}
"""


class Part(Container):
    """Parts of the screen one above the other, of which none scrolls within this one.

    Textual would lay the whole screen out a second time as soon as there is more or less in it.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))


class Count(Static):
    """How much was found; its room grows with what is said, and is given back when much is free."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self) -> None:
        super().__init__("", classes="count", markup=False)
        self._room: int | None = None
        """The width in cells that was asked for last, which may not have been laid out yet."""

    def say(self, said: str) -> None:
        """Say it at the right, and have nothing laid out anew where there is room."""
        if self.content != said:
            given = self.outer_size.width if self._room is None else self._room
            needed = cell_len(said) + (said != "")
            if not needed <= given <= needed + SPARE * (said != ""):
                # The next letter may find more, and need not move the query again, if it has room.
                spare = SPARE // 2 if said and self.screen.size.width >= ROOMY else 0
                self._room = needed + spare
                self.styles.width = self._room
            self.update(said, layout=False)


class Asked(Protocol[RowAsked]):
    """What a list is filled by, and who acts on its rows; the screen itself may be that."""

    def begin(self) -> None:
        """Show what is there before anything is typed; called once, with all parts in place."""

    def typed(self) -> None:
        """Answer what the query line holds now."""

    def moved(self, by: int) -> None:
        """Point so many rows further, as the query line asks."""

    def preview(self, row: RowAsked | None) -> None:
        """Show the row that is pointed at in full."""

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""

    def open(self) -> None:
        """Open the row that is pointed at."""


class ListScreen(Screen[None], Generic[Row]):
    """A query line above rows, beside or above a preview."""

    TYPING: ClassVar[bool] = True
    """Letters belong to the query line."""

    TITLE_TEXT: ClassVar[str] = ""

    ENTER: ClassVar[str] = "opens"
    """What Enter does, for the bottom line."""

    HINT: ClassVar[str] = "type to find"
    """What the query line says while it is empty."""

    DEFAULT_CSS = CSS

    # Textual's own annotation reads as an instance variable, which a ClassVar must not override.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]

    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (11, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = SCREEN

    @dataclass
    class Chosen(Message):
        """The reader goes to the present stop of the trail, which the list has laid."""

    def __init__(
        self,
        asked: Asked[Row],
        rows: PointedList[Row, Any],
        preview: Preview,
        tags: Callable[[], Sequence[str]],
        *,
        title: str = "",
        hint: str = "",
    ) -> None:
        """``tags`` is called for those that a query may be completed with."""
        super().__init__()
        self._compositor = SeenCompositor()
        self._asked = asked
        self.line = QueryLine(hint or self.HINT, asked.open, self._move, tags)
        self.list = rows
        self._preview = preview
        self._beside = Part(id="preview")
        self._heading = plain(title or self.TITLE_TEXT, classes="title")
        self._count = Count()
        self._mistake = plain(classes="mistake")
        self.awaited = AwaitedRows(self._beside, self.line, rows)
        self.again: Callable[[], ListScreen[Any]] | None = None
        self.returned = False
        """Whether the reader has come back to a row; ``again`` makes the list for that."""
        self._hint_line = Hints()

    def compose(self) -> ComposeResult:
        """Set the query above the rows, and these beside, or above, what is pointed at."""
        yield self._heading
        with Horizontal(id="query"):
            yield plain("›", classes="prompt")
            yield self.line
            yield self._count
        yield self._mistake
        with Part(id="both"):
            with Part(id="found"):
                yield self.list
                yield self.awaited.empty
            with self._beside:
                yield self._preview
        yield self._hint_line

    def on_mount(self) -> None:
        """Begin in the query line, or in the list where the reader comes back to it."""
        if self.is_attached:
            self.line.focus()
            self._asked.begin()
            if self.returned:
                self.action_switch()
            self.watch(self.line, "value", self._asked.typed, init=False)
            self.call_after_refresh(self.say)

    # -- showing

    def found(self, *, any_rows: bool, empty: str = "", looking: bool = False) -> None:
        """Show the list, or say why there is nothing in it; ``looking`` while there may be."""
        self.awaited.show(any_rows=any_rows, empty=empty, looking=looking)

    def count(self, said: str) -> None:
        """Say beside the query how much was found, or how far a search is."""
        self._count.say(said)

    def complain(self, error: PostilError | None) -> None:
        """Say what is wrong with the query, below the place where it is wrong; None for nothing."""
        if error is not None:
            self.awaited.give_up()
        _update(self._mistake, mistake(error, self.line.value, self.size.width - 6))

    @on(PointedList.Pointed)
    def _pointed(self) -> None:
        self._asked.preview(self.list.row)

    @on(DescendantFocus)
    @on(Preview.Filled)
    def say(self) -> None:
        """Name the keys that work now."""
        if not self.is_attached:
            return
        in_list = self.list.has_focus
        own = self._asked.hints(in_list=in_list)
        more = bool(self._beside.display and self._preview.max_scroll_y)
        self._hint_line.show(
            self, hints(self.ENTER, own, in_list=in_list, rows=bool(self.list.rows), more=more)
        )

    # -- keys

    def _move(self, by: int) -> None:
        self.line.page = self.list.page
        self._asked.moved(by)

    @on(PointedList.Clicked)
    def action_open(self) -> None:
        """Open the row that is pointed at."""
        self._asked.open()

    def action_switch(self) -> None:
        """Go from the query line to the list, or back."""
        back = self.list.has_focus or not self.awaited.lets_in()
        (self.line if back else self.list).focus()

    def action_type(self) -> None:
        """Go back to the query line."""
        self.line.focus()

    def action_turn(self, by: int) -> None:
        """Show more of what is pointed at, or go back in it."""
        by *= max(1, self._preview.size.height - 1)
        self._preview.scroll_relative(y=by, animate=False, immediate=True)

    def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Go back to where the reader came from."""
        if self.is_current:
            self.dismiss(None)


def _update(part: Static, said: str) -> None:
    """Let a part say something, unless it says that already: all parts are laid out for it."""
    if part.content != said:
        part.update(said)
