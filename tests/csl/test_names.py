"""Names: order, particles, initials, et al., labels and substitutes."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite, person

ANN = person("Ann", "Archer")
BEN = person("Ben", "Baker")
CAT = person("Cat", "Cooper")


def names(people: list[object], name: str = "", options: str = "") -> str:
    """Return some authors as a style sets them."""
    layout = f'<names variable="author"><name {name}/></names>'
    return cite(layout, [{"id": "a", "author": people}], options=options)


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
    ("given", "sign", "expected"),
    [
        ("Jean-Luc", ".", "J.-L. X"),
        ("John Ronald Reuel", ". ", "J. R. R. X"),
        ("J.R.R.", ". ", "J. R. R. X"),
        ("Ph. M.", ".", "Ph.M. X"),
        ("Guo-ping", "", "G X"),
        ("Maria de", ".", "M. de X"),
    ],
)
def test_given_names_become_initials(given: str, sign: str, expected: str) -> None:
    assert names([person(given, "X")], f'initialize-with="{sign}"') == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (person("Ludwig", "van Beethoven"), "van Beethoven, Ludwig"),
        (person("Jean de", "La Fontaine"), "La Fontaine, Jean de"),
        (person("Alan", "al-One"), "al-One, Alan"),
        (person("Martin Luther", "King", suffix="Jr."), "King, Martin Luther, Jr."),
        (person("Sang-hun", "Choe", **{"static-ordering": True}), "Choe Sang-hun"),
        (person("栄", "我妻"), "我妻栄"),
        ({"literal": "The “Daily” Post"}, "The “Daily” Post"),
    ],
)
def test_parts_of_a_name_stand_in_their_order(name: object, expected: str) -> None:
    layout = '<names variable="author"><name name-as-sort-order="all"/></names>'
    items = [{"id": "a", "author": [name]}]
    never = 'class="in-text" demote-non-dropping-particle="never"'
    assert cite(layout, items, attributes=never) == expected


def test_particles_go_behind_the_name_where_the_style_sends_them() -> None:
    layout = '<names variable="author"><name name-as-sort-order="all"/></names>'
    items = [{"id": "a", "author": [person("Ludwig", "van Beethoven")]}]
    assert cite(layout, items) == "Beethoven, Ludwig van"


def test_a_label_agrees_with_how_many_there_are() -> None:
    layout = '<names variable="editor"><name/><label form="short" prefix=" (" suffix=")"/></names>'
    assert cite(layout, [{"id": "a", "editor": [ANN]}]) == "Ann Archer (ed.)"
    assert cite(layout, [{"id": "a", "editor": [ANN, BEN]}]) == "Ann Archer, Ben Baker (eds.)"


def test_editors_who_translated_stand_once() -> None:
    layout = '<names variable="editor translator"><name/><label prefix=", "/></names>'
    items = [{"id": "a", "editor": [ANN], "translator": [ANN]}]
    assert cite(layout, items) == "Ann Archer, editor and translator"


def test_what_stands_in_for_names_does_not_stand_again() -> None:
    layout = (
        '<names variable="author"><name/><substitute><names variable="editor"/>'
        '<text variable="title"/></substitute></names><text variable="title" prefix=". "/>'
    )
    assert cite(layout, [{"id": "a", "title": "Rain"}]) == "Rain"
    assert cite(layout, [{"id": "a", "title": "Rain", "editor": [BEN]}]) == "Ben Baker. Rain"


def test_each_name_and_each_part_of_it_has_its_own_fonts() -> None:
    layout = (
        '<names variable="author"><name font-style="italic" delimiter="; ">'
        '<name-part name="family" prefix="(" suffix=")" font-weight="bold"/></name></names>'
    )
    items = [{"id": "a", "author": [person("Vincent", "van Gogh"), {"literal": "WHO"}]}]
    assert cite(layout, items) == ("<i>Vincent (<b>van</b> <b>Gogh</b>)</i>; <i><b>WHO</b></i>")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("TSerendorjiin", "Ts. X"),
        ("Jo (Joe) Ann", "J. (Joe) A. X"),
        ("<b>J</b> Q", "<b>J.</b> Q. X"),
    ],
)
def test_initials_of_names_that_are_no_plain_words(given: str, expected: str) -> None:
    assert names([person(given, "X")], 'initialize-with=". "') == expected
