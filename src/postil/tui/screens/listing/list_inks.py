"""The looks of a list over the library, by the parts that have a colour of their own."""

from __future__ import annotations

from postil.model.note import Colour

CSS = """
PointedList {
    height: 1fr;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    background: transparent;
    color: $foreground;
    & > .hits--title { color: $heading; text-style: bold; }
    & > .hits--quiet { color: $text-muted; }
    & > .hits--match { color: $accent; text-style: bold underline; }
    & > .hits--state { color: $warning; text-style: bold; }
    & > .hits--link { color: $link; text-style: underline; }
    & > .hits--code { color: $secondary; }
    & > .hits--yellow { color: $sign-yellow; }
    & > .hits--green { color: $sign-green; }
    & > .hits--blue { color: $sign-blue; }
    & > .hits--pink { color: $sign-pink; }
    & > .hits--orange { color: $sign-orange; }
    & > .hits--pointed { background: $pointed; }
}
"""

INKS = {
    "hits--title",
    "hits--quiet",
    "hits--match",
    "hits--state",
    "hits--link",
    "hits--code",
    "hits--pointed",
    *(f"hits--{colour}" for colour in Colour),
}
"""The parts of a list that have a colour of their own."""
