"""Finds a command by its name and does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from postil.text.fuzzy import Ranked, holding, rank
from postil.tui.commands import Command
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row


class Palette(Dialog[Command | None]):
    """One line for each command that the keys of a screen can do; answers with one, or None."""

    TITLE_TEXT = "Commands"

    DEFAULT_CSS = """
    Palette {
        &.-narrow > .sheet { height: 75%; }
        #tooltip { height: auto; max-height: 2; margin-top: 1; color: $text-muted; }
    }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "does it"),
        ("list.previous list.next", "move"),
        ("dialog.leave", "leaves"),
    )

    def __init__(self, known: Sequence[Command]) -> None:
        super().__init__()
        # Motions come last: whoever looks for a command knows how to scroll.
        self._known = sorted(known, key=lambda command: command.id.startswith("page."))
        self._list = FilterList(
            [Column(share=1), Column(most=18, right=True, muted=True, searched=False)],
            self._do,
            hint="type to find a command",
            matcher=self._fitting,
        )
        self._sentence = plain(id="tooltip")

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the list, and room for a fuller sentence."""
        yield self._list
        yield self._sentence

    def fill(self) -> None:
        """List the commands."""
        rows = [
            Row(str(at), (command.name, " ".join(command.keys)))
            for at, command in enumerate(self._known)
        ]
        self._list.show(rows)

    def _fitting(self, typed: str, names: Sequence[str]) -> list[Ranked]:
        """Return what fits by its name, then by what is said of it; else by a few letters."""
        named = rank(typed, names, scattered=False)
        seen = {index for index, _ in named}
        # An id names what a command is about, as the settings do: look.theme.
        told = holding(typed, [f"{command.tooltip} {command.id}" for command in self._known])
        found = named + [(index, ()) for index, _ in told if index not in seen]
        return found or rank(typed, names)

    @on(FilterList.Pointed)
    def explain(self, event: FilterList.Pointed) -> None:
        """Say in full what the command does."""
        said = self._known[int(event.row.key)].tooltip if event.row else ""
        self._sentence.update(said)

    def _do(self, row: Row | None, _: str) -> None:
        if row:
            self.answer(self._known[int(row.key)])
