"""Lists in plain text: which signs begin an item, and what only looks like one."""

from __future__ import annotations

import pytest

from postil.document.formats.layout.list_items import items


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["- Trim the wick.", "- Fill the lamp,", "  and light it."], ["•", "•"]),
        (["• Trim the wick."], ["•"]),
        (["1. Trim the wick.", "2. Fill the lamp."], ["1.", "2."]),
        (["(a) Trim the wick.", "(b) Fill the lamp."], ["(a)", "(b)"]),
        (["o  Trim the wick."], ["•"]),
        (["o Trim the wick."], []),
        (["· Trim the wick."], []),
        (["1. The Wick"], []),
        (["2. Trim the wick.", "4. Fill the lamp."], ["2.", "4."]),
        (["The year", "1. was good", "7. was not"], []),
        (["- - -"], []),
        (["Trim the wick - and fill the lamp."], []),
    ],
)
def test_signs_begin_items_where_they_make_a_list(lines: list[str], found: list[str]) -> None:
    assert [item.marker for item in items(lines)] == found


def test_lines_behind_a_sign_are_its_items() -> None:
    first, second = items(["* Fill the lamp,", "  and light it.", "  * Not in the rain."])
    assert (first.text, first.breaks, first.level) == ("Fill the lamp, and light it.", (15,), 1)
    assert (second.text, second.level) == ("Not in the rain.", 2)
