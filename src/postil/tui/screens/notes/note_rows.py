"""Rows of notes: the words of the passage, and below them what the note says, each on a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType

from postil import library
from postil.model.note import Note, State
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.screens.listing.pointed_list import Ink, NotedList
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.page_styles import EMPHASES
from postil.tui.widgets.title_bars import crop

if TYPE_CHECKING:
    from postil.library.browsing.note_views import NoteView

SHORT: Mapping[State, str] = {"same": "", "moved": "", "changed": "≠ changed", "orphan": "! orphan"}
"""What stands before the words of a note that is not as it was."""

TWO_TEXTS = "≠ two texts"
"""The same of a note that was written in two places at once."""

WHOLE = "on the whole article"

BEGINNING = 400
"""Code points of a note that are read for its row."""

KEPT = 400
"""Notes whose beginnings are kept read."""

BOTH_FROM = 100
"""Cells from which a row says the source as well as the section."""


KEYS: list[BindingType] = [
    Binding(
        "o",
        "screen.order",
        "Order",
        id="notes.order",
        tooltip="List by place, date, tag, source or article: each time by the next",
    ),
    Binding(
        "O",
        "screen.turn_order",
        "Reverse",
        id="notes.turn",
        tooltip="List in the same order the other way round",
    ),
    Binding(
        "equals_sign,v",
        "screen.compare",
        "Compare",
        id="notes.compare",
        tooltip="Set the passages side by side, by source: those ticked, or all listed",
    ),
    Binding(
        "B",
        "screen.scope",
        "Article or library",
        id="notes.scope",
        tooltip="List the notes of this article, or those of the whole library",
    ),
]


class NoteRowList(NotedList[str, str]):
    """The notes that were found; the keys of the browser's own act on what is listed."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS


class NoteDrawing:
    """Draws notes by their ids."""

    def __init__(self, look_up: Callable[[Note], NoteView | None]) -> None:
        self._look_up = look_up
        self._beginnings: dict[str, tuple[Note, Text]] = {}
        self.notes: Mapping[str, Note] = {}
        """The notes that are listed, by their ids."""
        self.says_article = False
        """Whether each row names its article, because no head does."""
        self.title: Callable[[Note], str] = lambda note: note.article

    def key(self, row: str, /) -> str:
        """Return the id of a note."""
        return row

    def head(self, head: str, width: int, ink: Ink, /) -> Text:
        """Draw what the notes below have in common."""
        return Text(crop(clean_line(head), width), style=ink("title"), no_wrap=True)

    def row(self, row: str, width: int, ink: Ink, /) -> Text:
        """Draw the two lines of a note."""
        note = self.notes.get(row)
        if note is None:
            return Text("this note has been deleted\n", style=ink("quiet"))
        view = self._look_up(note)
        where, about = self._where(note, view), _about(note, view)
        return Text("\n").join(
            (
                _spread(_words(note, view, ink), where, width, ink("quiet")),
                _spread(self._said(note, view, width, ink), about, width, ink("quiet")),
            )
        )

    def _where(self, note: Note, view: NoteView | None) -> str:
        """Return where the passage stands, as far as no head says it."""
        if self.says_article:
            return clean_line(self.title(note))
        return "" if view is None else clean_line(view.section)

    def _said(self, note: Note, view: NoteView | None, width: int, ink: Ink) -> Text:
        """Return what the note says; of a bare highlight, whose words it is on."""
        source = "" if view is None else clean_line(view.source)
        if not note.body.strip():
            told = f"— {source}" if source else ""
            return Text(f"  {told}", style=ink("quiet"))
        said = Text("  ").append_text(self._beginning(note, ink))
        if source and width >= BOTH_FROM:
            said.append(f"  — {source}", style=ink("quiet"))
        return said

    def _beginning(self, note: Note, ink: Ink) -> Text:
        """Return the first words of a note on one line, with its emphases."""
        known = self._beginnings.get(note.id)
        if known is not None and known[0].body == note.body:
            return known[1]
        said = Text()
        for block in library.note_text.blocks(note.body[:BEGINNING]):
            words = Text(block.text)
            for run in block.inlines:
                style = EMPHASES.get(run.kind, ink("code" if run.kind == "code" else "link"))
                words.stylize(style, run.start, run.end)
            said.append(f"{block.marker} " if block.marker else "").append_text(words).append("  ")
        said = Text(" ").join(said.split("\n"))
        if len(self._beginnings) >= KEPT:
            self._beginnings.clear()
        self._beginnings[note.id] = note, said
        return said


def _words(note: Note, view: NoteView | None, ink: Ink) -> Text:
    """Return the words of a note's passage behind its sign, and what has become of them."""
    drawn = Text().append(f"{SIGNS[note.colour]} ", style=ink(str(note.colour)))
    state = SHORT[view.state] if view is not None else ""
    for said in filter(None, (state, TWO_TEXTS if note.also else "")):
        drawn.append(f"{said} ", style=ink("state"))
    if note.whole:
        return drawn.append(WHOLE, style=ink("quiet") + Style(italic=True))
    return drawn.append(in_marks(clean_line(note.anchor.quote)))


def _about(note: Note, view: NoteView | None) -> str:
    """Return who else has made a note, and its tags."""
    by = f"by {view.by}  " if view is not None and view.by else ""
    return clean_line(by + " ".join(f"#{tag}" for tag in note.tags))


def _spread(left: Text, right: str, width: int, quiet: Style) -> Text:
    """Set two texts at the ends of a line; the right one has a third of it at most."""
    right = crop(right, max(0, width // 3)) if right else ""
    room = width - 1 - (cell_len(right) + 2 if right else 0)
    drawn = Text(no_wrap=True).append_text(left)
    drawn.truncate(max(1, room), overflow="ellipsis", pad=bool(right))
    return drawn.append("  ").append(right, style=quiet) if right else drawn
