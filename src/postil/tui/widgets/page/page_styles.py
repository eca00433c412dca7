"""The styles of the page, taken from the theme once and kept until it changes."""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color, blend_rgb
from rich.style import Style
from textual.widget import Widget

from postil.model.article import Block, BlockKind, InlineKind
from postil.model.note import Colour
from postil.model.values import dataclass, field

COMPONENTS = {
    "page--heading",
    "page--quiet",
    "page--bar",
    "page--match",
    "page--match-now",
    "page--chosen",
    "page--caret",
    "page--link",
    "page--label",
    "page--code",
    *(f"page--mark-{colour}" for colour in Colour),
    *(f"page--sign-{colour}" for colour in Colour),
}
"""The component classes of the page."""

CSS = """
ArticleView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 0;
    &> .page--heading { color: $heading; text-style: bold; }
    &> .page--quiet { color: $quiet; }
    &> .page--bar { color: $primary; }
    &> .page--match { background: $match; }
    &> .page--match-now { background: $match-now; color: $match-now-text; text-style: bold; }
    &> .page--chosen { background: $chosen; }
    &> .page--caret { text-style: reverse; }
    &> .page--link { color: $primary; text-style: underline; }
    &> .page--label { background: $accent; color: $background; text-style: bold; }
    &> .page--code { color: $secondary; }
    &> .page--mark-yellow { background: $mark-yellow; }
    &> .page--mark-green { background: $mark-green; }
    &> .page--mark-blue { background: $mark-blue; }
    &> .page--mark-pink { background: $mark-pink; }
    &> .page--mark-orange { background: $mark-orange; }
    &> .page--sign-yellow { color: $sign-yellow; }
    &> .page--sign-green { color: $sign-green; }
    &> .page--sign-blue { color: $sign-blue; }
    &> .page--sign-pink { color: $sign-pink; }
    &> .page--sign-orange { color: $sign-orange; }
}
"""
"""The default CSS of the page."""

COLOURLESS = {
    Colour.YELLOW: Style(underline=True),
    Colour.GREEN: Style(underline2=True),
    Colour.BLUE: Style(underline=True, italic=True),
    Colour.PINK: Style(underline2=True, italic=True),
    Colour.ORANGE: Style(reverse=True),
}
"""How highlights differ where there are no colours, or too few; bold is for the current note."""

OVERLAP = Style(underline2=True)
COLOURLESS_OVERLAP = Style(underline2=True, reverse=True, italic=False)
"""A second sign for words that two highlights share; no highlight alone has it."""

UPRIGHT = Style(reverse=False)
"""Laid over a highlight that is reversed, so that what lies on top, the caret too, is seen."""

FEW_COLOURS = ("standard", "windows")
"""What Rich calls the sixteen colours, of which highlights would get two."""

UNDERLINE = Style(underline=True)

EMPHASES = {
    InlineKind.EMPHASIS: Style(italic=True),
    InlineKind.STRONG: Style(bold=True),
    InlineKind.STRIKE: Style(strike=True),
}
"""What sets words apart in every theme alike."""


@dataclass(slots=True)
class PageStyles:
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
        if kind is InlineKind.CODE:
            return self.code
        return EMPHASES.get(kind, self.link)


class ThemeStyles:
    """The styles of a widget under the theme in force."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._now: PageStyles | None = None

    def forget(self) -> None:
        """Take them anew, from another theme."""
        self._now = None

    @property
    def now(self) -> PageStyles:
        """The styles of the theme in force."""
        if self._now is None:
            self._now = self._taken()
        return self._now

    def _taken(self) -> PageStyles:
        widget = self._widget
        text = widget.rich_style
        colourless = widget.app.no_color or widget.app.console.color_system in FEW_COLOURS
        return PageStyles(
            text=text,
            legible=Style(color=text.color),
            heading=self._part("heading"),
            quiet=self._part("quiet"),
            bar=self._part("bar"),
            match=self._part("match") + UPRIGHT,
            match_now=self._part("match-now") + UPRIGHT,
            chosen=self._part("chosen") + UPRIGHT,
            caret=self._part("caret"),
            link=self._part("link"),
            label=self._part("label"),
            code=self._part("code"),
            marks={
                colour: self._part(f"mark-{colour}")
                + (COLOURLESS[colour] if colourless else UNDERLINE)
                for colour in Colour
            },
            overlap=COLOURLESS_OVERLAP if colourless else OVERLAP,
            signs={colour: self._part(f"sign-{colour}") for colour in Colour},
        )

    def _part(self, name: str) -> Style:
        return self._widget.get_component_rich_style(f"page--{name}", partial=True)
