"""Brackets within brackets, as notes set them."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite

ITEM = {"id": "a", "type": "book", "title": "Rain", "publisher": "Air (Rome)", "edition": "2"}
LAYOUT = (
    '<group prefix="(" suffix=")" delimiter=" "><text variable="title"/>'
    '<text variable="publisher"/><group prefix="(" suffix=")"><text variable="edition"/></group>'
    "</group>"
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("note", "(Rain Air (Rome) [2])"), ("in-text", "(Rain Air (Rome) (2))")],
)
def test_brackets_of_a_style_nest_in_notes(kind: str, expected: str) -> None:
    assert cite(LAYOUT, [ITEM], attributes=f'class="{kind}"') == expected


def test_brackets_that_do_not_come_in_pairs_stay() -> None:
    layout = f'<text value="x" prefix="("/>{LAYOUT}'
    assert cite(layout, [ITEM], attributes='class="note"') == "(x(Rain Air (Rome) (2))"
