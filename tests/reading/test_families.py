"""Family names that an attribution begins with are joined to persons, where nothing else fits."""

from __future__ import annotations

import pytest

from postil.model.source import Name
from postil.reading.families import families_joined, surnames_joined
from postil.reading.pieces import Kind, Piece

HALE, ROMERO = Name(family="Hale"), Name(family="Romero")


def pair(words: str, second: Piece, kind: Kind = Kind.PHRASE) -> list[Piece]:
    return [Piece(kind, words), second]


@pytest.mark.parametrize(
    "second",
    [
        Piece(Kind.TITLE, "Signals at sea"),
        Piece(Kind.AGENCY, "Reuters"),
        Piece(Kind.PUBLICATION, "New York Times"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.PHRASE, Kind.PUBLICATION])
def test_two_surnames_before_what_is_printed_are_two_persons(second: Piece, kind: Kind) -> None:
    joined = surnames_joined(pair("Hale & Romero", second, kind))
    assert joined == [Piece(Kind.PEOPLE, "Hale & Romero", (HALE, ROMERO)), second]


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("Hale & Romero", Piece(Kind.PHRASE, "a brewery in Leeds")),
        ("Hale & Romero", Piece(Kind.BOOK, "Signals")),
        ("Hale", Piece(Kind.TITLE, "Signals at sea")),
        ("Time & Life Magazine", Piece(Kind.TITLE, "Signals at sea")),
        ("Harper & Row", Piece(Kind.TITLE, "Signals at sea")),
    ],
)
def test_what_may_be_a_firm_or_one_name_is_left_as_it_is(words: str, second: Piece) -> None:
    pieces = pair(words, second)
    assert surnames_joined(pieces) == pieces


def test_surnames_that_nothing_follows_are_left_as_they_are() -> None:
    alone = [Piece(Kind.PHRASE, "Hale & Romero")]
    assert surnames_joined(alone) == alone
    word = pair("Hale & Romero", Piece(Kind.TITLE, "Signals"), Kind.WORD)
    assert surnames_joined(word) == word


@pytest.mark.parametrize(
    ("pieces", "people"),
    [
        ([Piece(Kind.WORD, "Hale"), Piece(Kind.PHRASE, "Ann"), Piece(Kind.TITLE, "S")], ["Ann"]),
        (
            [
                Piece(Kind.WORD, "Hale"),
                Piece(Kind.PHRASE, "Ann and Bo Romero"),
                Piece(Kind.TITLE, "S"),
            ],
            ["Ann", "Bo"],
        ),
    ],
)
def test_a_family_name_and_a_given_one_behind_it_are_one_person(
    pieces: list[Piece], people: list[str]
) -> None:
    joined = families_joined(pieces)
    assert [name.given for name in joined[0].people] == people
    assert joined[0].people[0].family == "Hale"
    assert joined[1:] == pieces[2:]


@pytest.mark.parametrize(
    "pieces",
    [
        [Piece(Kind.WORD, "Hale")],
        [Piece(Kind.WORD, "Hale Bo"), Piece(Kind.PHRASE, "Ann")],
        [Piece(Kind.WORD, "Hale"), Piece(Kind.TITLE, "Ann")],
        [Piece(Kind.WORD, "Hale"), Piece(Kind.PHRASE, "Ann Mary")],
        [Piece(Kind.WORD, "Hale"), Piece(Kind.PHRASE, "Ann Mary Jane"), Piece(Kind.TITLE, "S")],
    ],
)
def test_what_is_no_given_name_is_left_as_it_is(pieces: list[Piece]) -> None:
    """Two words alone behind a family name may as well be another person."""
    assert families_joined(pieces) == pieces
