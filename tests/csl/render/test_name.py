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
