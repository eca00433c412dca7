"""By what the kind of a source was told."""

from __future__ import annotations

import pytest

from tests.attribution.parsing.test_explain import told


@pytest.mark.parametrize(
    ("bracket", "how"),
    [
        ("Mary Lamb, Quay Herald, May 3, 2001", "by what published it"),
        ("Quay Herald", "by what published it"),
        ("https://herald.example/tides", "only an address"),
        ("Mary Lamb, 1997", "by what is named"),
    ],
)
def test_the_kind_of_a_source_is_explained(bracket: str, how: str) -> None:
    assert told(f"It rained. [Source: {bracket}]")["type"][1] == how
