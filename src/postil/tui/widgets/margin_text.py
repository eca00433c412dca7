"""Margin text: how a note is set beside its passage, in lines of a few cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from postil import library
from postil.model.note import Note, PlacedNote
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted
from postil.tui.theme import SIGNS
from postil.tui.widgets.set_blocks import set_blocks
from postil.typeset.wrap import WrapStyle
from postil.typeset.wrap import wrap as cut_into_rows

if TYPE_CHECKING:
    from postil.library.notes.orphans import LastKnownPlace

ROWS_SHOWN = 6
"""Rows of a note's body that are shown while it is not the current one."""

READ = 800
"""Code points of a note that are read while it is not the current one."""

MOST_READ = 4000
"""The same of the current one: no terminal has room for more beside or below a page."""

ELSEWHERE = "≠ two texts: a settles"
"""What is said of a note that was written in two places at once."""

BESIDE = 60
"""Characters that are shown on either side of words that are gone."""

BOLD, SLANTED = Style(bold=True), Style(italic=True)

KEPT = 500
"""Notes whose lines are kept set."""

_PLAIN = WrapStyle(lined=True)

Body = list[list[Segment]]
"""The lines of what is said of a note."""


class MarginText:
    """Sets notes in lines, each once while it stays as it is."""

    def __init__(
        self, style: Callable[[str], Style], render: Callable[[Text], list[Segment]]
    ) -> None:
        """Set notes in the styles of the theme, which are asked for by name."""
        self._style, self._render = style, render
        self._inks: dict[str, Style] = {}
        self._kept: dict[tuple[str, int, bool], tuple[PlacedNote, LastKnownPlace | None, Body]] = {}
        """Lines of notes by id, width and whether it is the current one, with what they say."""
        self.stood: Mapping[str, LastKnownPlace] = {}
        """Where the words of notes without a place stood, by the ids of the notes."""
        self.links: Callable[[Note], list[str]] = lambda _: []
        """Tells what a note points to, and what points to it, each in a line."""
        self.maker: Callable[[Note], str] = lambda _: ""
        """Tells who else has made a note; "" for the reader's own."""

    def forget(self) -> None:
        """Set all anew, in the styles of another theme."""
        self._inks.clear()
        self._kept.clear()

    def set_anew(self) -> None:
        """Set all notes anew, because others point to them now."""
        self._kept.clear()

    def ink(self, name: str) -> Style:
        """Return a style, under "" that of a blank cell; to ask the theme takes long."""
        if name not in self._inks:
            self._inks[name] = self._style(name)
        return self._inks[name]

    def heading(self, count: int) -> list[Segment]:
        """Return the line above the notes without a place."""
        said = f"! {notes_counted(count)} without a place"
        return [Segment(said, self.ink("") + self.ink("lost"))]

    def set(self, placed: PlacedNote, width: int, *, current: bool) -> Body:
        """Return the lines of a note, each of at most ``width`` cells."""
        stood = self.stood.get(placed.note.id)
        key = placed.note.id, width, current
        known = self._kept.get(key)
        if known is None or known[0] is not placed or known[1] is not stood:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            known = self._kept[key] = placed, stood, self._set_anew(placed, width, current)
        return known[2]

    def _set_anew(self, placed: PlacedNote, width: int, current: bool) -> Body:
        note, base = placed.note, self.ink("")
        head = " ".join(f"#{tag}" for tag in note.tags) or ("note" if note.body else "highlight")
        ink = base + self.ink("current" if current else "quiet")
        sign = Segment(SIGNS[note.colour] + " ", base + self.ink(note.colour))
        head_ink = ink + BOLD if current else ink
        lines = [[sign, Segment(text, head_ink)] for text in wrap(head, width - 2)[:2]]
        lines[1:] = [[Segment("  ", base), *line[1:]] for line in lines[1:]]
        slanted = ink + SLANTED
        by = self.maker(note)
        told = wrap(f"by {by}", width - 2) if by else []
        told += self._said_of_words(placed, width - 2, current)
        said = [[Segment(line, slanted)] for line in told]
        said += self._body(note.body, width - 2, current) if note.body else []
        for link in self.links(note):
            said += [[Segment(line, slanted)] for line in wrap(link, width - 2)[:2]]
        if note.also:
            said += [[Segment(line, ink)] for line in wrap(ELSEWHERE, width - 2)]
        return lines + [[Segment("  ", base), *line] for line in said]

    def _body(self, text: str, width: int, current: bool) -> Body:
        """Return the rows of a note's own words, of one that is not current the first alone."""
        base = self.ink("")
        ink = base + self.ink("current") if current else base
        # What is never shown need not be set.
        most = MOST_READ if current else READ
        blocks = library.note_text.blocks(text[:most])
        said = set_blocks(blocks, width, self._ink_of_words, addresses=current)
        rows = list(said.split("\n", allow_blank=True))
        if not current and (len(rows) > ROWS_SHOWN or len(text) > most):
            rows = [*rows[: ROWS_SHOWN - 1], Text("…")]
        for row in rows:
            row.stylize_before(ink)
        return [self._render(row) for row in rows]

    def _ink_of_words(self, name: str) -> Style:
        return BOLD if name == "title" else self.ink(name)

    def _said_of_words(self, placed: PlacedNote, width: int, current: bool) -> list[str]:
        """Return what is to be said of words that are others now, or that are gone."""
        if placed.placement.state == "changed":
            was = f"; they were {in_marks(clean_line(placed.note.anchor.quote))}" if current else ""
            return _cut(wrap(f"≠ words changed{was}", width), ROWS_SHOWN)
        if placed.note.whole:
            return ["on the whole article"]
        if placed.span is not None:
            return []
        stood = self.stood.get(placed.note.id) or library.orphans.known_from_note(placed.note)
        lines = _cut(wrap(in_marks(stood.quote), width), ROWS_SHOWN if current else 2)
        if current:
            lines += wrap(f"in: {library.orphans.around(stood, BESIDE)}", width)
        return lines + (wrap(f"from {stood.where}", width) if stood.where else [])


def _cut(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], "…"]


def wrap(text: str, width: int) -> list[str]:
    """Set plain text in lines of at most ``width`` cells; its own line ends are kept."""
    starts, ends, _ = cut_into_rows(text, max(1, width), cell_len, _PLAIN)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
