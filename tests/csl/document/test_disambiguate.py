"""Cites that look alike are told apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.csl.rendering import Item, cite, person
from tests.csl.works import AUTHOR_DATE, work


@pytest.mark.parametrize(
    ("options", "works", "expected"),
    [
        (
            'disambiguate-add-givenname="true"',
            [work("a", "Lee", 2001, "Ann"), work("b", "Lee", 2001, "Bob")],
            "Ann Lee 2001; Bob Lee 2001",
        ),
        (
            'disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"',
            [
                {**work("a", "Lee", 2001), "author": [person("A", "Lee"), person("B", "Roe")]},
                {**work("b", "Lee", 2001), "author": [person("A", "Lee"), person("C", "Poe")]},
            ],
            "Lee &#38; Roe 2001; Lee &#38; Poe 2001",
        ),
        (
            'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"',
            [work("a", "Lee", 2001, "Ann"), work("b", "Lee", 2005, "Bob")],
            "Ann Lee 2001; Bob Lee 2005",
        ),
        (
            'disambiguate-add-year-suffix="true"',
            [work("a", "Lee", 2001), work("b", "Lee", 2001)],
            "Lee 2001a; Lee 2001b",
        ),
    ],
)
def test_cites_that_look_alike_are_told_apart(
    options: str, works: Sequence[Item], expected: str
) -> None:
    assert cite(AUTHOR_DATE, works, options=options) == expected
