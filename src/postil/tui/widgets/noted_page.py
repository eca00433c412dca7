"""The page with what lies over its text: attributions, notes and matches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.style import Style

from postil.model.article import Article
from postil.model.span import Span
from postil.tui.theme import SIGNS
from postil.tui.widgets.paint import Highlight, Layer
from postil.tui.widgets.surface import Surface

if TYPE_CHECKING:
    from postil.library.articles.finding import Matches


class NotedPage(Surface):
    """Shows which words are noted, found, or name the source of others."""

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.highlights: tuple[Highlight, ...] = ()
        self.matches: Matches | None = None
        self.match_now: Span | None = None
        self.note_now = ""
        """The id of the current note, or ""."""
        self.lost: tuple[str, ...] = ()
        """The ids of the notes without a place, which come after all others."""
        self.quiet_spans: Sequence[Span] = ()
        """Attributions, set quieter than the text they stand in; by start."""
        self._by_block: dict[int, list[Highlight]] = {}

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Show passages as noted."""
        self.highlights = highlights
        self._by_block = {}
        for highlight in highlights:
            first = self.article.block_at(highlight.span.start)
            last = self.article.block_at(max(highlight.span.start, highlight.span.end - 1))
            for block in range(first, last + 1):
                self._by_block.setdefault(block, []).append(highlight)
        self.redraw()

    def show_matches(self, matches: Matches | None, now: Span | None = None) -> None:
        """Show where the words looked for stand, and which match is the present one."""
        self.matches = matches
        self.match_now = now
        self.redraw()

    def show_note_now(self, note: str) -> None:
        """Make a note the current one; "" for none."""
        if note != self.note_now:
            self.note_now = note
            self.redraw()

    def overlays(self, block: int) -> list[Layer]:
        """Lay attributions, notes and matches over a block, in this order."""
        inks = self.inks
        out = super().overlays(block)
        span = self.article.block_span(block)
        out += [Layer(quiet.start, quiet.end, inks.quiet) for quiet in self._quiet(block)]
        # A longer note lies beneath a shorter one, so that both have edges that can be seen.
        for highlight in sorted(self._by_block.get(block, ()), key=lambda one: -len(one.span)):
            style = inks.marks[highlight.colour]
            if highlight.pending:
                style += Style(italic=True)
            elif highlight.note == self.note_now:
                style += Style(bold=True)
            out += self.laid(highlight.span, style, block)
        for shared, style in self._shared(block):
            out += self.laid(shared, style, block)
        if self.matches is not None:
            for match in self.matches.within(span):
                out += self.laid(match, inks.match, block)
        if self.match_now is not None and self.match_now.overlaps(span):
            out.append(Layer(self.match_now.start, self.match_now.end, inks.match_now))
        return out

    def _shared(self, block: int) -> Iterator[tuple[Span, Style]]:
        """Yield the words on which two highlights lie of which neither holds the other."""
        marks = self._by_block.get(block, [])
        for at, one in enumerate(marks):
            for other in marks[at + 1 :]:
                if other.span.start >= one.span.end:
                    break
                if one.span.start < other.span.start and one.span.end < other.span.end:
                    both = Span(other.span.start, one.span.end)
                    yield both, self.inks.shared(one.colour, other.colour)

    def laid(self, span: Span, style: Style, block: int) -> Iterator[Layer]:
        """Yield a layer with a ground of its own, on which quiet words are quiet no more."""
        yield Layer(span.start, span.end, style)
        quiet = [self.article.block_span(block)] if self.is_quiet(block) else self._quiet(block)
        for part in quiet:
            if part.overlaps(span):
                start, end = max(part.start, span.start), min(part.end, span.end)
                yield Layer(start, end, self.inks.legible)

    def _quiet(self, block: int) -> Iterator[Span]:
        """Yield the attributions that lie in a block."""
        span = self.article.block_span(block)
        at = bisect_right(self.quiet_spans, span.start, key=lambda quiet: quiet.start)
        for quiet in self.quiet_spans[max(0, at - 1) :]:
            if quiet.start >= span.end:
                break
            yield quiet

    def signs(self, block: int, row: int) -> list[tuple[str, Style]]:
        """Return the signs of the notes whose passages begin on a row."""
        found = self._by_block.get(block)
        if not found:
            return []
        start = self.article.starts[block]
        row_of = self.typeset.row_of
        return [
            (SIGNS[highlight.colour], self.inks.signs[highlight.colour])
            for highlight in found
            if highlight.span.start >= start and row_of(block, highlight.span.start - start) == row
        ]

    def is_quiet(self, block: int) -> bool:
        """Whether a block as a whole is set quieter than the others."""
        quiet = self.inks.quiet
        style = self.inks.of_block(self.article.blocks[block], block >= self._tail_from)
        return bool(quiet) and style == self.inks.text + quiet
