"""The names element: labels and substitutes."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import ANN, BEN, cite, processor


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


LABEL = '<label form="short" prefix=" (" suffix=")"/>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<names variable="editor"/>', "Archer, Ann (ed.)"),
        ('<names variable="editor"><name/></names>', "Ann Archer"),
        ('<names variable="editor"><label prefix=", "/></names>', "Archer, Ann, editor"),
    ],
    ids=["without children", "with a name", "with a label"],
)
def test_a_substitute_takes_over_what_it_lacks(inner: str, expected: str) -> None:
    layout = (
        f'<names variable="author"><name name-as-sort-order="all"/>{LABEL}'
        f"<substitute>{inner}</substitute></names>"
    )
    assert cite(layout, [{"id": "a", "editor": [ANN]}]) == expected


def test_a_label_stands_on_the_side_where_the_style_has_it() -> None:
    layout = '<names variable="editor"><label suffix=" "/><name/></names>'
    assert cite(layout, [{"id": "a", "editor": [ANN]}]) == "editor Ann Archer"


@pytest.mark.parametrize("translators", [[BEN], [ANN, BEN]])
def test_editors_stand_apart_from_other_translators(translators: list[object]) -> None:
    layout = (
        '<names variable="editor translator" delimiter="; "><name/><label prefix=", "/></names>'
    )
    shown = cite(layout, [{"id": "a", "editor": [ANN], "translator": translators}])
    assert shown.startswith("Ann Archer, editor; ")


def test_editors_whose_names_stood_in_for_an_author_do_not_stand_again() -> None:
    layout = (
        '<names variable="author"><name/><substitute><names variable="editor"/></substitute>'
        '</names><names variable="editor translator" prefix=". "><name/></names>'
    )
    items = [{"id": "a", "editor": [ANN], "translator": [ANN]}]
    assert cite(layout, items) == "Ann Archer. Ann Archer"


def test_a_group_of_names_that_only_say_there_are_none_is_not_there() -> None:
    names = '<names variable="author"><substitute><text term="editor"/></substitute></names>'
    layout = f'<group delimiter=" "><group>{names}</group><text variable="title"/></group>'
    assert cite(layout, [{"id": "a", "title": "Rain"}]) == "Rain"


def test_of_a_choice_among_substitutes_the_first_stands() -> None:
    choice = (
        '<choose><if type="book"><names variable="editor"/><names variable="translator"/></if>'
        "</choose>"
    )
    layout = f'<names variable="author"><substitute>{choice}</substitute></names>'
    item = {"id": "a", "type": "book", "editor": [ANN], "translator": [BEN]}
    assert cite(layout, [item]) == "Ann Archer"


def test_names_that_are_hidden_leave_no_delimiter() -> None:
    names = '<names variable="composer"><substitute><names variable="author"/></substitute></names>'
    layout = f'<group delimiter=", ">{names}<text variable="title"/></group>'
    parts = f"<citation><layout>{layout}</layout></citation>"
    made = processor(parts, [{"id": "a", "author": [ANN], "title": "Rain"}])
    assert made.cited([Citation([Cite("a", suppress_author=True)])]) == ["Rain"]


def test_names_that_stand_in_have_their_own_words_for_the_others() -> None:
    options = 'et-al-min="2" et-al-use-first="1"'
    layout = (
        '<names variable="author"><name form="short"/><et-al font-style="italic"/><substitute>'
        "{}</substitute></names>"
    )
    own = '<names variable="editor"><name/></names>'
    items = [{"id": "a", "editor": [ANN, BEN]}]
    assert cite(layout.format(own), items, options=options) == "Ann Archer et al."
    shared = '<names variable="editor"/>'
    assert cite(layout.format(shared), items, options=options) == "Archer <i>et al.</i>"
