"""The styles of the page, taken from the theme once and kept until it changes."""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color, blend_rgb
from rich.style import Style
from textual.color import Color as ThemeColour
from textual.widget import Widget

from postil.model.article import Block, BlockKind, InlineKind
from postil.model.note import Colour
from postil.model.values import dataclass, field
from postil.tui.theme import FEW_COLOURS

CSS = """
ArticleView {
    width: 1fr;
    height: 1fr;
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 0;
}
"""
"""The default CSS of the page."""

PARTS = {
    "heading": ("heading", "", Style(bold=True)),
    "quiet": ("quiet", "", Style()),
    "attribution": ("attribution", "", Style()),
    "bar": ("primary", "", Style()),
    "match": ("match-text", "match", Style()),
    "match-now": ("match-now-text", "match-now", Style(bold=True)),
    "chosen": ("chosen-text", "chosen", Style()),
    "chosen-match": ("chosen-match", "chosen", Style(bold=True)),
    "caret": ("", "", Style(reverse=True)),
    "link": ("link", "", Style(underline=True)),
    "label": ("background", "accent", Style(bold=True)),
    "code": ("secondary", "", Style()),
    **{f"mark-{colour}": ("mark-text", f"mark-{colour}", Style()) for colour in Colour},
    **{f"sign-{colour}": (f"sign-{colour}", "", Style()) for colour in Colour},
}
"""The theme's colours of ink and ground of each part of the page, "" for none, and what else.

They are no component classes: to match a style sheet against two dozen of these, three times before
the first key is answered, takes longer than to draw the page.
"""

UNDERLINE = Style(underline=True)

UPRIGHT = Style(reverse=False)
"""Laid over a note that is reversed, so that what lies on top has its own two colours."""

FURTHER = Style(italic=True)
"""An attribution on another ground than the page's: it is quiet no more, so that it can be read."""

COLOURLESS = {
    Colour.YELLOW: Style(underline2=True),
    Colour.GREEN: Style(underline2=True, italic=True),
    Colour.BLUE: Style(underline=True, italic=True),
    Colour.PINK: Style(underline2=True, dim=True),
    Colour.ORANGE: Style(underline=True, dim=True),
}
"""How highlights differ where there are no colours.

Links are underlined, bold is for the current note, and reversed is what was found or chosen.
"""

EMPHASES = {
    InlineKind.EMPHASIS: Style(italic=True),
    InlineKind.STRONG: Style(bold=True),
    InlineKind.STRIKE: Style(strike=True),
    InlineKind.UNDERLINE: Style(underline=True),
    # A terminal raises and lowers nothing: what is smaller in print is fainter here.
    InlineKind.SUPERSCRIPT: Style(dim=True, italic=True),
    InlineKind.SUBSCRIPT: Style(dim=True),
    # A ground would be taken for a mark of the reader's.
    InlineKind.HIGHLIGHT: Style(bold=True, italic=True),
}
"""What sets words apart in every theme alike."""

ASIDES = {
    "note": Colour.BLUE,
    "tip": Colour.GREEN,
    "important": Colour.PINK,
    "warning": Colour.YELLOW,
    "caution": Colour.ORANGE,
}
"""The colour of the bar beside an aside, by its kind."""


