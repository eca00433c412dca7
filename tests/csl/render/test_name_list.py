"""Lists of names: order, and, et al."""

from __future__ import annotations

import pytest

from postil.csl.render.name_list import joint_before_last, shown_count
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


@pytest.mark.parametrize(
    ("count", "least", "first", "more", "expected"),
    [
        (3, "", "", 0, 3),
        (3, "4", "1", 0, 3),
        (4, "4", "1", 0, 1),
        (4, "4", "1", 2, 3),
        (4, "4", "1", 9, 4),
        (4, "4", "4", 0, 4),
    ],
)
def test_how_many_names_stand_before_et_al(
    count: int, least: str, first: str, more: int, expected: int
) -> None:
    options = {"et-al-min": least, "et-al-use-first": first}
    assert shown_count(count, options, more) == expected


@pytest.mark.parametrize(
    ("sign", "delimiter", "delimits", "expected"),
    [
        ("and", ", ", False, " and "),
        ("and", ", ", True, ", and "),
        ("&", "; ", True, "; & "),
        ("and", " ", True, " and "),
        ("ו", ", ", False, "ו"),
        ("ו", ", ", True, "ו"),
    ],
)
def test_what_stands_before_the_last_name(
    sign: str, delimiter: str, delimits: bool, expected: str
) -> None:
    assert joint_before_last(sign, delimiter, delimits=delimits) == expected


LAST = 'and="text" delimiter-precedes-last="{}"'
ET_AL = 'et-al-min="3" et-al-use-first="{}" delimiter-precedes-et-al="{}"'
FIRST = ' name-as-sort-order="first"'


@pytest.mark.parametrize(
    ("rule", "two", "three", "two_inverted"),
    [
        ("always", "Ann Archer, and Ben Baker", ", and Cat Cooper", "Archer, Ann, and Ben Baker"),
        ("never", "Ann Archer and Ben Baker", " and Cat Cooper", "Archer, Ann and Ben Baker"),
        ("contextual", "Ann Archer and Ben Baker", ", and Cat Cooper", "Archer, Ann and Ben Baker"),
        ("after-inverted-name", "Ann Archer and Ben Baker", " and Cat Cooper",
         "Archer, Ann, and Ben Baker"),
    ],
)  # fmt: skip
def test_whether_the_delimiter_stands_before_and(
    rule: str, two: str, three: str, two_inverted: str
) -> None:
    assert names([ANN, BEN], LAST.format(rule)) == two
    assert names([ANN, BEN, CAT], LAST.format(rule)) == f"Ann Archer, Ben Baker{three}"
    assert names([ANN, BEN], LAST.format(rule) + FIRST) == two_inverted


@pytest.mark.parametrize(
    ("rule", "one", "two", "one_inverted"),
    [
        ("always", "Ann Archer, et al.", ", et al.", "Archer, Ann, et al."),
        ("never", "Ann Archer et al.", " et al.", "Archer, Ann et al."),
        ("contextual", "Ann Archer et al.", ", et al.", "Archer, Ann et al."),
        ("after-inverted-name", "Ann Archer et al.", " et al.", "Archer, Ann, et al."),
    ],
)
def test_whether_the_delimiter_stands_before_et_al(
    rule: str, one: str, two: str, one_inverted: str
) -> None:
    people = [ANN, BEN, CAT]
    assert names(people, ET_AL.format(1, rule)) == one
    assert names(people, ET_AL.format(2, rule)) == f"Ann Archer, Ben Baker{two}"
    assert names(people, ET_AL.format(1, rule) + FIRST) == one_inverted


def test_without_a_number_of_names_before_et_al_all_stand() -> None:
    assert names([ANN, BEN, CAT], 'et-al-min="2"') == "Ann Archer, Ben Baker, Cat Cooper"
    assert names([ANN, BEN, CAT], 'et-al-min="2" et-al-use-first="0"') == ""


def test_an_institution_behind_one_person_is_joined_without_a_delimiter() -> None:
    trust = {"literal": "Weir Trust"}
    always = 'and="symbol" delimiter-precedes-last="always"'
    assert names([ANN, trust], always) == "Ann Archer &#38; Weir Trust"
    assert names([ANN, BEN], always) == "Ann Archer, &#38; Ben Baker"
