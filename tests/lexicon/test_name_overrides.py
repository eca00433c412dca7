from __future__ import annotations

from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Name

LAMB = Name("Lamb", "Mary", family_first=True)
OVERRIDES = NameOverrides(
    outlets=frozenset({lookup_key("Rimjin Gate")}),
    publishers=frozenset({lookup_key("Quay")}),
    persons={lookup_key("Lamb Mary"): LAMB},
)


def test_names_are_known_however_they_are_written() -> None:
    assert OVERRIDES.is_outlet("the RIMJIN  Gate")
    assert OVERRIDES.is_publisher("Quay")
    assert not OVERRIDES.is_publisher("Rimjin Gate")
    assert OVERRIDES.people("lamb mary") == (LAMB,)


def test_one_corrected_person_among_others() -> None:
    assert OVERRIDES.people("Lamb Mary and Tom Rook") == (LAMB, Name("Rook", "Tom"))
    assert OVERRIDES.people("Lamb Mary and the pilots") == ()
    assert OVERRIDES.people("Ann Quay and Tom Rook") == ()


def test_what_was_said_is_told_in_a_stable_order() -> None:
    assert OVERRIDES.entries == ("rimjin gate", "", "quay", "", "lamb mary: " + str(LAMB))
    assert bool(OVERRIDES)
    assert not NO_OVERRIDES
    assert NO_OVERRIDES.people("Lamb Mary") == ()
