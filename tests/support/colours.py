"""Colours as a terminal shows them: how well words can be read, and how far two looks are apart."""

from __future__ import annotations

from dataclasses import dataclass

from rich.color import Color, ColorSystem, ColorType
from rich.color_triplet import ColorTriplet
from rich.style import Style
from rich.terminal_theme import TerminalTheme

TERMINALS: dict[str, dict[str, str]] = {
    "true colour": {"COLORTERM": "truecolor", "TERM": "xterm-256color"},
    "256": {"COLORTERM": "", "TERM": "xterm-256color"},
    "16": {"COLORTERM": "", "TERM": "xterm"},
    "none": {"COLORTERM": "truecolor", "TERM": "xterm-256color", "NO_COLOR": "1"},
}
"""What the environment says in terminals that have so many colours."""

PALETTES: dict[str, TerminalTheme] = {}
"""What terminals make of the sixteen colours, which is for them to say."""

for _name, _colours in {
    "VGA": (
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
        " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
    ),
    "xterm": (
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
        " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
    ),
    "Windows": (
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
        " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
    ),
}.items():
    _triplets: list[tuple[int, int, int]] = [
        ColorTriplet(*bytes.fromhex(one)) for one in _colours.split()
    ]
    PALETTES[_name] = TerminalTheme((0, 0, 0), (255, 255, 255), _triplets[:8], _triplets[8:])

READABLE = 4.5
"""The least contrast of text with its ground, WCAG 2.2, success criterion 1.4.3."""

SEEN = 3.0
"""The least contrast of signs and rules, WCAG 2.2, success criterion 1.4.11."""

GROUNDS_APART = 12.0
INKS_APART = 20.0
"""Differences of two colours, in CIE 1976 units, that are seen at a glance."""

ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "reverse", "strike")


@dataclass(frozen=True, slots=True)
class Look:
    """A style as it is seen; colours are None where the terminal's own are used."""

    ink: ColorTriplet | None
    ground: ColorTriplet | None
    attributes: frozenset[str]

    @property
    def contrast(self) -> float:
        """The contrast of text with its ground, 1 to 21; 21 for the terminal's own two colours."""
        if self.ink is None or self.ground is None:
            return 21.0
        light, dark = sorted((luminance(self.ink), luminance(self.ground)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    def is_apart(self, other: Look) -> bool:
        """Whether two looks are told apart, by colour or by an attribute."""
        return (
            self.attributes != other.attributes
            or _far(self.ground, other.ground, GROUNDS_APART)
            or _far(self.ink, other.ink, INKS_APART)
        )


def look(style: Style | None, system: ColorSystem, palette: str = "VGA") -> Look:
    """Return how a style is seen in a terminal with so many colours, and this palette."""
    found = style or Style()
    attributes = frozenset(name for name in ATTRIBUTES if getattr(found, name))
    ink, ground = (_seen(one, system, palette) for one in (found.color, found.bgcolor))
    if "reverse" in attributes and ink is not None and ground is not None:
        ink, ground = ground, ink
    return Look(ink, ground, attributes)


def luminance(colour: ColorTriplet) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: ColorTriplet, other: ColorTriplet) -> float:
    """Return how different two colours look: CIE 1976, in which 100 is from black to white."""
    pairs = zip(_lab(one), _lab(other), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _far(one: ColorTriplet | None, other: ColorTriplet | None, least: float) -> bool:
    return one is not None and other is not None and distance(one, other) >= least


def _seen(colour: Color | None, system: ColorSystem, palette: str) -> ColorTriplet | None:
    if colour is None or colour.type is ColorType.DEFAULT:
        return None
    return colour.downgrade(system).get_truecolor(PALETTES[palette])


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _lab(colour: ColorTriplet) -> tuple[float, float, float]:
    red, green, blue = (_linear(part / 255) for part in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
