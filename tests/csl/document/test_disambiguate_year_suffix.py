"""The letter that tells two works of one year apart stands where a style wants it."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import Item, person, processor

ANN = person("Ann", "Archer")
WORKS: list[Item] = [
    {"id": one, "author": [ANN], "title": title, "issued": {"date-parts": [[2001]]}}
    for one, title in (("x", "Arrows"), ("y", "Bows"))
]
NAMED = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
LETTER = '<text variable="year-suffix" prefix=" (" suffix=")"/>'


@pytest.mark.parametrize(
    ("layout", "cited"),
    [
        (NAMED + YEAR, ["Archer 2001a", "Archer 2001b"]),
        (NAMED + YEAR + LETTER, ["Archer 2001 (a)", "Archer 2001 (b)"]),
        (LETTER + NAMED + YEAR, [" (a)Archer 2001", " (b)Archer 2001"]),
    ],
)
def test_the_letter_stands_behind_the_year_or_where_it_is_asked_for(
    layout: str, cited: list[str]
) -> None:
    parts = (
        f'<citation disambiguate-add-year-suffix="true"><layout>{layout}</layout></citation>'
        f"<bibliography><layout>{layout}</layout></bibliography>"
    )
    made = processor(parts, WORKS)
    assert made.cited([Citation([Cite(one)]) for one in ("x", "y")]) == cited


def test_a_work_of_its_own_year_has_no_letter() -> None:
    parts = (
        '<citation disambiguate-add-year-suffix="true">'
        f"<layout>{NAMED}{YEAR}{LETTER}</layout></citation>"
    )
    assert processor(parts, WORKS[:1]).cited([Citation([Cite("x")])]) == ["Archer 2001"]
