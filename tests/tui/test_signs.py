"""The signs of the screen are in every font that terminals come with."""

from __future__ import annotations

import unicodedata

from postil.tui.theme import SIGNS
from tests.support import house

DRAWN_BY_TERMINALS = range(0x2500, 0x25A0)
"""Lines and blocks, which most terminals draw themselves, and every font has the most of."""

IN_ALL_FONTS = frozenset(
    "–—‗‘’‚‛“”„†‡•…‰′″‹›‼‾⁄ⁿ₣₤₧€℅ℓ№™Ω℮⅛⅜⅝⅞←↑→↓↔↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫"
)
"""What lies beyond Latin in Windows Glyph List 4.

DejaVu Sans Mono, Menlo, Consolas, Cascadia and Liberation Mono have all of it.
"""

SHOWN_TO_READERS = ("tui", "cli", "library")
"""Packages that put words of their own on the screen."""


def test_every_sign_is_in_the_fonts_of_all_terminals() -> None:
    found = {
        character: path.name
        for package in SHOWN_TO_READERS
        for path in sorted((house.SRC / package).rglob("*.py"))
        for character in path.read_text("utf-8")
        if ord(character) > 0xFF
    }
    assert {*SIGNS.values()} <= found.keys()
    assert {
        f"{character} U+{ord(character):04X}": name
        for character, name in found.items()
        if character not in IN_ALL_FONTS and ord(character) not in DRAWN_BY_TERMINALS
    } == {}


def test_no_sign_is_drawn_as_a_picture_two_cells_wide() -> None:
    assert all(unicodedata.east_asian_width(sign) in "NA" for sign in IN_ALL_FONTS)
    assert not {"▶", "◀", "⚠", "✓", "★"} & IN_ALL_FONTS
    assert not {*SIGNS.values()} & {*"♀♂♠♣♥♦☺‼↔↕▪▫™"}, "some terminals draw these as pictures"
