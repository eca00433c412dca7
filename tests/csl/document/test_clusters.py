"""Cites of one citation that share what they have in common."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite
from tests.csl.works import AUTHOR_DATE, BAKER, WORKS


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "Archer 2001a; Archer 2001b; Archer 2005; Baker 2001"),
        ('collapse="year"', "Archer 2001a, 2001b, 2005; Baker 2001"),
        ('collapse="year-suffix"', "Archer 2001a; b, 2005; Baker 2001"),
        (
            'collapse="year-suffix" cite-group-delimiter=", "',
            "Archer 2001a, b, 2005; Baker 2001",
        ),
        (
            'collapse="year-suffix" year-suffix-delimiter=","',
            "Archer 2001a,b, 2005; Baker 2001",
        ),
    ],
)
def test_cites_of_one_author_share_the_name(options: str, expected: str) -> None:
    letters = f'{options} disambiguate-add-year-suffix="true"'
    assert cite(AUTHOR_DATE, [*WORKS, BAKER], options=letters) == expected


def test_numbers_in_a_row_become_a_range() -> None:
    number = '<text variable="citation-number" prefix="[" suffix="]"/>'
    shown = cite(number, [*WORKS, BAKER], options='collapse="citation-number"')
    assert shown == "[1]–[4]"
    assert cite(number, WORKS[:2], options='collapse="citation-number"') == "[1]; [2]"
