from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import altering, annotating, undoing
from postil.model.note import Colour, Note
from tests.library.conftest import Spot


@pytest.fixture
def made(home: Home, open_article: OpenArticle, spot: Spot) -> list[Note]:
    words = {"nine weeks": ["ice", "Trade"], "half the town": ["ice"], "grey": ["Ice", "trade"]}
    return [
        annotating.annotate(home, open_article, spot(open_article, one), tags=tags)
        for one, tags in words.items()
    ]


def tags_of(home: Home, made: list[Note]) -> list[tuple[str, ...]]:
    return [home.notes()[note.id].tags for note in made]


def test_tags_come_and_go_on_all_notes_in_one_step(home: Home, made: list[Note]) -> None:
    before = tags_of(home, made)
    assert altering.retag(home, made, ["winter", "TRADE"], ["ICE"]) == 3
    assert tags_of(home, made) == [
        ("Trade", "winter"),
        ("winter", "TRADE"),
        ("trade", "winter"),
    ], "a tag that is there stays as it is spelt"
    assert undoing.undo(home) == "Undone: tags of 3 notes, in “harbour.txt”."
    assert tags_of(home, made) == before


def test_what_changes_nothing_leaves_no_step(home: Home, made: list[Note]) -> None:
    assert altering.retag(home, made, ["ice"], ["never"]) == 0
    assert altering.recolour(home, made, Colour.YELLOW) == 0
    assert undoing.undo(home).startswith("Undone: new highlight")


def test_a_colour_is_given_to_those_that_have_another(home: Home, made: list[Note]) -> None:
    altering.recolour(home, made[:1], Colour.PINK)
    assert undoing.undo(home).startswith("Undone: colour of the highlight on “nine weeks”")
    undoing.redo(home)
    assert altering.recolour(home, altering.by_ids(home, [n.id for n in made]), Colour.PINK) == 2
    assert {note.colour for note in home.notes().values()} == {Colour.PINK}
    undoing.undo(home)
    assert [home.notes()[note.id].colour for note in made] == ["pink", "yellow", "yellow"]


def test_tags_of_all_are_told_from_those_of_some(made: list[Note]) -> None:
    assert altering.common_tags(made) == (("ice",), ("Trade",))
    assert altering.common_tags(made[:1]) == (("ice", "Trade"), ())
    assert altering.common_tags([]) == ((), ())


def test_a_note_that_is_gone_does_not_come_back(home: Home, made: list[Note]) -> None:
    annotating.delete(home, made[:1])
    left = altering.by_ids(home, [note.id for note in made])
    assert left == made[1:]
    with pytest.raises(BadRequest):
        altering.retag(home, left, ["a,b"], [])
