"""A mistake is pointed at where it stands, also where the words for it reach to the edge."""

from __future__ import annotations

import pytest

from postil.errors import BadQuery
from postil.tui.screens.listing.wording import mistake


@pytest.mark.parametrize(
    ("typed", "at", "width", "column"),
    [("ice )", 4, 80, 4), ("氷 )", 2, 80, 3), (")", 0, 80, 0), (f"{'ice ' * 20})", 80, 80, 38)],
)
def test_a_mistake_is_pointed_at(typed: str, at: int, width: int, column: int) -> None:
    error = BadQuery(
        "the query cannot be read", f"at {at} a bracket closes nothing", "leave it", at
    )
    said = mistake(error, typed, width)
    assert said.index("▲") == column
    assert len(said) <= width
