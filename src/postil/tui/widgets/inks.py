"""The styles of the page, taken from the theme once and kept until it changes."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.scroll_view import ScrollView

from postil.model.note import Colour
from postil.tui.widgets.paint import UNDERLINE, Inks

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


class Inked(ScrollView):
    """A scrolling page that knows in which styles it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
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

    DEFAULT_CSS = """
    Inked {
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

    def __init__(self) -> None:
        super().__init__()
        self._inks: Inks | None = None

    def notify_style_update(self) -> None:
        """Take the styles anew from another theme."""
        super().notify_style_update()
        self._inks = None

    @property
    def inks(self) -> Inks:
        """The styles of the theme in force."""
        if self._inks is None:
            colourless = self.app.no_color or self.app.console.color_system in FEW_COLOURS
            self._inks = Inks(
                text=self.rich_style,
                legible=Style(color=self.rich_style.color),
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
        return self._inks

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"page--{name}", partial=True)
