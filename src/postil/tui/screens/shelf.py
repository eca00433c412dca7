"""The shelf: the articles of a folder, or all that are known, to choose one from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from postil import library
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint, Hints, plain
from postil.tui.dialogs.frame.filter_list import FilterField, FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.referencing import BibliographyWanted
from postil.tui.screens.shelf_rows import ShelfRow, listed, tags_of

LOOKING = "Looking for articles …"
"""What an empty list says while there may be some."""


class ShelfField(FilterField):
    """The field of the shelf; as long as nothing is typed, the letters that are keys are obeyed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q", "leave", "Quit", id="shelf.leave", tooltip="Leave Postil, while nothing is typed"
        ),
        Binding(
            "slash",
            "begin",
            "Type to filter",
            id="shelf.filter",
            tooltip="Type to filter, whatever the first letter; any other letter just begins",
        ),
        Binding(
            "question_mark,f1",
            "screen.help",
            "Keys",
            id="shelf.help",
            tooltip="Every key of the shelf",
        ),
        Binding(
            "colon,f2",
            "app.command_palette",
            "Commands",
            id="shelf.palette",
            tooltip="Find a command by its name",
        ),
    ]

    begun: var[bool] = var(False, bindings=True)
    """Whether the next letter is to be typed, whatever it is."""

    @property
    def at_rest(self) -> bool:
        """Whether nothing is typed, nor about to be."""
        return not (self.value or self.begun)

    def is_plain(self, key: str, character: str | None, /) -> bool:
        """Tell whether a key only types a letter."""
        return not self.at_rest and super().is_plain(key, character)

    async def _on_key(self, event: events.Key) -> None:
        # Textual would put the letter into the field before it looked for a binding.
        if event.is_printable and self.at_rest:
            active = self.screen.active_bindings.get(event.key)
            if active and active.node is self:
                event.stop()
                event.prevent_default()
                await self.app.run_action(active.binding.action, self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave and begin only while nothing is typed."""
        return self.at_rest or action not in ("leave", "begin")

    async def action_leave(self) -> None:
        """Leave Postil."""
        await self.app.action_quit()

    def action_begin(self) -> None:
        """Take letters for what they are from now on."""
        self.begun = True


class ShelfScreen(Screen[None]):
    """Type to filter, Enter opens; the rows are given from outside and may keep coming."""

    TYPING: ClassVar[bool] = True

    DEFAULT_CSS = """
    ShelfScreen {
        padding: 0 2;
        background: $background;
        .title { height: 2; padding-top: 1; text-style: bold; }
        RowList { margin-top: 1; }
        FilterList { max-width: 120; }
        .state {
            height: 1;
            margin-top: 1;
            padding-left: 2;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            color: $text-muted;
        }
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
            "ctrl+b",
            "bibliography",
            "Bibliography",
            id="shelf.bibliography",
            show=False,
            tooltip="Copy a list of all that the articles listed here quote and cite",
        ),
        Binding(
            "ctrl+f",
            "app.search",
            "Search everything",
            id="shelf.search",
            show=False,
            tooltip="Search the texts of all articles that are known, and all notes",
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
        self._rows: dict[str, ShelfRow] = {}
        self._done = False
        self._field: ShelfField
        self._list = FilterList(
            [
                Column(share=1),
                Column(most=20, muted=True, from_width=110),
                Column(most=9, right=True, muted=True, searched=False, from_width=60),
                Column(most=16, right=True, muted=True, searched=False, from_width=76),
                Column(most=7, right=True, searched=False),
            ],
            self._open,
            empty=LOOKING,
            field=self._make_field,
        )
        self._state_line = plain(classes="state")
        self._hint_line = Hints()

    def _make_field(
        self, hint: str, enter: Callable[[], None], move: Callable[[int], None]
    ) -> ShelfField:
        self._field = ShelfField(hint, enter, move)
        return self._field

    def compose(self) -> ComposeResult:
        """Set the title above the list."""
        yield plain(clean_line(self._title), classes="title")
        yield self._list
        yield self._state_line
        yield self._hint_line

    def on_mount(self) -> None:
        """Say what the keys do."""
        if self.is_attached:
            self._list.show(())
            self.watch(self._field, "begun", self._say, init=False)
            self.call_after_refresh(self._say)

    @property
    def takes_keys(self) -> bool:
        """Whether there is something that keys may mean, or nothing will come."""
        return bool(self._rows) or self._done

    def on_screen_resume(self) -> None:
        """Type to filter as soon as the shelf is there again."""
        self._list.focus_field()

    def show(self, rows: Sequence[ShelfRow], *, done: bool = True) -> None:
        """List these articles; ``done`` is False while more may follow.

        The article pointed at stays the same. Call it as often as needed, on the event loop.
        """
        self._done = done
        self._rows = {row.key: row for row in rows}
        self._list.show(list(map(listed, rows)), empty=self._empty_words)

    def add(self, rows: Sequence[ShelfRow], *, done: bool = True) -> None:
        """List these articles below the others; what they cost is for themselves alone."""
        self._done = done
        new = [row for row in rows if row.key not in self._rows]
        self._rows |= {row.key: row for row in new}
        self._list.add(list(map(listed, new)), empty=self._empty_words)

    @property
    def _empty_words(self) -> str:
        return self._empty if self._done else LOOKING

    @on(FilterList.Pointed)
    def _say(self) -> None:
        pointed = self._list.row
        row = self._rows.get(pointed.key) if pointed else None
        self._state_line.update(self._state(row))
        hints: list[Hint] = [("field.enter", "opens")] if row and row.path else []
        if self._field.at_rest:
            hints += [("shelf.help", "keys"), ("shelf.leave", "quits")]
        else:
            typed = self._list.typed
            clears = "shows all again" if typed else "ends typing"
            hints += [("shelf.clear", clears), ("app.quit", "quits")]
        if pointed:
            hints.append(("shelf.bibliography", "bibliography"))
        hints.append(("shelf.search", "searches"))
        self._hint_line.show(self, hints)

    def _state(self, row: ShelfRow | None) -> str:
        """Return what is said below the list: where the article lies, and its tags."""
        told = [row.trouble or row.where, tags_of(row)] if row else []
        if self._rows and not self._done:
            told.insert(0, f"{len(self._rows)} so far, looking for more …")
        return "   ".join(clean_line(one) for one in told if one)

    def _open(self, row: Row | None, _: str) -> None:
        found = self._rows.get(row.key) if row else None
        if found is not None and found.path:
            self.post_message(self.Opened(found.path))
        elif found is not None:
            self.app.bell()

    def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_bibliography(self) -> None:
        """List what the articles that are listed quote and cite."""
        shown = (self._rows[row.key] for row in self._list.shown)
        paths = [Path(row.path) for row in shown if row.path]
        if paths:
            about = "1 article" if len(paths) == 1 else f"{len(paths)} articles"
            self.post_message(
                BibliographyWanted(about, lambda home: library.bibliography.shelved(home, paths))
            )

    def action_clear(self) -> None:
        """Empty the filter."""
        self._list.clear()
        self._field.begun = False
