"""Marking: a highlight on a passage, in one of five colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil import library
from postil.model.note import Colour, Note
from postil.model.span import Span
from postil.model.values import replace
from postil.tui.dialogs.frame.others import agreed
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.widgets.page.note_marks import Highlight

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.tui.screens.reader.appearance import AppearanceCommands


class Marking:
    """Marks passages and recolours notes; the words that a note waits for become its place."""

    KEYS = (
        Key(
            "mark.mark",
            "enter",
            "Mark",
            "Mark the passage with the last colour; 3 Enter marks the paragraph in colour 3",
        ),
    )

    def __init__(
        self,
        stage: Stage,
        shown: ShownNotes,
        changes: ChangeQueue,
        relocation: Relocation,
        appearance: AppearanceCommands,
    ) -> None:
        self._stage = stage
        self._shown = shown
        self._changes = changes
        self._relocation = relocation
        self._appearance = appearance

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"mark.mark": self.mark}

    def mark(self) -> None:
        """Mark the selection, or the current paragraph, or recolour the current note.

        On a note that has no place it begins to put it back.
        """
        page, now = self._stage.page, self._shown.current
        if self._relocation.note is not None and page.selection is None:
            self._stage.say("Choose the words first: v chooses a sentence, / finds words.")
            return
        if self._relocation.note is None and now is not None and now.span is None:
            self._relocation.begin()
            return
        count = page.keys.take_count(0)
        colours = list(Colour)
        chosen = 1 <= count <= len(colours)
        colour = colours[count - 1] if chosen else self._appearance.now.colour
        if not self._stage.article.blocks:
            return
        if page.selection is None and now is not None:
            self.recolour(now.note, colour)
        else:
            self.mark_passage(self._shown.passage(), colour)

    def mark_passage(self, span: Span, colour: Colour | None) -> None:
        """Put a highlight on a passage, None for the colour used last.

        One that is there is recoloured; a note that is being placed gets its place there.
        """
        if self._relocation.place_on(span):
            return
        look = self._appearance.now
        colour = colour or look.colour
        self._stage.page.selecting.choose(None)
        if colour != look.colour:
            self._appearance.keep(replace(look, colour=colour))
        if (there := self._shown.on_passage(span)) is not None:
            self.recolour(there, colour)
            return

        def make(open_article: OpenArticle) -> ChangeResult:
            note = library.annotating.annotate(self._stage.home, open_article, span, colour=colour)
            return ChangeResult(note=note.id)

        self._changes.commit(make, Highlight(span, colour, ""))

    def recolour(self, note: Note, colour: Colour) -> None:
        """Give a note another colour."""
        if note.colour == colour:
            self._stage.say(f"Already marked {colour}; 1-5 before Enter choose a colour.")
            return
        self._stage.in_background(self._recolour, note, colour)

    async def _recolour(self, note: Note, colour: Colour) -> None:
        error = library.makers.refused(self._stage.home, [note])
        if not await agreed(self._stage.ask, error):
            return

        def change(_: OpenArticle) -> ChangeResult:
            library.annotating.change(self._stage.home, note, colour=colour)
            return ChangeResult(f"Now {colour}.", note.id)

        self._changes.commit(change)
