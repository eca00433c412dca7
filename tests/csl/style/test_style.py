"""Styles that are read, and what is refused."""

from __future__ import annotations

import pytest

from postil.csl import StyleError, read_style
from tests.csl.rendering import style


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("not a style", "not well-formed"),
        (b"\xff\xfe\x00", "not well-formed"),
        ("<article/>", "no style"),
        (style("<citation/>").replace('"1.0"', '"1.1"'), "CSL 1.1"),
        (style(""), "no citation"),
        ('<!DOCTYPE x [<!ENTITY e "eeee">]>' + style("<citation/>"), "document type declaration"),
        pytest.param("<a>" * 100_000, "nested too deeply", id="never closed"),
        pytest.param(
            style("<group>" * 500 + "</group>" * 500), "nested too deeply", id="nested deeply"
        ),
    ],
)
def test_what_is_no_style_is_refused_in_a_sentence(data: str | bytes, why: str) -> None:
    with pytest.raises(StyleError, match=why):
        read_style(data)


def test_a_dependent_style_names_the_one_it_stands_for() -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    with pytest.raises(StyleError, match="styles/apa"):
        read_style(style("").replace("<title>", f"{link}<title>"))
