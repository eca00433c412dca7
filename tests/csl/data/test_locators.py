"""Locators that state their kind."""

from __future__ import annotations

import pytest

from postil.csl import Cite
from postil.csl.data.locators import read_locator


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("fol. 12", ("12", "folio")),
        ("ch. 3", ("3", "chapter")),
        ("12", ("12", "page")),
        ("fol.", ("fol.", "page")),
        ("folio 12", ("folio 12", "page")),
    ],
)
def test_the_kind_of_a_locator_is_read_from_it(locator: str, expected: tuple[str, str]) -> None:
    cite = read_locator(Cite("a", locator))
    assert (cite.locator, cite.label) == expected
