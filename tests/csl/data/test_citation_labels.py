"""Labels of items that bring none."""

from __future__ import annotations

import pytest

from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["Archer"], "Arch09"),
        (["Archer", "van Baker"], "ArBa09"),
        (["Archer", "Baker", "Cooper"], "ArBC09"),
        (["Archer", "Baker", "Cooper", "Dyer", "Eaton"], "ABCD09"),
        ([], "Rain09"),
    ],
)
def test_a_label_is_made_for_what_brings_none(people: list[str], expected: str) -> None:
    author = [{"family": one, "given": "A"} for one in people]
    issued = {"date-parts": [[2009]]}
    layout = '<text variable="citation-label"/>'
    assert field(layout, author=author, issued=issued, title="rain in Spain") == expected
    assert field(layout, citation_label="Rn1", issued=issued) == "Rn1"
