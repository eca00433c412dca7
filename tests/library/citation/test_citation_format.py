"""A way to cite is one value of the settings, and those of older versions still hold."""

from __future__ import annotations

import pytest

from postil.library.citation.citation_format import (
    CITATION,
    QUOTATION,
    REFERENCE,
    CitationFormat,
    parse_citation_format,
)
from postil.library.citation.citing import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_stands_for_itself(name: str) -> None:
    assert parse_citation_format(name) == CitationFormat(name, QUOTATION)
    assert not parse_citation_format(name).in_style
    assert CitationFormat(name, REFERENCE).value == name


@pytest.mark.parametrize(
    ("value", "way"),
    [
        ("apa", CitationFormat("apa")),
        ("apa citation", CitationFormat("apa", CITATION)),
        ("mhra-notes bibliography", CitationFormat("mhra-notes", REFERENCE)),
        ("/my styles/of 2026.csl", CitationFormat("/my styles/of 2026.csl")),
        ("/my styles/of 2026.csl citation", CitationFormat("/my styles/of 2026.csl", CITATION)),
        ("House Style", CitationFormat("House Style")),
        ("citation", CitationFormat("citation")),
    ],
)
def test_a_style_is_named_with_its_form(value: str, way: CitationFormat) -> None:
    assert parse_citation_format(value) == way
    assert way.value == value
    assert way.in_style


def test_the_words_of_the_command_line_are_understood() -> None:
    assert parse_citation_format("mhra-notes note") == CitationFormat("mhra-notes", CITATION)
    assert parse_citation_format("apa reference") == CitationFormat("apa", REFERENCE)
    assert parse_citation_format("apa quotation").value == "apa"
