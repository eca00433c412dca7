"""A list with a field above it: what is typed there chooses the rows, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from postil.text.clean import clean_line
from postil.text.fuzzy import Ranked, rank
from postil.tui.dialogs.rows import Column, Row, RowList
from postil.tui.dialogs.sheet import Line, plain

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

    @dataclass
    class Move(Message):
        """Another row is wanted, so many rows or pages further down."""

        by: int
        pages: bool

    def action_move(self, by: int) -> None:
        """Ask for a row further down, or up."""
        self.post_message(self.Move(by, pages=False))

    def action_page(self, by: int) -> None:
        """Ask for a page of rows further down, or up."""
        self.post_message(self.Move(by, pages=True))


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
    class Chosen(Message):
        """The reader took a row; None if none was pointed at."""

        row: Row | None
        typed: str

    @dataclass
    class Pointed(Message):
        """Another row is pointed at, or other letters are typed."""

        row: Row | None
        typed: str

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        hint: str = "type to filter",
        empty: str = "There is nothing here.",
        resting: bool = False,
        matcher: Matcher = rank,
        offer: Callable[[str], Row | None] | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make an empty list.

        ``empty`` is shown while there are no rows at all. A ``resting`` list points at no row
        until something is typed or an arrow pressed. ``offer`` may add a row, below all others,
        for what is typed.
        """
        super().__init__(id=id)
        self._line = FilterField(hint=hint)
        self._list = RowList(columns)
        self._count = plain(classes="count")
        self._empty_note = plain(empty, classes="empty")
        self._empty = empty
        self._resting = resting
        self._matcher = matcher
        self._offer = offer
        self._rows: Sequence[Row] = ()
        self._choices: list[str] = []

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

    @property
    def shown(self) -> Sequence[Row]:
        """The rows that what is typed leaves."""
        return self._list.rows

    def show(self, rows: Sequence[Row], *, key: str | None = None, empty: str = "") -> None:
        """Show other rows, filtered as before; ``key`` names the row to point at.

        Without it the row pointed at stays the same if it is still there.
        """
        self._rows = tuple(rows)
        self._empty = empty or self._empty
        searched = [at for at, column in enumerate(self._list.columns) if column.searched]
        self._choices = [
            " ".join([*(row.cells[at] for at in searched), *((row.more,) if row.more else ())])
            for row in self._rows
        ]
        self._list.measure(self._rows)
        held = key if key is not None else self.row.key if self.row else None
        self._filter(held)

    def clear(self) -> None:
        """Empty the field."""
        self._line.value = ""

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self._line.focus()

    def rest(self) -> None:
        """Point at no row."""
        self._list.pointed = None

    def _filter(self, held: str | None = None) -> None:
        typed = self.typed
        found = self._matcher(typed, self._choices)
        rows = [self._rows[index] for index, _ in found]
        marks = [places for _, places in found]
        if self._offer and typed and (offered := self._offer(typed)):
            rows.append(offered)
            marks.append(())
            self._list.measure([*self._rows, offered])
        pointed: int | None = 0 if rows and (typed or not self._resting) else None
        if held is not None:
            pointed = next((at for at, row in enumerate(rows) if row.key == held), pointed)
        self._list.show(rows, marks, pointed)
        self._count.update(f" {len(found)} of {len(self._rows)}" if typed and self._rows else "")
        self._empty_note.update(f"Nothing fits “{typed}”." if self._rows else self._empty)
        self._empty_note.display = not rows
        self._list.display = bool(rows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._filter()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Chosen(self.row, self.typed))

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        event.stop()
        self.post_message(self.Chosen(event.row, self.typed))

    @on(RowList.Pointed)
    def _pointed(self, event: RowList.Pointed) -> None:
        event.stop()
        self.post_message(self.Pointed(event.row, self.typed))

    @on(FilterField.Move)
    def _move(self, event: FilterField.Move) -> None:
        """Point at another row; a list at rest begins at its nearer end."""
        event.stop()
        at = self._list.pointed
        if at is None:
            self._list.pointed = 0 if event.by > 0 else len(self.shown) - 1
        else:
            step = max(1, self._list.size.height - 1) if event.pages else 1
            self._list.pointed = at + event.by * step
