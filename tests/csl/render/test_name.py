"""One name: order, particles, fonts."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite, person


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


def test_each_name_and_each_part_of_it_has_its_own_fonts() -> None:
    layout = (
        '<names variable="author"><name font-style="italic" delimiter="; ">'
        '<name-part name="family" prefix="(" suffix=")" font-weight="bold"/></name></names>'
    )
    items = [{"id": "a", "author": [person("Vincent", "van Gogh"), {"literal": "WHO"}]}]
    assert cite(layout, items) == ("<i>Vincent (<b>van</b> <b>Gogh</b>)</i>; <i><b>WHO</b></i>")


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("v.d. Aa", "<b>v.d.</b> <b>Aa</b>, Nel"),
        ("'t Sas", "<b>’t</b> <b>Sas</b>, Nel"),
        ("in 't Ven", "<b>in ’t</b> <b>Ven</b>, Nel"),
        ("de' Bossi", "<b>de’ </b><b>Bossi</b>, Nel"),
    ],
)
def test_particles_with_marks_in_them(family: str, expected: str) -> None:
    name = '<name name-as-sort-order="all"><name-part name="family" font-weight="bold"/></name>'
    layout = f'<names variable="author">{name}</names>'
    attributes = 'class="in-text" demote-non-dropping-particle="never"'
    item = {"id": "a", "author": [person("Nel", family)]}
    assert cite(layout, [item], attributes=attributes) == expected


def test_a_blank_that_a_style_sets_behind_given_names_stands_alone() -> None:
    name = '<name><name-part name="given" suffix="\u00a0"/></name>'
    layout = f'<names variable="author">{name}</names>'
    assert cite(layout, [{"id": "a", "author": [person("Ann", "Lund")]}]) == "Ann\u00a0Lund"


def test_parts_without_a_blank_between_them_have_no_affixes() -> None:
    options = '<name-part name="given" prefix="(" suffix=")"/>'
    layout = f'<names variable="author"><name name-as-sort-order="all">{options}</name></names>'
    items = [{"id": "a", "author": [{"family": "\u6797", "given": "\u4e00\u821f"}]}]
    assert cite(layout, items) == "\u6797\u4e00\u821f"
