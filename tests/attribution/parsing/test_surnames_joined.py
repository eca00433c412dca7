"""Family names that an attribution begins with are joined to persons, where nothing else fits."""

from __future__ import annotations

import pytest

from postil.attribution.parsing.fields import Field, FieldKind
from postil.attribution.parsing.surnames import join_inverted_name, read_joint_surnames
from postil.model.source import Name

HALE, ROMERO = Name(family="Hale"), Name(family="Romero")


def pair(words: str, second: Field, kind: FieldKind = FieldKind.PHRASE) -> list[Field]:
    return [Field(kind, words), second]


@pytest.mark.parametrize(
    "second",
    [
        Field(FieldKind.TITLE, "Signals at sea"),
        Field(FieldKind.AGENCY, "Reuters"),
        Field(FieldKind.PUBLICATION, "New York Times"),
    ],
)
@pytest.mark.parametrize("kind", [FieldKind.PHRASE, FieldKind.PUBLICATION])
def test_two_surnames_before_what_is_printed_are_two_persons(
    second: Field, kind: FieldKind
) -> None:
    joined = read_joint_surnames(pair("Hale & Romero", second, kind))
    assert joined == [Field(FieldKind.PEOPLE, "Hale & Romero", (HALE, ROMERO)), second]


@pytest.mark.parametrize(
    ("words", "second"),
    [
        ("Hale & Romero", Field(FieldKind.PHRASE, "a brewery in Leeds")),
        ("Hale & Romero", Field(FieldKind.BOOK, "Signals")),
        ("Hale", Field(FieldKind.TITLE, "Signals at sea")),
        ("Time & Life Magazine", Field(FieldKind.TITLE, "Signals at sea")),
        ("Harper & Row", Field(FieldKind.TITLE, "Signals at sea")),
    ],
)
def test_what_may_be_a_firm_or_one_name_is_left_as_it_is(words: str, second: Field) -> None:
    pieces = pair(words, second)
    assert read_joint_surnames(pieces) == pieces


def test_surnames_that_nothing_follows_are_left_as_they_are() -> None:
    alone = [Field(FieldKind.PHRASE, "Hale & Romero")]
    assert read_joint_surnames(alone) == alone
    word = pair("Hale & Romero", Field(FieldKind.TITLE, "Signals"), FieldKind.WORD)
    assert read_joint_surnames(word) == word


@pytest.mark.parametrize(
    ("pieces", "people"),
    [
        (
            [
                Field(FieldKind.WORD, "Hale"),
                Field(FieldKind.PHRASE, "Ann"),
                Field(FieldKind.TITLE, "S"),
            ],
            ["Ann"],
        ),
        (
            [
                Field(FieldKind.WORD, "Hale"),
                Field(FieldKind.PHRASE, "Ann and Bo Romero"),
                Field(FieldKind.TITLE, "S"),
            ],
            ["Ann", "Bo"],
        ),
    ],
)
def test_a_family_name_and_a_given_one_behind_it_are_one_person(
    pieces: list[Field], people: list[str]
) -> None:
    joined = join_inverted_name(pieces)
    assert [name.given for name in joined[0].people] == people
    assert joined[0].people[0].family == "Hale"
    assert joined[1:] == pieces[2:]


@pytest.mark.parametrize(
    "pieces",
    [
        [Field(FieldKind.WORD, "Hale")],
        [Field(FieldKind.WORD, "Hale Bo"), Field(FieldKind.PHRASE, "Ann")],
        [Field(FieldKind.WORD, "Hale"), Field(FieldKind.TITLE, "Ann")],
        [Field(FieldKind.WORD, "Hale"), Field(FieldKind.PHRASE, "Ann Mary")],
        [
            Field(FieldKind.WORD, "Hale"),
            Field(FieldKind.PHRASE, "Ann Mary Jane"),
            Field(FieldKind.TITLE, "S"),
        ],
    ],
)
def test_what_is_no_given_name_is_left_as_it_is(pieces: list[Field]) -> None:
    """Two words alone behind a family name may as well be another person."""
    assert join_inverted_name(pieces) == pieces
