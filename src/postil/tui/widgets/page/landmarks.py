"""Landmarks: how many notes and matches a section has, and at which height of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rich.style import Style

from postil.model.span import Span
from postil.model.values import dataclass
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.overlays import Overlays, StylesInForce
from postil.tui.widgets.page.viewport import Viewport

TOO_MANY = 50_000
"""Matches of which nothing is told: they are everywhere, and to find the place of each takes long.

The letter e in ten megabytes would keep a key waiting for a twentieth of a second.
"""

HIT, BOTH = "═", "╪"
"""What stands on the rail for matches, and for notes with matches among them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a stretch of the article has."""

    notes: int = 0
    hits: int = 0
    sign: str = ""
    """Of the colour that most of the notes have."""
    ink: Style = Style()


NONE = Tally()


class Landmarks:
    """Counts the notes that begin in a stretch of the article, and the matches there."""

    def __init__(
        self, viewport: Viewport, marks: NoteMarks, overlays: Overlays, styles: StylesInForce
    ) -> None:
        self._viewport = viewport
        self._marks = marks
        self._overlays = overlays
        self._styles = styles

    def tally(self, span: Span | None) -> Tally:
        """Return what a span has; of None, whether there is anything in the article."""
        if span is None:
            return Tally(self._marks.count, self._hits(Span(0, self._viewport.article.length)))
        notes = self._marks.beginning_in(span)
        if not notes:
            return Tally(0, self._hits(span))
        colour = Counter(mark.colour for mark in notes).most_common(1)[0][0]
        ink = self._styles.now.signs[colour]
        return Tally(len(notes), self._hits(span), SIGNS[colour], ink)

    def rail(self, cells: int) -> list[tuple[str, Style]]:
        """Return what stands at each of some heights of the article; a sign is "" for nothing."""
        out = []
        styles = self._styles.now
        found = Style(color=styles.match_now.bgcolor)
        for start, end in pairwise(self._heights(cells)):
            notes = self._marks.beginning_in(Span(start, end))
            hits = self._hits(Span(start, end))
            if notes:
                colour = notes[0].colour
                out.append((BOTH if hits else SIGNS[colour], styles.signs[colour]))
            else:
                out.append((HIT if hits else "", found))
        return out

    def _hits(self, span: Span) -> int:
        matches = self._overlays.matches
        if matches is None or not 0 < len(matches) <= TOO_MANY:
            return 0
        return matches.count_before(span.end) - matches.count_before(span.start)

    def _heights(self, cells: int) -> Sequence[int]:
        """Return the code points at which the cells of a rail begin, and one behind the last.

        Within a block they are taken to be spread evenly, which spares setting it in rows.
        """
        article, typeset = self._viewport.article, self._viewport.typeset
        height = max(typeset.height, cells)
        out = []
        for cell in range(cells):
            row = -(-cell * height // cells)
            if not article.blocks or row >= typeset.height:
                out.append(article.length)
                continue
            block, within = typeset.at(row)
            share = max(0, within) / max(1, typeset.slot(block))
            out.append(article.starts[block] + int(len(article.blocks[block].text) * share))
        return [*out, article.length + 1]
