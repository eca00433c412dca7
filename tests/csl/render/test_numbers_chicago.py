"""Pages are shortened as two editions of the Chicago Manual do, which differ in one way."""

from __future__ import annotations

import pytest

from tests.csl.rendering import cite


def pages(written: str, form: str) -> str:
    layout = '<text variable="page"/>'
    attributes = f'class="in-text" page-range-format="{form}"'
    return cite(layout, [{"id": "a", "page": written}], attributes=attributes)


@pytest.mark.parametrize(
    ("written", "older", "newer"),
    [
        ("3-10", "3–10", "3–10"),
        ("71-72", "71–72", "71–72"),
        ("100-104", "100–104", "100–104"),
        ("1100-1113", "1100–1113", "1100–1113"),
        ("107-108", "107–8", "107–8"),
        ("505-517", "505–17", "505–17"),
        ("321-325", "321–25", "321–25"),
        ("1087-1089", "1087–89", "1087–89"),
        ("1496-1500", "1496–1500", "1496–500"),
        ("11564-11615", "11564–615", "11564–615"),
        ("12991-13001", "12991–3001", "12991–3001"),
    ],
)
def test_four_figures_of_which_three_change_are_whole_in_the_older_edition_alone(
    written: str, older: str, newer: str
) -> None:
    """Up to two changed figures of four, and any number of five, are alike in both: 9.61, 9.64."""
    assert pages(written, "chicago") == pages(written, "chicago-15") == older
    assert pages(written, "chicago-16") == newer
