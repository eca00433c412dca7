"""A way to cite is one value of the settings, and those of older versions still hold."""

from __future__ import annotations

import pytest

from postil.library.citation.citation_format import CITATION, QUOTATION, REFERENCE, Way, read_way
from postil.library.citation.citing import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_stands_for_itself(name: str) -> None:
    assert read_way(name) == Way(name, QUOTATION)
    assert not read_way(name).in_style
    assert Way(name, REFERENCE).value == name


@pytest.mark.parametrize(
    ("value", "way"),
    [
        ("apa", Way("apa")),
        ("apa citation", Way("apa", CITATION)),
        ("mhra-notes bibliography", Way("mhra-notes", REFERENCE)),
        ("/my styles/of 2026.csl", Way("/my styles/of 2026.csl")),
        ("/my styles/of 2026.csl citation", Way("/my styles/of 2026.csl", CITATION)),
        ("House Style", Way("House Style")),
        ("citation", Way("citation")),
    ],
)
def test_a_style_is_named_with_its_form(value: str, way: Way) -> None:
    assert read_way(value) == way
    assert way.value == value
    assert way.in_style


def test_the_words_of_the_command_line_are_understood() -> None:
    assert read_way("mhra-notes note") == Way("mhra-notes", CITATION)
    assert read_way("apa reference") == Way("apa", REFERENCE)
    assert read_way("apa quotation").value == "apa"
