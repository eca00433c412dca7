"""The preview of a passage: its words in full, with the note on them."""

from __future__ import annotations

from rich.text import Text

from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.passages.passage import Passage
from postil.tui.theme import SIGNS


class WholePassage(Preview):
    """Shows one passage whole."""

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None

    def show(self, passage: Passage | None) -> None:
        """Show a passage; None for nothing."""
        self._passage = passage
        self.set(Text() if passage is None else self._whole(passage))

    def on_resize(self) -> None:
        """Set the note in lines of the width that there is now."""
        super().on_resize()
        self.show(self._passage)

    def _whole(self, passage: Passage) -> Text:
        shown = Text().append(clean_line(passage.title), style=self.ink("title"))
        facts = Text()
        if passage.colour is not None:
            facts.append(f"{SIGNS[passage.colour]} ", style=self.ink(str(passage.colour)))
        told = "  ".join([passage.fact, *(f"#{tag}" for tag in passage.tags)]).strip()
        facts.append(clean_line(told), style=self.ink("quiet"))
        if facts:
            shown.append("\n").append_text(facts)
        if passage.words:
            shown.append(f"\n\n{in_marks(passage.words) if passage.note else passage.words}")
        if passage.body:
            shown.append("\n\n").append_text(self.said(passage.body))
        return shown
