"""Colours of other programs, as the nearest of Postil's five."""

from __future__ import annotations

from colorsys import rgb_to_hls

from postil.model.note import Colour
from postil.text.lazy_regex import lazily

_NAMES = {
    Colour.YELLOW: "yellow amber gold lemon gelb jaune amarillo giallo",
    Colour.GREEN: "green olive lime teal mint grün vert verde",
    Colour.BLUE: "blue cyan aqua navy sky purple violet indigo blau bleu azul blu lila lavender",
    Colour.PINK: "pink magenta rose fuchsia rosa",
    Colour.ORANGE: "orange brown peach arancione naranja",
}
_BY_NAME = {name: colour for colour, names in _NAMES.items() for name in names.split()}
_BY_NAME |= {"red": Colour.PINK, "rot": Colour.PINK, "rouge": Colour.PINK, "rojo": Colour.PINK}
"""Red is nearer to pink than to orange, as highlights go."""

_HUES = (
    (15, Colour.PINK),
    (42, Colour.ORANGE),
    (70, Colour.YELLOW),
    (170, Colour.GREEN),
    (285, Colour.BLUE),
    (361, Colour.PINK),
)
"""Degrees below which a hue is a colour's."""

_PALE = 0.12
"""Saturation below which a colour is grey."""

_HEX = lazily(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?:[0-9A-Fa-f]{2})?$")


def nearest(name: str) -> Colour | None:
    """Return the nearest colour to one by its name, or as ``#rrggbb``; None for grey and none."""
    word = name.strip().lower()
    if word in _BY_NAME:
        return _BY_NAME[word]
    if found := _HEX.match(word):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return by_rgb(int(digits, 16))
    return next(
        (_BY_NAME[part] for part in word.replace("-", " ").split() if part in _BY_NAME), None
    )


def by_rgb(value: int) -> Colour | None:
    """Return the nearest colour to 24 bits of red, green and blue; None for a grey."""
    red, green, blue = (value >> shift & 255 for shift in (16, 8, 0))
    hue, _, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < _PALE:
        return None
    return next(colour for below, colour in _HUES if hue * 360 < below)
