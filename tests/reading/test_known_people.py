"""Names that the reader has corrected are known again, alone and among others."""

from __future__ import annotations

import pytest

from postil.model.source import Name
from postil.reading.known import NOTHING, Known
from postil.reading.outlets import plain

TALA = Name("Ose", "Tala", family_first=True)
LAMB = Name("Lamb", "Mary")
KNOWN = Known(
    frozenset({plain("Rimjin Gate")}), frozenset({plain("Quay House")}), {plain("Ose Tala"): TALA}
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
    assert NOTHING.people(words) == ()


def test_outlets_and_publishers_are_known_apart() -> None:
    assert KNOWN.is_outlet("the Rimjin Gate")
    assert not KNOWN.is_publisher("Rimjin Gate")
    assert KNOWN.is_publisher("Quay House")
    assert not KNOWN.is_outlet("Quay House")
    assert not NOTHING.is_outlet("")
    assert not NOTHING.is_publisher("")


def test_all_that_was_said_is_told_in_one_order() -> None:
    assert bool(KNOWN)
    assert not NOTHING
    same = Known(KNOWN.outlets, KNOWN.publishers, dict(KNOWN.persons))
    assert KNOWN.told == same.told != NOTHING.told
    assert (
        Known(KNOWN.publishers, KNOWN.outlets).told != Known(KNOWN.outlets, KNOWN.publishers).told
    )
