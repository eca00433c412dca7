"""A list with a field above it: what is typed there chooses the rows, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.text.fuzzy import Ranked, rank
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.dialogs.frame.rows import Column, Marks, Row, RowList
from postil.tui.widgets.field import Line

Matcher = Callable[[str, Sequence[str]], list[Ranked]]


class FilterField(Line):
    """What is typed, and the keys that move in the list below."""

    # They stand here and not on the list: every widget has scrolling keys, which would hide them.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Row below", id="list.next", tooltip="To the next row"),
        Binding(
            "up,ctrl+p", "move(-1)", "Row above", id="list.previous", tooltip="To the row above"
        ),
        Binding(
            "pagedown", "page(1)", "Rows below", id="list.page-down", tooltip="A page of rows on"
        ),
        Binding(
            "pageup", "page(-1)", "Rows above", id="list.page-up", tooltip="A page of rows back"
        ),
    ]

    def __init__(self, hint: str, enter: Callable[[], None], move: Callable[[int], None]) -> None:
        """Call ``enter``, and ``move`` with a number of rows, in the order of the keys."""
        super().__init__(hint=hint)
        self._enter = enter
        self._move = move
        self.page = 1
        """Rows of a page."""

    async def action_submit(self) -> None:
        """Choose what is pointed at."""
        self._enter()

    def action_move(self, by: int) -> None:
        """Point at a row further down, or up."""
        self._move(by)

    def action_page(self, by: int) -> None:
        """Point a page further down, or up."""
        self._move(by * self.page)


MakeField = Callable[[str, Callable[[], None], Callable[[int], None]], FilterField]
"""Makes the field of a list, given what ``FilterField`` is given."""


class FilterList(Vertical):
    """Type to filter, move with the arrows, choose with Enter; the field keeps the focus."""

    TYPING: ClassVar[bool] = True
    """Letters belong to the field."""

    DEFAULT_CSS = """
    FilterList {
        height: 1fr;
        & > Horizontal {
            height: 1;
        }
        .prompt {
            width: 2;
            color: $accent;
            text-style: bold;
        }
        FilterField {
            width: 1fr;
        }
        .count {
            width: auto;
            color: $text-muted;
        }
        .empty {
            height: auto;
            padding-left: 2;
            color: $text-muted;
        }
    }
    """

    @dataclass
    class Pointed(Message):
        """Another row is pointed at, or other letters are typed."""

        row: Row | None
        typed: str

    def __init__(
        self,
        columns: Sequence[Column],
        chosen: Callable[[Row | None, str], None],
        *,
        hint: str = "type to filter",
        empty: str = "There is nothing here.",
        many: bool = False,
        matcher: Matcher = rank,
        offer: Callable[[str], Row | None] | None = None,
        field: MakeField = FilterField,
    ) -> None:
        """Make an empty list.

        ``chosen`` is called with the row pointed at, if any, and what is typed. It is a call and
        no message because keys may come faster than messages travel: the next ones, even one that
        closes the dialog, must find done what this one did.

        ``empty`` is shown while there are no rows at all. Where ``many`` rows may be chosen one
        after another, the list points at none until something is typed or an arrow pressed, so
        that Enter alone is free for the caller. ``offer`` may add a row, below all others, for
        what is typed.
        """
        super().__init__()
        self._line = field(hint, self._choose, self._move)
        self._list = RowList(columns)
        self._count = plain(classes="count")
        self._empty_note = plain(empty, classes="empty")
        self._empty = empty
        self._more = ""
        self._many = many
        self._matcher = matcher
        self._offer = offer
        self._chosen = chosen
        self._rows: list[Row] = []
        self._choices: list[str] = []
        """What is searched of the rows, as far as it was made: not before something is typed."""

    def compose(self) -> ComposeResult:
        """Set the field above the rows."""
        with Horizontal():
            yield plain("›", classes="prompt")
            yield self._line
            yield self._count
        yield self._list
        yield self._empty_note

    @property
    def typed(self) -> str:
        """What is typed, on one clean line."""
        return clean_line(self._line.value)

    @property
    def row(self) -> Row | None:
        """The row pointed at."""
        return self._list.row

    def in_view(self) -> Sequence[Row]:
        """Return the rows that can be seen."""
        return self._list.in_view()

    def redraw(self) -> None:
        """Draw the rows anew: a text that is made when it is drawn has become another."""
        self._list.refresh()

    @property
    def shown(self) -> Sequence[Row]:
        """The rows that what is typed leaves."""
        return self._list.rows

    def show(
        self,
        rows: Sequence[Row],
        *,
        key: str | None = None,
        empty: str = "",
        more: str = "",
    ) -> None:
        """Show other rows, filtered as before; ``key`` names the row to point at.

        Without it the row pointed at stays the same if it is still there. ``more`` says that
        other rows are still to come; it is shown as long as none of these fits.
        """
        self._more = more
        self._rows = list(rows)
        self._empty = empty or self._empty
        self._choices = []
        self._list.measure(self._rows)
        held = key if key is not None else self.row.key if self.row else None
        self._filter(held)

    def add(self, rows: Sequence[Row], *, empty: str = "") -> None:
        """Show some rows more; the row pointed at stays the same."""
        self._empty = empty or self._empty
        self._rows += rows
        self._list.measure_more(rows)
        self._filter(self.row.key if self.row else None)

    def _searched(self) -> Sequence[str]:
        """Return the words of each row among which what is typed is looked for."""
        at = [at for at, column in enumerate(self._list.columns) if column.searched]
        one = at[0] if len(at) == 1 else None
        for row in self._rows[len(self._choices) :]:
            said = row.cells[one] if one is not None else " ".join([row.cells[cell] for cell in at])
            self._choices.append(f"{said} {row.more}" if row.more else said)
        return self._choices

    def clear(self) -> None:
        """Empty the field."""
        self._line.value = ""

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self._line.focus()

    def _filter(self, held: str | None = None) -> None:
        typed = self.typed
        rows: list[Row] = []
        marks: list[Marks] = []
        if typed or self._matcher is not rank:
            for index, places in self._matcher(typed, self._searched()):
                rows.append(self._rows[index])
                marks.append(places)
        else:
            rows += self._rows
        found = len(rows)
        if self._offer and typed and (offered := self._offer(typed)):
            rows.append(offered)
            marks.append(())
            self._list.measure([*self._rows, offered])
        pointed: int | None = 0 if rows and (typed or not self._many) else None
        if held is not None:
            pointed = next((at for at, row in enumerate(rows) if row.key == held), pointed)
        self._list.show(rows, marks, pointed)
        # A row that is offered alone is none of those that are counted.
        counted = typed and self._rows and (found or not rows)
        self._count.update(f" {found} of {len(self._rows)}" if counted else "")
        nothing = self._more or f"Nothing fits “{typed}”."
        self._empty_note.update(nothing if self._rows else self._empty)
        self._empty_note.display = not rows
        self._list.display = bool(rows)

    def on_mount(self) -> None:
        """Filter with each letter, before the next key is obeyed."""
        self.watch(self._line, "value", self._retyped, init=False)

    def _retyped(self) -> None:
        self._filter()

    def on_resize(self) -> None:
        """Make a page what is in view, less one row that is seen twice."""
        self._line.page = max(1, self._list.size.height - 1)

    def _choose(self) -> None:
        row, typed = self.row, self.typed
        if self._many:
            self.clear()
            self._list.pointed = None
        self._chosen(row, typed)

    def _move(self, by: int) -> None:
        """Point at another row; a list at rest begins at its nearer end."""
        at = self._list.pointed
        if at is None:
            self._list.pointed = 0 if by > 0 else len(self.shown) - 1
        else:
            self._list.pointed = at + by

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        event.stop()
        self._choose()

    @on(RowList.Pointed)
    def _pointed(self, event: RowList.Pointed) -> None:
        event.stop()
        self.post_message(self.Pointed(event.row, self.typed))
