"""What lies over the words of the page: attributions, notes, matches, and what is chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from rich.style import Style

from postil.model.article import InlineKind
from postil.model.span import Span
from postil.model.values import dataclass
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.note_marks import Highlight, NoteMarks, RedrawnView
from postil.tui.widgets.page.page_styles import FURTHER, PageStyles
from postil.tui.widgets.page.viewport import Viewport

if TYPE_CHECKING:
    from postil.library.articles.finding import Matches


LINKS = (InlineKind.LINK, InlineKind.IMAGE, InlineKind.FOOTNOTE)
"""What leads to somewhere else."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A run of code points of the canonical text, and the style to lay over it."""

    start: int
    end: int
    style: Style


class StylesInForce(Protocol):
    """Where the styles of the theme are found."""

    @property
    def now(self) -> PageStyles:
        """The styles of the theme in force."""


class Overlays:
    """The layers over each block, undermost first; attributions and matches are kept here."""

    def __init__(
        self, view: RedrawnView, viewport: Viewport, marks: NoteMarks, styles: StylesInForce
    ) -> None:
        self._view = view
        self._viewport = viewport
        self._marks = marks
        self._styles = styles
        self.quiet_spans: Sequence[Span] = ()
        """Attributions, set quieter than the text they stand in; by start."""
        self.matches: Matches | None = None
        """Where the words looked for stand."""
        self.match_now: Span | None = None
        """The present one of the matches."""

    def show_attributions(self, spans: Sequence[Span]) -> None:
        """Set these words, by start, quieter than the text they stand in."""
        self.quiet_spans = spans
        self._view.redraw()

    def show_matches(self, matches: Matches | None, now: Span | None = None) -> None:
        """Show where the words looked for stand, and which match is the present one."""
        self.matches = matches
        self.match_now = now
        self._view.redraw()

    def layers(self, block: int, row: int | None = None) -> list[Layer]:
        """Lay inline styles, attributions, notes and matches over a block, in this order.

        Of the notes only those on ``row`` are laid, where one is given: a block may have thousands.
        """
        styles, article = self._styles.now, self._viewport.article
        span = article.block_span(block)
        marks = self._marks_on(span if row is None else self._reach(block, row))
        inlines = [
            (Span(span.start + inline.start, span.start + inline.end), inline.kind)
            for inline in article.blocks[block].inlines
        ]
        out = [Layer(span.start, span.end, styles.of_inline(kind)) for span, kind in inlines]
        out += [Layer(q.start, q.end, styles.attribution) for q in self._quiet(span)]
        links = [link for link, kind in inlines if kind in LINKS]
        grounds: list[Layer] = []
        # A longer note lies beneath a shorter one, so that both have edges that can be seen.
        for highlight in sorted(marks, key=lambda one: -len(one.span)):
            style, linked = styles.marks[highlight.colour], styles.marked_link
            if highlight.pending:
                style += Style(italic=True)
            elif highlight.note == self._marks.note_now:
                style, linked = style + styles.note_now, styles.current_link
            ground = Layer(highlight.span.start, highlight.span.end, style)
            grounds.append(ground)
            out += [ground, *_within([ground], links, linked)]
        for both, style in self._shared(marks):
            out.append(Layer(both.start, both.end, style))
        out += [Layer(match.start, match.end, styles.match) for match in self._matches_in(span)]
        if self.match_now is not None and self.match_now.overlaps(span):
            out.append(Layer(self.match_now.start, self.match_now.end, styles.match_now))
        for quiet in self._quiet(span):
            out += _within([*grounds, *self._ground(quiet)], [quiet], FURTHER)
        return out

    def chosen(self, block: int, spans: Sequence[Span], caret: Span | None) -> list[Layer]:
        """Lay what is chosen, and the caret, over a block and over everything else."""
        styles = self._styles.now
        around = self._viewport.article.block_span(block)
        out = [
            Layer(span.start, span.end, styles.chosen) for span in spans if span.overlaps(around)
        ]
        for ground in tuple(out):
            now = [] if self.match_now is None else [self.match_now]
            seen = Span(max(ground.start, around.start), min(ground.end, around.end))
            out += [
                *_within([ground], self._quiet(around), FURTHER),
                *_within([ground], self._matches_in(seen), styles.chosen_match),
                *_within([ground], now, styles.chosen_match_now),
            ]
        if caret is not None:
            out.append(Layer(caret.start, caret.end, styles.caret))
        return out

    def signs(self, block: int, row: int) -> list[tuple[str, Style]]:
        """Return the signs of the notes whose passages begin on a row."""
        found = self._marks.touching(self._reach(block, row))
        if not found:
            return []
        signs = self._styles.now.signs
        start = self._viewport.article.starts[block]
        row_of = self._viewport.typeset.row_of
        return [
            (SIGNS[highlight.colour], signs[highlight.colour])
            for highlight in found
            if highlight.span.start >= start and row_of(block, highlight.span.start - start) == row
        ]

    def _marks_on(self, span: Span) -> list[Highlight]:
        """Return the highlights on a span, of those that look alike only one."""
        now = self._marks.note_now
        seen = {
            (mark.span, mark.colour, mark.pending, mark.note == now): mark
            for mark in self._marks.touching(span)
        }
        return list(seen.values())

    def _reach(self, block: int, row: int) -> Span:
        """Return the code points from the first of a row to the first of the next, or beyond."""
        article, rows = self._viewport.article, self._viewport.typeset.rows(block)
        start, cells = article.starts[block], (rows[row], *rows[row].beside)
        behind = max(cell.end for cell in cells)
        if row + 1 < len(rows):
            behind = max(behind, rows[row + 1].start)
        else:
            behind = max(behind, len(article.blocks[block].text))
        return Span(start + min(cell.start for cell in cells), start + behind)

    def _shared(self, marks: Sequence[Highlight]) -> Iterator[tuple[Span, Style]]:
        """Yield the words on which two highlights lie of which neither holds the other."""
        for at, one in enumerate(marks):
            for other in marks[at + 1 :]:
                if other.span.start >= one.span.end:
                    break
                if one.span.start < other.span.start and one.span.end < other.span.end:
                    both = Span(other.span.start, one.span.end)
                    yield both, self._styles.now.shared(one.colour, other.colour)

    def _quiet(self, span: Span) -> Iterator[Span]:
        """Yield the attributions that lie in the span of a block."""
        at = bisect_right(self.quiet_spans, span.start, key=lambda quiet: quiet.start)
        for quiet in self.quiet_spans[max(0, at - 1) :]:
            if quiet.start >= span.end:
                break
            yield quiet

    def _ground(self, quiet: Span) -> Iterator[Layer]:
        """Yield the matches that an attribution holds."""
        for match in self._matches_in(quiet):
            yield Layer(match.start, match.end, self._styles.now.match)

    def _matches_in(self, span: Span) -> Sequence[Span]:
        """Return the places with the words looked for that lie in the span of a block."""
        return self.matches.within(span) if self.matches is not None else ()


def _within(grounds: Sequence[Layer], spans: Iterable[Span], style: Style) -> list[Layer]:
    """Lay a style over those parts of some spans that lie on a ground."""
    return [
        Layer(max(ground.start, span.start), min(ground.end, span.end), style)
        for span in spans
        for ground in grounds
        if ground.start < span.end and span.start < ground.end
    ]
