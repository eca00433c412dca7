"""Editors who are the translators too stand once, unless one of the two was named before."""

from __future__ import annotations

from tests.csl.rendering import Item, cite, person

ANN, BEN = person("Ann", "Archer"), person("Ben", "Baker")
BOTH = '<names variable="editor translator" delimiter="; "><name/></names>'
LABELLED = BOTH.replace("<name/>", '<name/><label prefix=", "/>')
IN_PLACE = (
    '<names variable="author"><name/><substitute><names variable="editor"/></substitute></names>'
)


def item(editor: Item, translator: Item) -> Item:
    return {"id": "a", "editor": [editor], "translator": [translator]}


def test_one_person_who_did_both_stands_once() -> None:
    assert cite(LABELLED, [item(ANN, ANN)]) == "Ann Archer, editor and translator"


def test_two_persons_stand_apart() -> None:
    assert cite(BOTH, [item(ANN, BEN)]) == "Ann Archer; Ben Baker"


def test_an_editor_who_stands_for_the_author_is_still_the_translator() -> None:
    """What was put in place of the author is not said again, and only that."""
    layout = f"{IN_PLACE}<text value=' / '/>{BOTH}"
    assert cite(layout, [item(ANN, ANN)]) == "Ann Archer / Ann Archer"
    assert cite(layout, [item(ANN, BEN)]) == "Ann Archer / Ben Baker"
