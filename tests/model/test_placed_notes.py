"""Placed notes: found by id, by passage and by place."""

from __future__ import annotations

import pytest

from postil.model.note import Anchor, Note, PlacedNote, Placement
from postil.model.placed_notes import PlacedNotes
from postil.model.span import Span


def placed(ident: str, span: Span | None) -> PlacedNote:
    anchor = Anchor("words", "", "", 0, 5, "")
    return PlacedNote(Note(ident, "article", anchor), Placement(span, "same" if span else "orphan"))


NOTES = PlacedNotes(
    (
        placed("a", Span(0, 4)),
        placed("b", Span(0, 9)),
        placed("c", Span(0, 9)),
        placed("d", Span(7, 9)),
        placed("lost", None),
    )
)


def test_those_without_a_place_come_last() -> None:
    assert NOTES.standing == 4
    assert PlacedNotes().standing == 0


@pytest.mark.parametrize(("ident", "at"), [("a", 0), ("d", 3), ("lost", 4), ("gone", None)])
def test_a_note_is_found_by_its_id(ident: str, at: int | None) -> None:
    assert NOTES.index(ident) == at
    assert NOTES.find(ident) is (None if at is None else NOTES.all[at])


@pytest.mark.parametrize(
    ("span", "ident"),
    [
        (Span(0, 4), "a"),
        (Span(0, 9), "b"),
        (Span(7, 9), "d"),
        (Span(0, 5), None),
        (Span(8, 9), None),
    ],
)
def test_the_first_on_exactly_a_passage(span: Span, ident: str | None) -> None:
    found = NOTES.on(span)
    assert (None if found is None else found.note.id) == ident


@pytest.mark.parametrize(("offset", "at"), [(0, 0), (1, 3), (7, 3), (8, 4)])
def test_the_first_that_begins_from_a_place_on(offset: int, at: int) -> None:
    assert NOTES.first_from(offset) == at
