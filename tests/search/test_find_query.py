"""What is looked for, and when that is nothing."""

from __future__ import annotations

import pytest

from postil.search.find import Query


@pytest.mark.parametrize(
    ("typed", "regex", "blank"),
    [
        ("", False, True),
        (" \t", False, True),
        ("a", False, False),
        ("", True, True),
        (" ", True, False),
        ("a", True, False),
    ],
)
def test_blanks_are_something_to_find_in_a_pattern_alone(
    typed: str, regex: bool, blank: bool
) -> None:
    assert Query(typed, regex).blank == blank
