"""Upper and lower case."""

from __future__ import annotations

import pytest

from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "the rain in spain: a study of wind", "The Rain in Spain: A Study of Wind"),
        ("title", "THE RAIN IN SPAIN", "THE RAIN IN SPAIN"),
        ("title", "UK rain", "UK Rain"),
        ("sentence", "The Rain In Spain", "The rain in spain"),
        ("capitalize-first", "“the rain”", "“The rain”"),
        ("uppercase", "rain <span class=\"nocase\">iPod</span>", "RAIN iPod"),
        ("lowercase", "RAIN", "rain"),
        ("capitalize-all", "the rain in", "The Rain In"),
    ],
)  # fmt: skip
def test_upper_and_lower_case(case: str, title: str, expected: str) -> None:
    assert field(f'<text variable="title" text-case="{case}"/>', title=title) == expected
