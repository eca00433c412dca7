"""Lists of names: order, and, et al."""

from __future__ import annotations

import pytest

from tests.csl.rendering import ANN, BEN, CAT, names


@pytest.mark.parametrize(
    ("people", "name", "expected"),
    [
        ([ANN], "", "Ann Archer"),
        ([ANN, BEN], 'and="text"', "Ann Archer and Ben Baker"),
        ([ANN, BEN], 'and="symbol"', "Ann Archer &#38; Ben Baker"),
        ([ANN, BEN, CAT], 'and="text"', "Ann Archer, Ben Baker, and Cat Cooper"),
        (
            [ANN, BEN, CAT],
            'and="text" delimiter-precedes-last="never"',
            "Ann Archer, Ben Baker and Cat Cooper",
        ),
        ([ANN, BEN], 'name-as-sort-order="first"', "Archer, Ann, Ben Baker"),
        ([ANN, BEN], 'name-as-sort-order="all"', "Archer, Ann, Baker, Ben"),
        ([ANN, BEN, CAT], 'et-al-min="3" et-al-use-first="1"', "Ann Archer et al."),
        ([ANN, BEN, CAT], 'et-al-min="3" et-al-use-first="2"', "Ann Archer, Ben Baker, et al."),
        (
            [ANN, BEN, CAT, ANN],
            'et-al-min="4" et-al-use-first="2" et-al-use-last="true"',
            "Ann Archer, Ben Baker, … Ann Archer",
        ),
        ([ANN], 'form="short"', "Archer"),
        ([ANN, BEN], 'form="count"', "2"),
    ],
)
def test_lists_of_names(people: list[object], name: str, expected: str) -> None:
    assert names(people, name) == expected
