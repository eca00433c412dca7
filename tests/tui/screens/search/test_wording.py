"""A mistake is pointed at where it stands, also where the words for it reach to the edge."""

from __future__ import annotations

import pytest

from postil.errors import BadQuery
from postil.tui.screens.search.wording import counted, pointing_at


@pytest.mark.parametrize(
    ("typed", "at", "width", "column"),
    [("ice )", 4, 80, 4), ("氷 )", 2, 80, 3), (")", 0, 80, 0), (f"{'ice ' * 20})", 80, 80, 38)],
)
def test_a_mistake_is_pointed_at(typed: str, at: int, width: int, column: int) -> None:
    error = BadQuery(
        "the query cannot be read", f"at {at} a bracket closes nothing", "leave it", at
    )
    said = pointing_at(error, typed, width)
    assert said.index("▲") == column
    assert len(said) <= width


def test_what_was_found_is_counted() -> None:
    assert counted(1, 1, more=False) == "1 hit in 1 article"
    assert counted(1200, 2400, more=True) == "2,400+ hits in 1,200+ articles"
