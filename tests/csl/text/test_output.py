"""Fonts in the formats, and within themselves."""

from __future__ import annotations

import pytest

from postil.csl import Format
from tests.csl.rendering import cite, field


def test_fonts_turn_within_themselves() -> None:
    layout = '<text variable="title" font-style="italic"/>'
    title = "On <i>Hamlet</i> and <b>after</b>"
    turned = '<i>On <span style="font-style:normal;">Hamlet</span> and <b>after</b></i>'
    assert field(layout, title=title) == turned
    bare = cite(layout, [{"id": "a", "title": title}], form="text")
    assert bare == "On Hamlet and after"
    marked = cite(layout, [{"id": "a", "title": "On * rain"}], form="markdown")
    assert marked == "*On \\* rain*"


def test_raised_letters_stay_in_plain_text() -> None:
    item = {"id": "a", "type": "book", "title": "n\u00ba 3"}
    assert cite('<text variable="title"/>', [item], form="text") == "n\u00ba 3"
    assert cite('<text variable="title"/>', [item]) == "n<sup>o</sup> 3"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_block_has_lines_of_its_own(form: Format) -> None:
    layout = (
        '<text variable="publisher" display="block"/><text variable="title" prefix=" "/>'
        '<text variable="genre" display="indent"/>'
    )
    item = {"id": "a", "publisher": "Air", "title": "Rain", "genre": "poem"}
    assert cite(layout, [item], form=form).replace("\n ", "\n") == "Air\nRain\npoem"
    assert cite(layout, [{"id": "a", "publisher": "Air"}], form=form) == "Air"
