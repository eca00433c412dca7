"""A line that would begin a list in Markdown begins none."""

from __future__ import annotations

import pytest

from postil.cite.quotation.quotation import escaped


@pytest.mark.parametrize(
    ("plain", "safe"),
    [
        ("1. one", "1\\. one"),
        ("1) one", "1\\) one"),
        ("12)", "12\\)"),
        ("  3) three", "  3\\) three"),
        ("said\n4) four", "said\n4\\) four"),
        ("5)five", "5)five"),
        ("1234567890) ten", "1234567890) ten"),
        ("in 1948) no", "in 1948) no"),
    ],
)
def test_numbers_with_a_stop_or_a_bracket_begin_no_list(plain: str, safe: str) -> None:
    assert escaped(plain) == safe
