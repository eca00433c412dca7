"""A group stands or falls with its variables, and is one to the group around it."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import cite, field, processor

LABEL = '<text value="in "/>'
TITLE, PAGE = '<text variable="title"/>', '<text variable="page"/>'


def group(*parts: str) -> str:
    return f"<group>{''.join(parts)}</group>"


@pytest.mark.parametrize(
    ("layout", "cited"),
    [
        (group(LABEL, TITLE), "in Arrows"),
        (group(LABEL, PAGE), ""),
        (group(LABEL, PAGE, TITLE), "in Arrows"),
        (group(LABEL), "in "),
        (group(LABEL, group(TITLE)), "in Arrows"),
        (group(LABEL, group(LABEL, TITLE)), "in in Arrows"),
        (group(LABEL, group(PAGE)), ""),
        (group(LABEL, group(PAGE), TITLE), "in Arrows"),
        (group(LABEL, group(LABEL)), "in in "),
        (group(LABEL, group(LABEL), PAGE), "in in "),
    ],
)
def test_a_group_is_left_out_where_none_of_its_variables_is_there(layout: str, cited: str) -> None:
    """A group in a group is a variable of it: there when anything of it is."""
    assert cite(layout, [{"id": "a", "title": "Arrows"}]) == cited


def test_a_macro_says_in_words_that_a_group_in_it_is_not_there() -> None:
    made = processor(
        '<macro name="issued"><group delimiter="-"><date variable="issued">'
        '<date-part name="year"/></date></group><choose><if variable="issued" match="none">'
        '<text term="no date" form="short"/></if></choose></macro>'
        '<citation><layout delimiter="; "><text macro="issued"/></layout></citation>',
        [{"id": "a", "issued": {"date-parts": [[2001]]}}, {"id": "b"}],
    )
    assert made.cited([Citation([Cite("a"), Cite("b")])]) == ["2001; n.d."]


def test_a_mark_of_a_macro_is_not_there_without_the_group_behind_it() -> None:
    made = processor(
        '<macro name="address"><text value=", "/><group prefix=", "><text variable="URL"/></group>'
        '</macro><citation><layout><text variable="title"/><text macro="address"/></layout>'
        "</citation>",
        [{"id": "a", "title": "Rain"}],
    )
    assert made.cited([Citation([Cite("a")])]) == ["Rain"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Law.com", "Law.com"), ("J. Law", "J Law"), ("U.S. Law Rev.", "US Law Rev")],
)
def test_the_name_of_a_site_keeps_its_full_stop(title: str, expected: str) -> None:
    layout = '<text variable="container-title" strip-periods="true"/>'
    assert field(layout, container_title=title) == expected


@pytest.mark.parametrize("variable", ["DOI", "URL"])
def test_an_address_keeps_its_full_stops(variable: str) -> None:
    layout = f'<text variable="{variable}" strip-periods="true"/>'
    assert field(layout, **{variable: "10.5555/owd.7"}) == "10.5555/owd.7"


def test_an_ordinal_takes_the_case_of_the_style_in_any_item() -> None:
    layout = '<number variable="edition" form="long-ordinal" text-case="title"/>'
    assert field(layout, edition="2", language="de-DE") == "Second"
