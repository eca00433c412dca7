"""Marks that meet where pieces of text join."""

from __future__ import annotations

import pytest

from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rain", "“Rain,” ends."),
        ('The "late" rain', "“The ‘late’ rain,” ends."),
        ("Is it <i>rain</i>?", "“Is it <i>rain</i>?,” ends."),
        ("It’s rain.", "“It’s rain.,” ends."),
        ("5 < 6 & 7", "“5 &lt; 6 &#38; 7,” ends."),
    ],
)
def test_marks_meet_quotation_marks(title: str, expected: str) -> None:
    layout = '<text variable="title" quotes="true" suffix=", "/><text value="ends" suffix="."/>'
    assert field(layout, title=title) == expected


def test_marks_that_meet_stand_once() -> None:
    layout = '<group delimiter=". "><text variable="title"/><text variable="publisher"/></group>'
    assert field(layout, title="What?", publisher="A. B. Co.") == "What? A. B. Co."
    assert field(layout, title="Wait...", publisher="X") == "Wait... X"


@pytest.mark.parametrize(
    ("title", "fonts", "expected"),
    [
        ("Why?", 'quotes="true"', "“Why?” Air."),
        ("Go!", 'font-style="italic"', "<i>Go!</i> Air."),
        ("Inc.", 'font-style="italic"', "<i>Inc.</i> Air."),
        ("CO<sub>2</sub>", 'quotes="true"', "“CO<sub>2</sub>.” Air."),
        ("Rain", 'quotes="true" font-style="italic"', "“<i>Rain.</i>” Air."),
    ],
)
def test_marks_meet_the_end_of_fonts(title: str, fonts: str, expected: str) -> None:
    layout = f'<text variable="title" {fonts}/><text value="Air" prefix=". " suffix="."/>'
    group = f'<group delimiter=". "><text variable="title" {fonts}/><text value="Air."/></group>'
    assert field(group, title=title) == expected
    assert field(layout, title="Rain") == field(group, title="Rain")


def test_the_mark_that_an_element_sets_behind_its_own_font_stays() -> None:
    own = '<text variable="title" font-style="italic" suffix="."/><text value="Air" prefix=" "/>'
    assert field(own, title="Go!") == "<i>Go!</i>. Air"
    outer = '<group suffix="."><text variable="title" font-style="italic"/></group>'
    assert field(outer, title="Go!") == "<i>Go!</i>"


def test_a_colon_gives_way_to_a_question_in_quotation_marks() -> None:
    element = '<text variable="title" quotes="true"/><text value="Air" prefix=": "/>'
    assert field(element, title="Why?") == "“Why?” Air"
    assert field(element, title="Why") == "“Why”: Air"


@pytest.mark.parametrize("mark", ["!", "?"])
def test_a_mark_that_takes_the_place_of_another_stands_where_it_belongs(mark: str) -> None:
    layout = f'<text value="Rain" quotes="true" suffix=":"/><text value="Air" prefix="{mark} "/>'
    assert field(layout, title="x") == f"\u201cRain{mark}\u201d Air"
