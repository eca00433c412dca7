"""The shelf: the articles of a folder, or all that are known, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from postil.text.clean import clean_line
from postil.tui.dialogs.filter_list import FilterList
from postil.tui.dialogs.rows import Column, Row
from postil.tui.dialogs.sheet import Hint, Hints, plain


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One article on the shelf."""

    path: str
    """The key by which it is opened."""
    title: str
    progress: float | None
    """How much is read, 0 to 1; None for an article that was never open."""
    notes: int
    tags: tuple[str, ...]
    read: str
    """When it was last read, in words; empty for never."""
    missing: bool = False


class ShelfScreen(Screen[None]):
    """Type to filter, Enter opens; the rows are given from outside and may keep coming."""

    TYPING: ClassVar[bool] = True

    DEFAULT_CSS = """
    ShelfScreen {
        padding: 0 2;
        background: $background;
        .title { height: 2; padding-top: 1; text-style: bold; }
        RowList { margin-top: 1; }
        .state { height: auto; color: $text-muted; }
        Hints { margin-top: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "clear",
            "Show all again",
            id="shelf.clear",
            show=False,
            tooltip="Empty the filter, so that every article is listed",
        ),
        Binding(
            "f1", "help", "Keys", id="shelf.help", show=False, tooltip="Every key of the shelf"
        ),
    ]

    @dataclass
    class Opened(Message):
        """The reader wants to read an article."""

        key: str

    def __init__(self, title: str = "Your articles", empty: str = "") -> None:
        """Name the shelf; ``empty`` is said when there turns out to be nothing on it."""
        super().__init__()
        self._title = title
        self._empty = empty or "There is no article here yet."
        self._done = False

    def compose(self) -> ComposeResult:
        """Set the title above the list."""
        yield plain(clean_line(self._title), classes="title")
        yield FilterList(
            [
                Column(share=1),
                Column(most=20, muted=True, from_width=110),
                Column(most=9, right=True, muted=True, searched=False, from_width=60),
                Column(most=16, right=True, muted=True, searched=False, from_width=76),
                Column(most=7, right=True, searched=False),
            ],
            self._open,
            empty="Looking for articles …",
        )
        yield plain(classes="state")
        yield Hints()

    def on_mount(self) -> None:
        """Say what the keys do."""
        self.query_one(FilterList).show(())
        self.call_after_refresh(self._say)

    def on_screen_resume(self) -> None:
        """Type to filter as soon as the shelf is there again."""
        self.query_one(FilterList).focus_field()

    def show(self, rows: Sequence[ShelfRow], *, done: bool = True) -> None:
        """List these articles; ``done`` is False while more may follow.

        The article pointed at stays the same. Call it as often as needed, on the event loop.
        """
        self._done = done
        listed = [
            Row(
                row.path,
                (
                    clean_line(row.title),
                    clean_line(" ".join(f"#{tag}" for tag in row.tags)),
                    _notes(row.notes),
                    clean_line(row.read),
                    _progress(row),
                ),
                more=clean_line(PurePath(row.path).stem),
            )
            for row in rows
        ]
        self.query_one(FilterList).show(
            listed, empty=self._empty if done else "Looking for articles …"
        )
        state = "" if done or not rows else f"{len(rows)} so far, looking for more …"
        self.query_one(".state", Static).update(state)

    @on(FilterList.Pointed)
    def _say(self) -> None:
        shelf = self.query_one(FilterList)
        hints: list[Hint] = [("field.enter", "opens")] if shelf.row else []
        if shelf.typed:
            hints.append(("shelf.clear", "shows all again"))
        self.query_one(Hints).show(self, [*hints, ("shelf.help", "keys"), ("app.quit", "quits")])

    def _open(self, row: Row | None, _: str) -> None:
        if row:
            self.post_message(self.Opened(row.key))

    def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_clear(self) -> None:
        """Empty the filter."""
        self.query_one(FilterList).clear()


def _notes(count: int) -> str:
    return "" if not count else "1 note" if count == 1 else f"{count} notes"


def _progress(row: ShelfRow) -> str:
    if row.missing:
        return "missing"
    return "new" if row.progress is None else f"{row.progress:.0%}"
