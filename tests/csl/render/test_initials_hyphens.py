"""Initials of given names that a hyphen joins, whichever sign is used for one."""

from __future__ import annotations

import pytest

from postil.csl.render.initials import initials

HYPHENS = ["-", "\u2010", "\u2013"]


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_the_initials_of_a_compound_name_keep_its_hyphen(hyphen: str) -> None:
    given = f"Jean{hyphen}Luc"
    assert initials(given, ".", shortens=True, keeps_hyphens=True) == "J.-L."
    assert initials(given, ".", shortens=True, keeps_hyphens=False) == "J.L."
    assert initials(f"{given} Marie", ". ", shortens=True, keeps_hyphens=True) == "J.-L. M."


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_the_small_second_half_of_a_compound_name_goes(hyphen: str) -> None:
    assert initials(f"Guo{hyphen}ping", ".", shortens=True, keeps_hyphens=True) == "G."


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_a_compound_name_that_is_not_shortened_is_joined_again(hyphen: str) -> None:
    assert initials(f"Jean{hyphen}Luc", ".", shortens=False, keeps_hyphens=True) == "Jean-Luc"


def test_a_dash_that_is_no_hyphen_joins_nothing() -> None:
    assert initials("Jean — Luc", ".", shortens=True, keeps_hyphens=True) == "J. — L."
