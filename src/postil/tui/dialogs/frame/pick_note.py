"""Asks for a note: what is typed is a query, and answers with the id of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from postil import library
from postil.model.note import Note
from postil.text.clean import clean_line
from postil.text.fuzzy import Ranked
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.theme import SIGNS

SHOWN = 200
"""Code points of a passage, and of a note, that are shown in a row."""


class PickNote(Dialog[str | None]):
    """Shows notes by their passages and their own words."""

    SIDE = False

    DEFAULT_CSS = """
    PickNote { & > .sheet { height: 60%; } }
    """

    HINTS: ClassVar[Sequence[Hint]] = (
        ("field.enter", "chooses"),
        ("list.previous list.next", "move"),
        ("dialog.leave", "leaves"),
    )

    def __init__(
        self, title: str, notes: Sequence[Note], find: Callable[[str], Sequence[int]]
    ) -> None:
        """Ask; ``find`` returns which of the notes a query finds that is typed still."""
        super().__init__()
        self._title, self._notes, self._find = title, notes, find
        self._list = FilterList(
            [Column(share=3), Column(share=2, muted=True)],
            self._choose,
            hint="words, tag:\u2026, by:\u2026",
            empty="There is no other note yet.",
            matcher=self._matched,
        )

    def heading(self) -> str:
        """Return the question."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the list."""
        yield self._list

    def fill(self) -> None:
        """Fill the list."""
        self._list.show([_row(note) for note in self._notes])

    def _matched(self, typed: str, choices: Sequence[str]) -> list[Ranked]:
        del choices
        return [(at, ()) for at in self._find(typed)]

    def _choose(self, row: Row | None, _: str) -> None:
        if row is not None:
            self.answer(row.key)


def _row(note: Note) -> Row:
    words = clean_line(note.anchor.quote[:SHOWN])
    about = " ".join(f"#{tag}" for tag in note.tags)
    said = " ".join(filter(None, (library.note_text.beginning(note.body), about)))
    shown = in_marks(words) if words else "on the whole article"
    return Row(note.id, (f"{SIGNS[note.colour]} {shown}", clean_line(said[:SHOWN])))
