"""Names that the reader has corrected are known again, alone and among others."""

from __future__ import annotations

import pytest

from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Name

TALA = Name("Ose", "Tala", family_first=True)
LAMB = Name("Lamb", "Mary")
KNOWN = NameOverrides(
    frozenset({lookup_key("Rimjin Gate")}),
    frozenset({lookup_key("Quay House")}),
    {lookup_key("Ose Tala"): TALA},
)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Ose Tala", (TALA,)),
        ("OSE TALA", (TALA,)),
        ("Ose Tala and Mary Lamb", (TALA, LAMB)),
        ("Mary Lamb and Ose Tala", (LAMB, TALA)),
        ("Mary Lamb", ()),
        ("Mary Lamb and Ann Ferry", ()),
        ("", ()),
    ],
)
def test_persons_are_known_where_one_of_them_was_corrected(
    words: str, people: tuple[Name, ...]
) -> None:
    """Of others nothing is said here: they may be no persons at all."""
    assert KNOWN.people(words) == people
    assert NO_OVERRIDES.people(words) == ()


def test_outlets_and_publishers_are_known_apart() -> None:
    assert KNOWN.is_outlet("the Rimjin Gate")
    assert not KNOWN.is_publisher("Rimjin Gate")
    assert KNOWN.is_publisher("Quay House")
    assert not KNOWN.is_outlet("Quay House")
    assert not NO_OVERRIDES.is_outlet("")
    assert not NO_OVERRIDES.is_publisher("")


def test_all_that_was_said_is_told_in_one_order() -> None:
    assert bool(KNOWN)
    assert not NO_OVERRIDES
    same = NameOverrides(KNOWN.outlets, KNOWN.publishers, dict(KNOWN.persons))
    assert KNOWN.entries == same.entries != NO_OVERRIDES.entries
    assert (
        NameOverrides(KNOWN.publishers, KNOWN.outlets).entries
        != NameOverrides(KNOWN.outlets, KNOWN.publishers).entries
    )
