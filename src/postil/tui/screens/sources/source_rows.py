"""The list of sources: how each is drawn, in which order, and the keys that join them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType

from postil.library.base.labels import counted, describe
from postil.library.catalogue.source_list import ListedSource, by_passages
from postil.text.clean import clean_line
from postil.tui.screens.listing.pointed_list import Ink, PointedList
from postil.tui.screens.sources.session import Order
from postil.tui.widgets.title_bars import crop

# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off
SCREEN_KEYS: list[BindingType] = [
    Binding("ctrl+l", "scope", "Article or library", id="sources.scope", show=False, tooltip="From the sources of the article to those of all that is known, and back"),
    Binding("ctrl+o", "order", "Order", id="sources.order", show=False, tooltip="List by passages, by name or by date"),
]

KEYS: list[BindingType] = [
    Binding("J", "screen.change('join')", "Join", id="sources.join", tooltip="Join the sources that are ticked, or this one and the one it is likely to be: they count as one from then on"),
    Binding("P", "screen.change('part')", "Part", id="sources.part", tooltip="Take the spellings that were joined apart again"),
    Binding("n", "likely(1)", "Next likely", id="sources.likely", tooltip="To the next source that is likely another one, spelled differently"),
    Binding("N", "likely(-1)", "Likely before", id="sources.likely-before", tooltip="To the one before that is likely another one"),
    Binding("o", "screen.order", "Order", id="sources.list-order", tooltip="List by passages, by name or by date"),
    Binding("O", "screen.turn_order", "Reverse", id="sources.turn", tooltip="List in the same order the other way round"),
    Binding("u", "screen.change('undo')", "Undo", id="sources.undo", tooltip="Take back the last change"),
    Binding("ctrl+r", "screen.change('redo')", "Redo", id="sources.redo", tooltip="Make the change again that was taken back last"),
]
# fmt: on

_COLUMN = 12
"""Cells of a number with the word for it."""

_WIDE = 90
"""Cells from which on notes and articles are counted beside the passages."""

LIKELY = "≈"
"""Before a source that is likely the same as another."""


class SourceList(PointedList[ListedSource, str]):
    """The sources, with the keys that join them."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, drawing: SourceDrawing) -> None:
        super().__init__(drawing, ticks=True)
        self._source_drawing = drawing

    def action_likely(self, by: int) -> None:
        """Point at the next source that is likely another one, spelled differently."""
        likely = self._source_drawing.likely
        numbers = [at for at, one in enumerate(self.rows) if one.key in likely]
        ahead = [at for at in numbers if (at - self.pointed) * by > 0]
        if ahead:
            self.pointed = ahead[0] if by > 0 else ahead[-1]
        elif numbers:
            self.pointed = numbers[0] if by > 0 else numbers[-1]
        else:
            said = "No two sources here are spelled so much alike that they may be one."
            self.notify(said, markup=False, timeout=4)


class SourceDrawing:
    """Draws a source: who, where and when, and what comes from it."""

    def __init__(self) -> None:
        self.likely: Mapping[str, ListedSource] = {}
        """For some sources, by their keys, another one that is likely the same."""
        self.in_library = False
        """Whether it is said in how many articles a source is quoted."""

    def key(self, row: ListedSource, /) -> str:
        """Return what tells a source from all others."""
        return row.key

    def row(self, row: ListedSource, width: int, ink: Ink, /) -> Text:
        """Draw a source."""
        told = self._told(row, width)
        drawn = Text(no_wrap=True)
        drawn.append(f"{LIKELY if row.key in self.likely else ' '} ", style=ink("match"))
        room = max(8, width - drawn.cell_len - cell_len(told) - 3)
        named = clean_line(describe(row.source))
        joined = len(row.spellings) - 1
        if joined > 0:
            named = f"{named}  +{joined}"
        drawn.append(crop(named, room))
        gap = width - 1 - cell_len(told) - drawn.cell_len
        return drawn.append(" " * max(1, gap)).append(told, style=ink("quiet"))

    def _told(self, row: ListedSource, width: int) -> str:
        said = [counted(row.passages, "passage").rjust(_COLUMN)]
        if width >= _WIDE:
            said.append((counted(row.notes, "note") if row.notes else "").rjust(_COLUMN - 3))
            if self.in_library:
                said.append(counted(len(row.paths), "article").rjust(_COLUMN))
        return "  ".join(said)

    def head(self, head: str, width: int, ink: Ink, /) -> Text:
        """Draw a line that cannot be pointed at."""
        return Text(crop(head, width), style=ink("quiet"), no_wrap=True)


def ordered(
    listed: Sequence[ListedSource], order: Order, *, turned: bool = False
) -> list[ListedSource]:
    """Return sources in an order, or the other way round; those without a date are last by date."""
    if order is Order.PASSAGES:
        found = sorted(listed, key=by_passages)
        return sorted(found, key=lambda one: one.passages) if turned else found
    if order is Order.NAME:
        return sorted(listed, key=_name, reverse=turned)
    found = sorted(listed, key=_date, reverse=not turned)
    return sorted(found, key=lambda one: one.source.issued is None)


def _name(one: ListedSource) -> tuple[str, str]:
    source = one.source
    first = source.author[0] if source.author else None
    name = (first.family or first.literal) if first is not None else ""
    outlet = source.container_title or source.publisher or source.title or source.url
    return (name or outlet).casefold().removeprefix("the "), describe(source).casefold()


def _date(one: ListedSource) -> tuple[int, int, int]:
    date = one.source.issued
    return (0, 0, 0) if date is None else (date.year, date.month or 0, date.day or 0)
