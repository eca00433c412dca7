"""Fonts, quotation marks, affixes and display of any element."""

from __future__ import annotations

import pytest

from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('font-style="italic" font-weight="bold"', "<b><i>Rain</i></b>"),
        ('vertical-align="sup" font-variant="small-caps"',
         '<sup><span style="font-variant:small-caps;">Rain</span></sup>'),
        ('text-decoration="underline"', '<span style="text-decoration:underline;">Rain</span>'),
        ('font-style="normal"', "Rain"),
        ('prefix="(" suffix=")" font-style="italic"', "(<i>Rain</i>)"),
        ('prefix="(" suffix=")" quotes="true"', "(“Rain”)"),
        ('display="block" prefix="a "', '<div class="csl-block">a Rain</div>'),
    ],
)  # fmt: skip
def test_what_an_element_may_be_given(attributes: str, expected: str) -> None:
    assert field(f'<text variable="title" {attributes}/>', title="Rain") == expected


def test_of_a_group_only_the_whole_is_placed() -> None:
    layout = '<group display="indent"><text variable="title" display="block"/></group>'
    assert field(layout, title="Rain") == '<div class="csl-indent">Rain</div>'
