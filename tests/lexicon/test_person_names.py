from __future__ import annotations

import pytest

from postil.lexicon.person_names import (
    parse_name,
    parse_names,
    parse_surnames,
    without_roles,
)
from postil.model.source import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mary Lamb", Name("Lamb", "Mary")),
        ("Professor Mary Lamb", Name("Lamb", "Mary")),
        ("Ana de la Torre", Name("de la Torre", "Ana")),
        ("Ursula K. Le Guin", Name("Le Guin", "Ursula K.")),
        ("John Rook Jr.", Name("Rook Jr.", "John")),
        ("mary lamb", None),
        ("Lamb", None),
        ("Mary of the Sea and Lamb", None),
    ],
)
def test_the_surname_of_a_person(text: str, name: Name | None) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Nguyen Thanh Ha", True),
        ("Kwon Min Ho", True),
        ("Han Min Kim", False),
        ("Bae Soo-min", True),
        ("Bae Soomin", True),
        ("Wang Fan", True),
        ("Wang Li", False),
        ("Xu Lihua", True),
        ("Lee Miller", False),
        ("Mary Lee", False),
    ],
)
def test_eastern_names_have_their_surname_first(text: str, first: bool) -> None:
    name = parse_name(text)
    assert name is not None
    assert name.family_first == first
    assert name.family == text.split()[0 if first else -1]


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("Mary Lamb, Tom Rook and Ann Quay", ["Lamb", "Rook", "Quay"]),
        ("Mary Lamb et al.", ["Lamb"]),
        ("Mary Lamb, Jr., and Tom Rook", ["Lamb Jr.", "Rook"]),
        ("Mary Lamb and the pilots", []),
        ("", []),
    ],
)
def test_a_byline_is_persons_or_nothing(text: str, surnames: list[str]) -> None:
    assert [name.family for name in parse_names(text)] == surnames


def test_surnames_alone() -> None:
    assert parse_surnames("Hale & Romero") == (Name("Hale"), Name("Romero"))
    assert parse_surnames("Hale & others") == ()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the historian Mary Lamb", "Mary Lamb"),
        ("The Rev. Mary Lamb", "Mary Lamb"),
        ("old friends of Mary Lamb", "Mary Lamb"),
        ("van der Berg", "van der Berg"),
    ],
)
def test_what_stands_before_a_name_is_left_out(text: str, bare: str) -> None:
    assert without_roles(text) == bare
