"""Names of outlets are known in whatever marks and commas they stand."""

from __future__ import annotations

import pytest

from postil.lexicon.outlet_rules import folded, is_agency, is_known


@pytest.mark.parametrize(
    "name",
    [
        "Reuters",
        "reuters",
        "“Reuters”",
        '"Reuters"',
        "Reuters,",
        "(Reuters)",
        " Reuters;",
        "Reuters:",
    ],
)
def test_an_agency_is_known_within_marks(name: str) -> None:
    assert is_agency(name)
    assert is_known(name)


@pytest.mark.parametrize("name", ["Reuters’", "Reuter", "[Reuters]", ""])
def test_what_is_spelled_otherwise_is_another_name(name: str) -> None:
    assert not is_agency(name)


def test_a_leading_article_and_capitals_are_no_part_of_a_name() -> None:
    assert folded("The Quay Herald") == folded("quay herald ") == "quay herald"
    assert folded("Theatre Weekly") == "theatre weekly"
