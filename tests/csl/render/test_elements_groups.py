"""A group stands or falls with its variables, and is one to the group around it."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite

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
