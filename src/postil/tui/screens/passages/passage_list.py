"""Draws passages on a line each, below the title of their article."""

from __future__ import annotations

from rich.text import Text

from postil import library
from postil.text.clean import clean_line
from postil.tui.screens.listing.pointed_list import Ink
from postil.tui.screens.passages.passage import Passage
from postil.tui.theme import SIGNS
from postil.tui.widgets.title_bars import crop

_LEAST = 24
"""Cells that are left to the words of a passage beside what is said of it."""


class PassageDrawing:
    """Draws a sign for a note, the words, and at the right what the note says."""

    def key(self, row: Passage, /) -> str:
        """Return what tells a passage from all others."""
        return row.key

    def row(self, row: Passage, width: int, ink: Ink, /) -> Text:
        """Draw a passage."""
        drawn = Text(no_wrap=True)
        if row.colour is not None:
            drawn.append(f"{SIGNS[row.colour]} ", style=ink(str(row.colour)))
        told = row.fact or library.note_text.beginning(row.body)
        said = clean_line(told or " ".join(f"#{tag}" for tag in row.tags))
        room = width - drawn.cell_len - 1
        most = max(0, min(room // 3, room - _LEAST))
        said = crop(said, most)
        words = clean_line(row.words, 4 * max(1, width)) or "(on the whole article)"
        left = room - (len(said) and most + 2)
        drawn.append(crop(words, left))
        if said:
            drawn.append(" " * max(1, width - 1 - most - drawn.cell_len))
            drawn.append(said, style=ink("quiet"))
        return drawn

    def head(self, head: str, width: int, ink: Ink, /) -> Text:
        """Draw the title of an article."""
        return Text(crop(clean_line(head), width - 1), style=ink("title"), no_wrap=True)
