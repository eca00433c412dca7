from __future__ import annotations

import pytest

from postil.attribution.parsing.fields import Field, FieldKind, classify
from postil.attribution.parsing.surnames import join_inverted_name, read_joint_surnames
from postil.lexicon.name_overrides import NO_OVERRIDES


def fields(text: str) -> list[Field]:
    """Return the fields between semicolons; T is a quoted title."""
    return [
        Field(FieldKind.TITLE)
        if words == "T"
        else classify(words, NO_OVERRIDES, dated=False, behind=at > 0)
        for at, words in enumerate(text.split("; "))
    ]


def persons(found: list[Field]) -> list[str]:
    first = found[0]
    return [name.display for name in first.people] if first.kind is FieldKind.PEOPLE else []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lamb; Mary; Harbour Times", ["Mary Lamb"]),
        ("Lamb; Mary and Tom Rook; Harbour Times", ["Mary Lamb", "Tom Rook"]),
        ("LAMB; Mary; T", ["Mary LAMB"]),
        ("Reuters; Harbour Times", []),
        ("Quayside; Mary Ann", []),
    ],
)
def test_a_surname_is_joined_to_what_stands_behind_it(text: str, names: list[str]) -> None:
    assert persons(join_inverted_name(fields(text))) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hale & Romero; T", ["Hale", "Romero"]),
        ("Hale & Romero; Reuters", ["Hale", "Romero"]),
        ("Salt & Rope Press; T", []),
    ],
)
def test_joint_surnames_are_persons_before_a_title(text: str, names: list[str]) -> None:
    assert persons(read_joint_surnames(fields(text))) == names
