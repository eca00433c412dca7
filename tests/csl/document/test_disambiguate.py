"""Cites that look alike are told apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postil.csl import Citation, Cite
from postil.csl.document.disambiguate import letters
from tests.csl.rendering import ANN, BEN, CAT, Item, cite, person, processor
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


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")]
)
def test_letters_go_on_behind_z(number: int, expected: str) -> None:
    assert letters(number) == expected


def test_initials_tell_names_apart_before_given_names_do() -> None:
    works = [work("a", "Lee", 2001, "Ann"), work("b", "Lee", 2005, "Bob"), work("c", "Roe", 2001)]
    layout = AUTHOR_DATE.replace("<name ", '<name initialize-with=". " ')
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="{}"'
    rule = options.format("all-names-with-initials")
    assert cite(layout, works, options=rule) == "A. Lee 2001; B. Lee 2005; Roe 2001"
    assert cite(layout, works, options=options.format("by-cite")) == "Lee 2001; Lee 2005; Roe 2001"


def test_conditions_hold_one_by_one() -> None:
    condition = '<choose><if disambiguate="true"><text variable="{}"/></if></choose>'
    layout = (
        '<group delimiter=", "><names variable="author"/>'
        f"{condition.format('publisher')}{condition.format('title')}</group>"
    )
    rows = [(ANN, "Oar", "A"), (ANN, "Keel", "B"), (BEN, "Oar", "C"), (BEN, "Oar", "D")]
    items: list[Item] = [
        {"id": str(at), "author": [who], "publisher": house, "title": title}
        for at, (who, house, title) in enumerate(rows)
    ]
    assert cite(layout, items).split("; ") == [
        "Ann Archer, Oar",
        "Ann Archer, Keel",
        "Ben Baker, Oar, C",
        "Ben Baker, Oar, D",
    ]


def test_the_same_initials_are_one_person() -> None:
    layout = (
        '<names variable="author"><name form="short" initialize-with=". "/></names>'
        '<text variable="title" prefix=", "/>'
    )
    options = (
        'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names-with-initials"'
    )
    items: list[Item] = [
        {"id": "a", "author": [person("K. M.", "Lund")], "title": "A"},
        {"id": "b", "author": [person("K.M.", "Lund")], "title": "B"},
    ]
    assert cite(layout, items, options=options) == "Lund, A; Lund, B"


def test_cites_are_told_apart_as_they_look_later() -> None:
    options = (
        'disambiguate-add-year-suffix="true" et-al-min="4" et-al-use-first="3" '
        'et-al-subsequent-min="2" et-al-subsequent-use-first="1"'
    )
    year = {"date-parts": [[1991]]}
    items: list[Item] = [
        {"id": "a", "author": [ANN, BEN, CAT, person("Dan", "Dyer")], "issued": year},
        {"id": "b", "author": [ANN, person("Eve", "Ellis")], "issued": year},
    ]
    layout = (
        '<names variable="author"><name form="short"/></names>'
        '<date variable="issued" prefix=" "><date-part name="year"/></date>'
    )
    assert cite(layout, items, options=options) == (
        "Archer, Baker, Cooper, et al. 1991a; Archer, Ellis 1991b"
    )


def test_notes_are_judged_by_their_later_form_where_there_is_one() -> None:
    parts = (
        '<citation disambiguate-add-year-suffix="true"><layout><choose>'
        '<if position="subsequent"><names variable="author"><name form="short"/></names>'
        '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose></if>'
        '<else><names variable="author"/><text variable="title" prefix=", "/>'
        '<date variable="issued" prefix=" "><date-part name="year"/></date></else></choose>'
        "</layout></citation>"
    )
    works = [
        {**work("a", "Lee", 2001), "title": "Rain"},
        {**work("b", "Lee", 2001), "title": "Air"},
    ]
    made = processor(parts, works, 'class="note"')
    notes = [Citation([Cite("a")], 1), Citation([Cite("b")], 2)]
    once = made.cited(notes)
    again = made.cited([*notes, Citation([Cite("a")], 3)])
    assert again[:2] == once
    assert again[2] == "Lee, Rain"