@dataclass(slots=True)
class PageStyles:
    """The styles of a theme, by what they are for."""

    text: Style = field(default_factory=Style)
    heading: Style = field(default_factory=Style)
    quiet: Style = field(default_factory=Style)
    attribution: Style = field(default_factory=Style)
    bar: Style = field(default_factory=Style)
    match: Style = field(default_factory=Style)
    match_now: Style = field(default_factory=Style)
    chosen: Style = field(default_factory=Style)
    chosen_match: Style = field(default_factory=Style)
    """Laid over a match within what is chosen."""
    chosen_match_now: Style = field(default_factory=Style)
    caret: Style = field(default_factory=Style)
    link: Style = field(default_factory=Style)
    marked_link: Style = field(default_factory=Style)
    """Laid over a link that stands in a highlight."""
    current_link: Style = field(default_factory=Style)
    """The same in the passage of the current note."""
    label: Style = field(default_factory=Style)
    code: Style = field(default_factory=Style)
    marks: Mapping[Colour, Style] = field(default_factory=dict)
    signs: Mapping[Colour, Style] = field(default_factory=dict)
    note_now: Style = field(default_factory=lambda: Style(bold=True))
    """Laid over the passage of the current note."""
    overlap: Style = field(default_factory=lambda: Style(underline2=True))
    """Laid over words that two highlights share, of which neither holds the other."""
    mixed: bool = True
    """Whether there are colours enough to mix those of two highlights."""

    def shared(self, one: Colour, other: Colour) -> Style:
        """Return the style of words on which two highlights lie that end apart."""
        grounds = (self.marks[one].bgcolor, self.marks[other].bgcolor)
        mixed = [ground.triplet for ground in grounds if ground and ground.triplet]
        if not self.mixed or len(mixed) < 2:
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

    def of_lead(self, block: Block) -> Style:
        """Return the style of what stands before the words of a block."""
        colour = ASIDES.get(block.aside)
        return self.signs.get(colour, self.quiet) if colour else self.quiet

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
        styles = PageStyles(
            text=widget.rich_style,
            heading=self._part("heading"),
            quiet=self._part("quiet"),
            attribution=self._part("attribution"),
            bar=self._part("bar"),
            match=self._part("match") + UPRIGHT,
            match_now=self._part("match-now") + UPRIGHT,
            chosen=self._part("chosen") + UPRIGHT,
            caret=self._part("caret"),
            link=self._part("link"),
            label=self._part("label"),
            code=self._part("code"),
            marks={colour: self._part(f"mark-{colour}") + UNDERLINE for colour in Colour},
            signs={colour: self._part(f"sign-{colour}") for colour in Colour},
        )
        within = styles.chosen_match = self._part("chosen-match") + UPRIGHT
        styles.chosen_match_now = Style(color=within.bgcolor, bgcolor=within.color, bold=True)
        styles.marked_link = styles.current_link = Style(color=styles.link.color)
        if widget.app.no_color:
            _without_colours(styles)
        elif widget.app.console.color_system in FEW_COLOURS:
            # A bold black is grey on many of these terminals, so what is current is reversed.
            styles.note_now = Style(bold=True, reverse=True)
            styles.marked_link = styles.current_link = Style(underline2=True)
            styles.mixed = False
        return styles

    def _part(self, name: str) -> Style:
        ink, ground, style = PARTS[name]
        return Style(color=self._colour(ink), bgcolor=self._colour(ground)) + style

    def _colour(self, name: str) -> Color | None:
        if not name:
            return None
        return ThemeColour.parse(self._widget.app.theme_variables[name]).rich_color


def _without_colours(styles: PageStyles) -> None:
    """Tell apart by attributes alone what colours tell apart elsewhere."""
    styles.mixed = False
    styles.quiet = styles.attribution = Style(dim=True)
    styles.marks = COLOURLESS
    styles.marked_link = Style(bold=True)
    styles.current_link = Style(bold=False)
    styles.overlap = Style(underline2=True, italic=True, dim=True)
    styles.match = Style(reverse=True, italic=True)
    styles.match_now = Style(reverse=True, italic=True, bold=True)
    styles.chosen = Style(reverse=True)
    # What lies within reversed words is seen by being upright among them.
    styles.chosen_match = UPRIGHT + Style(bold=True, italic=True, underline=True)
    styles.chosen_match_now = UPRIGHT + Style(bold=True, italic=False, underline2=True)
    styles.caret = UPRIGHT + Style(bold=True, underline2=True)
    styles.label = Style(bold=True, reverse=True)
