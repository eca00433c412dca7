"""The two themes: what each colour of a note has in both, and that one of them is dark."""

from __future__ import annotations

import pytest
from textual.color import Color

from postil.model.note import Colour
from postil.tui.theme import DARK, LIGHT, SIGNS, THEMES


def test_the_dark_theme_is_dark_and_the_light_one_is_light() -> None:
    """Textual takes from it which colours it makes up itself."""
    assert (THEMES["dark"], THEMES["light"]) == (DARK, LIGHT)
    assert DARK.dark
    assert not LIGHT.dark
    for theme in (DARK, LIGHT):
        assert theme.background is not None
        assert theme.foreground is not None
        ground, words = Color.parse(theme.background), Color.parse(theme.foreground)
        assert (ground.brightness < words.brightness) == theme.dark


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("colour", Colour)
def test_every_colour_of_a_note_has_a_mark_and_a_sign(theme: object, colour: Colour) -> None:
    assert theme in (DARK, LIGHT)
    chosen = DARK if theme is DARK else LIGHT
    assert {f"mark-{colour}", f"sign-{colour}"} <= chosen.variables.keys()


def test_the_signs_differ_by_their_shape() -> None:
    assert set(SIGNS) == set(Colour)
    assert len(set(SIGNS.values())) == len(Colour)


def test_the_themes_name_the_same_colours() -> None:
    assert DARK.variables.keys() == LIGHT.variables.keys()
