"""The preview of a note: all that it says, its Markdown set as such, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text

from postil import library
from postil.model.note import Note, State
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.notes.note_rows import TWO_TEXTS, WHOLE
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.browsing.note_views import NoteView

STATES: dict[State, str] = {
    "same": "",
    "moved": "moved with its words",
    "changed": "≠ its words have changed; this is what they were",
    "orphan": "! its words are no longer in the article",
}

OWN_WORDS = "the article’s own words"


class NotePreview(Preview):
    """Shows one note whole."""

    DEFAULT_CSS = """
    NotePreview {
        & > .preview--state { color: $warning; text-style: bold; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--state"}

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Note, str, NoteView | None] | None = None

    def show(self, note: Note | None, title: str, view: NoteView | None) -> None:
        """Show a note with the title of its article, and what was looked up of it; or nothing."""
        again = self._shown is not None and note is not None and self._shown[0].id == note.id
        self._shown = None if note is None else (note, title, view)
        self._set(home=not again)

    def on_resize(self) -> None:
        """Set the note in lines of the width that there is now."""
        super().on_resize()
        self._set(home=False)

    def _set(self, *, home: bool) -> None:
        whole = Text() if self._shown is None else self._whole(*self._shown)
        self.set(whole, home=home)

    def _whole(self, note: Note, title: str, view: NoteView | None) -> Text:
        """Return where the note stands, the words, what it says, and what else is known."""
        quiet = self.ink("quiet")
        shown = Text().append(clean_line(title), style=self.ink("title"))
        if view is not None and (where := library.labels.within(view.section, view.page)):
            shown.append(f"  {clean_line(where)}", style=quiet)
        if view is not None and STATES[view.state]:
            shown.append(f"\n{STATES[view.state]}", style=self.ink("state"))
        if view is not None and (source := view.source or OWN_WORDS * (view.span is not None)):
            shown.append("" if note.whole else f"\n— {clean_line(source)}", style=quiet)
        quote = WHOLE if note.whole else in_marks(clean_line(note.anchor.quote))
        shown.append(f"\n{SIGNS[note.colour]} ", style=self.ink(str(note.colour)))
        shown.append(quote, style=Style(italic=True))
        if view is not None and (stood := view.stood) is not None:
            where = f"It stood in {stood.where}: " if stood.where else "It stood in: "
            shown.append(f"\n{where}{library.orphans.around(stood)}", style=quiet)
        if note.body:
            shown.append("\n\n").append_text(self.said(note.body))
        for other in note.also:
            shown.append(f"\n\n{TWO_TEXTS}; elsewhere it says:\n", style=self.ink("state"))
            shown.append_text(self.said(other.text))
        tags = clean_line(" ".join(f"#{tag}" for tag in note.tags))
        if view is not None and view.links:
            shown.append("\n")
        for link in () if view is None else view.links:
            shown.append(f"\n{clean_line(link)}", style=quiet)
        by = f"by {view.by}" if view is not None and view.by else ""
        told = "\n".join(filter(None, (tags, " \u00b7 ".join(filter(None, (by, dates(note)))))))
        return shown.append(f"\n\n{told}", style=quiet) if told else shown


def dates(note: Note) -> str:
    """Return when a note was made and changed, in words."""
    made, changed = map(library.labels.day_text, (note.created, note.modified))
    said = f"made {made}" if made else ""
    return f"{said}, changed {changed}".lstrip(", ") if changed and changed != made else said
