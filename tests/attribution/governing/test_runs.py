from __future__ import annotations

import pytest

from postil.attribution.governing.runs import same_outlet
from postil.model.source import Name, Source


def source(words: str) -> Source:
    """Return the source of "PERSON in OUTLET", of an outlet, or of a person in brackets."""
    if words.startswith("("):
        return Source(author=(Name(family=words.strip("()")),))
    person, behind, outlet = words.partition(" in ")
    if not behind:
        return Source(container_title=words)
    literal = person == "Reuters"
    name = Name(literal=person) if literal else Name(family=person)
    return Source(author=(name,), container_title=outlet)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Quay Herald", "Lamb in the quay herald", True),
        ("AFP", "Agence France-Presse", True),
        ("Reuters", "Reuters in Harbour Times", True),
        ("(Lamb)", "Lamb in Quay Herald", True),
        ("Lamb in Morning Post", "Lamb in Quay Herald", False),
        ("Quay Herald", "Harbour Times", False),
        ("(Lamb)", "(Rook)", False),
    ],
)
def test_two_records_of_one_outlet(one: str, other: str, same: bool) -> None:
    assert same_outlet(source(one), source(other)) == same
    assert same_outlet(source(other), source(one)) == same
