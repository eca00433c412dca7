"""The notes browser: every note of the library, to find one and go to its passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.screen import Screen

from postil import library
from postil.model.note import Colour, State
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.text.fuzzy import holding
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.dialog import Hints, plain
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.referencing import BibliographyWanted
from postil.tui.messages import notes_counted
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.notes.orphans import LastKnownPlace

STATES: dict[State, str] = {
    "same": "",
    "moved": "moved with its words",
    "changed": "its words have changed",
    "orphan": "orphan: its words are no longer in the article",
}

SHORT: dict[State, str] = {"changed": "≠ changed", "orphan": "! orphan"}
"""What stands in the list before the note itself."""

TWO_TEXTS = "≠ two texts"
"""The same of a note that was written in two places at once."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, as the browser lists it."""

    id: str
    article: str
    quote: str
    body: str
    tags: tuple[str, ...]
    colour: Colour
    state: State
    modified: str
    """When it was last changed, in words."""
    stood: LastKnownPlace | None = None
    """Where its words stood, for one without a place."""
    others: tuple[str, ...] = ()
    """What it was given elsewhere at the same time, to be settled."""


class NotesScreen(Screen[str | None]):
    """Type to search in all that a note holds; answers with the id of one, or None."""

    TYPING: ClassVar[bool] = True

    DEFAULT_CSS = """
    NotesScreen {
        padding: 0 2;
        background: $background;
        .title { height: 2; padding-top: 1; text-style: bold; }
        #both { height: 1fr; layout: vertical; }
        RowList { margin-top: 1; }
        #preview {
            height: 9;
            margin-top: 1;
            border-top: solid $primary 40%;
            scrollbar-size-vertical: 1;
            & > Static { height: auto; }
        }
        &.-wide #both { layout: horizontal; }
        &.-wide #preview {
            width: 2fr;
            height: 1fr;
            margin: 1 0 0 2;
            padding-left: 2;
            border-top: none;
            border-left: solid $primary 40%;
        }
        &.-wide FilterList { width: 3fr; }
        Hints { margin-top: 1; }
        &.-low, &.-lowest {
            .title { height: 1; padding-top: 0; }
            RowList { margin-top: 0; }
            Hints { margin-top: 0; }
            &.-narrow #preview { height: 4; margin-top: 0; }
        }
        &.-lowest.-narrow #preview, &.-empty #preview { display: none; }
    }
    """

    # Textual's own annotation reads as an instance variable, which a ClassVar must not override.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (11, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave",
            "Back to the page",
            id="notes.leave",
            show=False,
            tooltip="Close the notes and go nowhere",
        ),
        Binding("shift+down", "scroll(1)", "On", id="notes.down", tooltip="More of the note"),
        Binding("shift+up", "scroll(-1)", "Back", id="notes.up", tooltip="Back in the note"),
        Binding(
            "ctrl+b",
            "bibliography",
            "Bibliography",
            id="notes.bibliography",
            show=False,
            tooltip="Copy a list of what the passages of the notes listed here quote and cite",
        ),
    ]

    def __init__(self, rows: Sequence[NoteRow]) -> None:
        super().__init__()
        self._notes = {row.id: row for row in rows}
        self._list = FilterList(
            [Column(share=3), Column(share=2), Column(share=1, muted=True, from_width=60)],
            self._go,
            hint="type to search in passages, notes, tags and titles",
            empty="There are no notes yet. In an article, t tags and a writes a note.",
            matcher=holding,
        )
        self._note = plain(id="note")
        self._preview = VerticalScroll(self._note, id="preview", can_focus=False)
        self._hint_line = Hints()

    def compose(self) -> ComposeResult:
        """Set the list beside, or above, the note pointed at."""
        yield plain(f"Notes: {len(self._notes)}" if self._notes else "Notes", classes="title")
        with Container(id="both"):
            yield self._list
            yield self._preview
        yield self._hint_line

    def on_mount(self) -> None:
        """Fill the list."""
        if self.is_attached:
            self.set_class(not self._notes, "-empty")
            self._list.show([_row(note) for note in self._notes.values()])
            self.call_after_refresh(self._say)

    def _say(self) -> None:
        hints = [("notes.leave", "leaves")]
        if self._notes:
            hints = [("field.enter", "goes to the passage"), *hints]
            hints.append(("notes.bibliography", "bibliography"))
        if self._preview.max_scroll_y:
            hints.append(("notes.down", "more of the note"))
        self._hint_line.show(self, hints)

    @on(FilterList.Pointed)
    def preview(self, event: FilterList.Pointed) -> None:
        """Show the whole note."""
        shown = _whole(self._notes[event.row.key]) if event.row else Text()
        self._note.update(shown)
        self._preview.scroll_home(animate=False)
        self.call_after_refresh(self._say)

    def _go(self, row: Row | None, _: str) -> None:
        if row and self.is_current:
            self.dismiss(row.key)

    def action_bibliography(self) -> None:
        """List what the passages of the notes that are listed quote and cite."""
        shown = {row.key for row in self._list.shown}
        if shown:
            about = "all notes" if len(shown) == len(self._notes) else notes_counted(len(shown))
            self.post_message(
                BibliographyWanted(about, lambda home: library.bibliography.chosen(home, shown))
            )

    def action_scroll(self, by: int) -> None:
        """Show more of the note pointed at, or go back in it."""
        by *= max(1, self._preview.size.height - 1)
        self._preview.scroll_relative(y=by, animate=False, immediate=True)

    def action_leave(self) -> None:
        """Answer with none."""
        if self.is_current:
            self.dismiss(None)


def _row(note: NoteRow) -> Row:
    tags = " ".join(f"#{tag}" for tag in note.tags)
    said = clean_line(f"{tags} {note.body}" if note.body else tags)
    if note.state in SHORT:
        said = f"{SHORT[note.state]} {said}"
    if note.others:
        said = f"{TWO_TEXTS} {said}"
    more = f"{note.colour} {STATES[note.state]} {note.modified}"
    return Row(
        note.id,
        (clean_line(note.quote), said, clean_line(note.article)),
        sign=SIGNS[note.colour],
        colour=note.colour,
        more=more,
    )


def _whole(note: NoteRow) -> Text:
    shown = Text().append(clean_line(note.article), style="bold")
    facts = [f"{SIGNS[note.colour]} {note.colour}", *(f"#{tag}" for tag in note.tags)]
    shown.append(f"\n{'  '.join(facts)}")
    if note.modified:
        shown.append(f"  {note.modified}", style="dim")
    if STATES[note.state]:
        shown.append(f"\n! {STATES[note.state]}", style="bold")
    shown.append(f"\n\n{in_marks(clean_line(note.quote))}", style="italic")
    if note.stood is not None:
        where = f"It stood in {note.stood.where}: " if note.stood.where else "It stood in: "
        shown.append(f"\n{where}{library.orphans.around(note.stood)}", style="dim")
    if note.body:
        shown.append(f"\n\n{note.body}")
    for other in note.others:
        shown.append(f"\n\n{TWO_TEXTS}; elsewhere it says:", style="bold")
        shown.append(f"\n{other}")
    return shown
