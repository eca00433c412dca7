"""One screen row of the page, put together from text, inline styles and what lies over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.color import Color, blend_rgb
from rich.segment import Segment
from rich.style import Style

from postil.model.article import Block, BlockKind, InlineKind
from postil.model.note import Colour
from postil.model.span import Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage to be shown as noted."""

    span: Span
    colour: Colour
    note: str
    """The id of the note, or "" for one that is still on its way to the disk."""

    @property
    def pending(self) -> bool:
        """Whether the note is not yet acknowledged."""
        return not self.note


@dataclass(frozen=True, slots=True)
class Layer:
    """A run of code points of the canonical text, and the style to lay over it."""

    start: int
    end: int
    style: Style


@dataclass(slots=True)
class Inks:
    """The styles of a theme, by what they are for."""

    text: Style = field(default_factory=Style)
    heading: Style = field(default_factory=Style)
    quiet: Style = field(default_factory=Style)
    legible: Style = field(default_factory=Style)
    """Laid over quiet words that stand on another ground than the page's."""
    bar: Style = field(default_factory=Style)
    match: Style = field(default_factory=Style)
    match_now: Style = field(default_factory=Style)
    chosen: Style = field(default_factory=Style)
    caret: Style = field(default_factory=Style)
    link: Style = field(default_factory=Style)
    label: Style = field(default_factory=Style)
    code: Style = field(default_factory=Style)
    marks: Mapping[Colour, Style] = field(default_factory=dict)
    signs: Mapping[Colour, Style] = field(default_factory=dict)
    overlap: Style = field(default_factory=Style)
    """Laid over words that two highlights share, of which neither holds the other."""

    def shared(self, one: Colour, other: Colour) -> Style:
        """Return the style of words on which two highlights lie that end apart."""
        grounds = (self.marks[one].bgcolor, self.marks[other].bgcolor)
        mixed = [ground.triplet for ground in grounds if ground and ground.triplet]
        if len(mixed) < 2:
            return self.overlap
        return self.overlap + Style(bgcolor=Color.from_triplet(blend_rgb(mixed[0], mixed[1])))

    def of_block(self, block: Block, tail: bool) -> Style:
        """Return the style a block is set in; the tail of an article is quieter."""
        if block.kind is BlockKind.HEADING:
            return self.text + self.heading
        if block.kind is BlockKind.CODE:
            return self.text + self.code
        if tail or block.kind is BlockKind.FOOTNOTE:
            return self.text + self.quiet
        return self.text

    def of_inline(self, kind: InlineKind) -> Style:
        """Return the style that sets a run of words apart."""
        if kind is InlineKind.EMPHASIS:
            return ITALIC
        if kind is InlineKind.STRONG:
            return BOLD
        if kind is InlineKind.STRIKE:
            return STRIKE
        if kind is InlineKind.CODE:
            return self.code
        return self.link


ITALIC = Style(italic=True)
BOLD = Style(bold=True)
STRIKE = Style(strike=True)
UNDERLINE = Style(underline=True)


def segments(
    text: str, start: int, end: int, base: Style, layers: Iterable[Layer], origin: int
) -> list[Segment]:
    """Cut a row's text where styles change and lay them over each other, later ones on top.

    ``start`` and ``end`` count within ``text``, a block; layers count in the canonical text, in
    which the block begins at ``origin``.
    """
    first, behind = origin + start, origin + end
    over = [layer for layer in layers if layer.start < behind and layer.end > first]
    if not over:
        return [Segment(text[start:end], base)]
    cuts = {start, end}
    for layer in over:
        cuts.add(max(layer.start - origin, start))
        cuts.add(min(layer.end - origin, end))
    points = sorted(cuts)
    out = []
    for left, right in pairwise(points):
        style = base
        for layer in over:
            if layer.start <= origin + left and layer.end >= origin + right:
                style += layer.style
        out.append(Segment(text[left:right], style))
    return out


def gutter(
    signs: Sequence[tuple[str, Style]], current: bool, inks: Inks, base: Style
) -> list[Segment]:
    """Draw the cells left of a row: up to two signs, then the bar of the current paragraph."""
    if not signs and not current:
        return [Segment("    ", base)]
    shown = list(signs[:2])
    if len(signs) > 2:
        shown[1] = ("+", inks.quiet)
    out = [Segment(" " * (2 - len(shown)), base)] if len(shown) < 2 else []
    out += [Segment(sign, base + style) for sign, style in shown]
    out.append(Segment("▎ " if current else "  ", base + inks.bar))
    return out
