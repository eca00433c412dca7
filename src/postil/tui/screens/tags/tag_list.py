"""The list of tags: the tree as it is drawn, and the keys that change a tag."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType

from postil.library.tags.codebook import Branch
from postil.text.clean import clean_line
from postil.tui.screens.listing.pointed_list import Ink, PointedList
from postil.tui.theme import SIGNS
from postil.tui.widgets.title_bars import crop

# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off
KEYS: list[BindingType] = [
    Binding("r", "screen.change('rename')", "Rename", id="tags.rename", tooltip="Give the tag another name wherever it is used, with all below it"),
    Binding("m", "screen.change('merge')", "Merge", id="tags.merge", tooltip="Put the tags that are ticked into the one pointed at; none ticked: this one into another"),
    Binding("v", "screen.change('move')", "Move", id="tags.move", tooltip="Put the tag, with all below it, below another, or to the top"),
    Binding("p", "screen.change('split')", "Split", id="tags.split", tooltip="Give some of its notes another tag instead: find them, tick them, name it"),
    Binding("d", "screen.change('delete')", "Delete", id="tags.delete", tooltip="Take the tag off all notes; the notes stay"),
    Binding("e", "screen.change('define')", "Define", id="tags.define", tooltip="Say what the tag means"),
    Binding("1", "screen.colour(1)", "Yellow", id="tags.colour-1", tooltip="Give the tag the first colour"),
    Binding("2", "screen.colour(2)", "Green", id="tags.colour-2", tooltip="Give the tag the second colour"),
    Binding("3", "screen.colour(3)", "Blue", id="tags.colour-3", tooltip="Give the tag the third colour"),
    Binding("4", "screen.colour(4)", "Pink", id="tags.colour-4", tooltip="Give the tag the fourth colour"),
    Binding("5", "screen.colour(5)", "Orange", id="tags.colour-5", tooltip="Give the tag the fifth colour"),
    Binding("0", "screen.colour(0)", "No colour", id="tags.colour-0", tooltip="Take the colour of the tag away"),
    Binding("u", "screen.change('undo')", "Undo", id="tags.undo", tooltip="Take back the last change"),
    Binding("ctrl+r", "screen.change('redo')", "Redo", id="tags.redo", tooltip="Make the change again that was taken back last"),
]
# fmt: on

HINTS = (
    ("tags.rename", "renames"),
    ("tags.merge", "merges"),
    ("tags.move", "moves"),
    ("tags.split", "splits"),
    ("tags.delete", "deletes"),
    ("tags.define", "defines"),
    (" ".join(f"tags.colour-{number}" for number in range(1, 6)), "colours"),
    ("rows.tick", "ticks"),
    ("tags.undo", "undoes"),
)

_STEP = 2
"""Cells by which a tag stands further in than the one above it."""

_DEEPEST = 16
"""Cells by which it stands further in at most."""

_SIGN = 2
"""Cells of the sign of a colour."""


class TagList(PointedList[Branch, str]):
    """The tags, with the keys that change them."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS


class TagDrawing:
    """Draws a tag with the sign of its colour, how many notes bear it, and what it means."""

    def __init__(self) -> None:
        self.flat = False
        """Whether tags stand in full, as where those above them are not listed."""

    def key(self, row: Branch, /) -> str:
        """Return what tells a tag from all others."""
        return row.tag.casefold()

    def row(self, row: Branch, width: int, ink: Ink, /) -> Text:
        """Draw a tag: its name, its definition, its notes."""
        drawn = Text(no_wrap=True)
        if not self.flat:
            drawn.append(" " * min(_STEP * row.depth, _DEEPEST, width // 3))
        if row.colour is not None:
            drawn.append(f"{SIGNS[row.colour]} ", style=ink(str(row.colour)))
        else:
            drawn.append(" " * _SIGN)
        told = counted(row)
        room = max(8, width - 2 - cell_len(told) - drawn.cell_len)
        name = crop(clean_line(row.tag if self.flat else row.name) or "(no name)", room)
        drawn.append(name, style=ink("title") if row.depth == 0 else "")
        room -= cell_len(name) + 2
        if row.definition and room > 3:
            drawn.append("  ").append(crop(clean_line(row.definition), room), style=ink("quiet"))
        gap = width - 1 - cell_len(told) - drawn.cell_len
        return drawn.append(" " * max(1, gap)).append(told, style=ink("quiet"))

    def head(self, head: str, width: int, ink: Ink, /) -> Text:
        """Draw a line that cannot be pointed at."""
        return Text(crop(head, width), style=ink("quiet"), no_wrap=True)


def counted(row: Branch) -> str:
    """Return how many notes bear a tag; with those below it where they are more."""
    if row.within > row.notes:
        return f"{row.notes or '·'}   {row.within} with below"
    return f"{row.notes or '·'}"
