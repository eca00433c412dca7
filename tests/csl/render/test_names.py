"""The names element: labels and substitutes."""

from __future__ import annotations

from tests.csl.rendering import ANN, BEN, cite


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
