"""What lies over the words of the page: attributions, notes, matches, and what is chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import is_
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rich.style import Style

from postil.model.article import Article, InlineKind
from postil.model.span import Span
from postil.model.values import dataclass, field
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.note_marks import Highlight, NoteMarks, RedrawnView
from postil.tui.widgets.page.page_styles import FURTHER, PageStyles
from postil.tui.widgets.page.viewport import Viewport

if TYPE_CHECKING:
    from postil.library.articles.finding import Matches
    from postil.typeset.rows import Rows


LINKS = (InlineKind.LINK, InlineKind.IMAGE, InlineKind.FOOTNOTE, InlineKind.COMMENT)
"""What leads to somewhere else."""


class Layer(NamedTuple):
    """A run of code points of the canonical text, and the style to lay over it."""

    start: int
    end: int
    style: Style


FEW = 32
"""Notes on a block that are kept with it; of more, each row looks for its own."""

BLOCKS_KEPT = 1000
"""Blocks of which it is kept what lies over them; a longer walk begins anew."""

PENDING = Style(italic=True)
"""A note that is on its way to the disk."""


@dataclass(slots=True)
class OverBlock:
    """What lies over a block, made once for all of its rows."""

    span: Span
    """Of the block."""
    beneath: list[Layer]
    """Of inline styles and attributions, which lie beneath all else."""
    links: list[Span]
    quiets: list[Span]
    """The attributions."""
    marks: list[Highlight] | None
    """The notes on the block; None where there are many."""
    laid: list[Layer] = field(default_factory=list)
    """Everything, where the notes are few."""
    rows: Rows | None = None
    """The rows on which the signs stand."""
    signs: dict[int, list[tuple[str, Style]]] = field(default_factory=dict)
    """The signs of the notes, few as they are, by the rows on which they begin."""


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
        self._blocks: dict[int, OverBlock] = {}
        self._known: tuple[object, ...] = ()
        """All that ``_blocks`` was made of."""

    def show_attributions(self, spans: Sequence[Span]) -> None:
        """Set these words, by start, quieter than the text they stand in."""
        self.quiet_spans = spans
        self._view.redraw()

    def show_matches(self, matches: Matches | None, now: Span | None = None) -> None:
        """Show where the words looked for stand, and which match is the present one."""
        others = matches is not self.matches
        self.matches = matches
        self.match_now = now
        self._view.redraw(landmarks=others)

    def layers(self, block: int) -> list[Layer]:
        """Lay inline styles, attributions, notes and matches over a block, in this order."""
        over = self._over(block)
        if over.marks is not None:
            return over.laid
        return self._laid(over, list(self._marks.touching(over.span)))

    def on_row(self, block: int, row: int) -> tuple[list[Layer], list[tuple[str, Style]]]:
        """Return what lies over a row of a block, and the signs of the notes that begin there.

        Of very many notes only those on the row are looked at: a block may have thousands.
        """
        over, rows = self._over(block), self._viewport.typeset.rows(block)
        if over.marks is not None:
            if over.rows is not rows:
                over.rows, over.signs = rows, self._signs(over.span.start, over.marks, rows)
            return over.laid, over.signs.get(row, [])
        origin = over.span.start
        first, behind = rows.reach(row)
        end = over.span.end if behind is None else origin + behind
        marks = list(self._marks.touching(Span(origin + first, end)))
        return self._laid(over, marks), self._signs(origin, marks, rows).get(row, [])

    def _signs(
        self, origin: int, marks: Iterable[Highlight], rows: Rows
    ) -> dict[int, list[tuple[str, Style]]]:
        """Return the signs of notes by the rows of a block on which they begin."""
        signs, found = self._styles.now.signs, dict[int, list[tuple[str, Style]]]()
        for mark in marks:
            if mark.span.start >= origin:
                row = rows.holding(mark.span.start - origin)
                found.setdefault(row, []).append((SIGNS[mark.colour], signs[mark.colour]))
        return found

    def _laid(self, over: OverBlock, marks: list[Highlight]) -> list[Layer]:
        """Lay some notes, and the matches, over what lies beneath them on a block."""
        styles, span, links = self._styles.now, over.span, over.links
        out = [*over.beneath]
        grounds: list[Layer] = []
        if len(marks) > 1:
            # A longer note lies beneath a shorter one, so that both have edges that can be seen.
            marks = self._unlike(marks)
        for highlight in sorted(marks, key=lambda one: -len(one.span)):
            style, linked = styles.marks[highlight.colour], styles.marked_link
            if highlight.pending:
                style += PENDING
            elif highlight.note == self._marks.note_now:
                style, linked = style + styles.note_now, styles.current_link
            ground = Layer(highlight.span.start, highlight.span.end, style)
            grounds.append(ground)
            out.append(ground)
            if links:
                out += _within([ground], links, linked)
        if len(marks) > 1:
            out += [Layer(both.start, both.end, style) for both, style in self._shared(marks)]
        if self.matches is not None:
            out += [Layer(match.start, match.end, styles.match) for match in self._matches_in(span)]
        if self.match_now is not None and self.match_now.overlaps(span):
            out.append(Layer(self.match_now.start, self.match_now.end, styles.match_now))
        for quiet in over.quiets:
            out += _within([*grounds, *self._ground(quiet)], [quiet], FURTHER)
        return out

    def _over(self, block: int) -> OverBlock:
        """Return what lies over a block, as it was made if nothing is another since."""
        styles, article, marks = self._styles.now, self._viewport.article, self._marks
        now = marks.shown, marks.note_now, self.matches, self.match_now
        known = styles, article, self.quiet_spans, *now
        full = len(self._blocks) > BLOCKS_KEPT
        if full or len(self._known) != len(known) or not all(map(is_, known, self._known)):
            self._known = known
            self._blocks.clear()
        found = self._blocks.get(block)
        if found is None:
            found = self._blocks[block] = self._made(article, block, styles)
        return found

    def _made(self, article: Article, block: int, styles: PageStyles) -> OverBlock:
        span = article.block_span(block)
        inlines = [
            (Span(span.start + inline.start, span.start + inline.end), inline.kind)
            for inline in article.blocks[block].inlines
        ]
        layers = [Layer(s.start, s.end, styles.of_inline(kind)) for s, kind in inlines]
        quiets = list(self._quiet(span))
        layers += [Layer(quiet.start, quiet.end, styles.attribution) for quiet in quiets]
        links = [link for link, kind in inlines if kind in LINKS]
        marks = list(islice(self._marks.touching(span), FEW + 1))
        few = marks if len(marks) <= FEW else None
        over = OverBlock(span, layers, links, quiets, few)
        if few is not None:
            over.laid = self._laid(over, few)
        return over

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

    def _unlike(self, marks: Sequence[Highlight]) -> list[Highlight]:
        """Return highlights, of those that look alike only one."""
        now = self._marks.note_now
        seen = {(m.span.start, m.span.end, m.colour, m.pending, m.note == now): m for m in marks}
        return list(seen.values())

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
