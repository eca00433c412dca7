"""Dates of every shape, in the words of a language or of a style."""

from __future__ import annotations

import pytest

from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2015, 1, 24]]}, "January 24, 2015"),
        ({"date-parts": [["2015", "02"]]}, "February 2015"),
        ({"date-parts": [[-44, 3, 15]]}, "March 15, 44BC"),
        ({"date-parts": [[79]]}, "79AD"),
        ({"date-parts": [[2015, 1, 2], [2015, 1, 5]]}, "January 2–5, 2015"),
        ({"date-parts": [[2015, 1, 2], [2015, 3, 5]]}, "January 2–March 5, 2015"),
        ({"date-parts": [[2014, 12], [2015, 1]]}, "12 2014–January 2015"),
        ({"date-parts": [[2015]], "season": 4}, "Winter 2015"),
        ({"raw": "2015-03-09"}, "March 9, 2015"),
        ({"literal": "the rainy season"}, "the rainy season"),
        ({"date-parts": [["soon"]]}, ""),
        ("nonsense", "nonsense"),
    ],
)
def test_dates(issued: object, expected: str) -> None:
    assert field('<date variable="issued" form="text"/>', issued=issued) == expected


def test_a_date_in_the_words_of_the_style() -> None:
    element = (
        '<date variable="issued" delimiter="-"><date-part name="year" form="short"/>'
        '<date-part name="month" form="numeric-leading-zeros"/>'
        '<date-part name="day" form="ordinal"/></date>'
    )
    assert field(element, issued={"date-parts": [[2015, 1, 2]]}) == "15-01-2nd"


def test_a_season_stands_for_the_month_in_any_form() -> None:
    parts = '<date-part name="month" form="numeric" suffix="/"/><date-part name="year"/>'
    element = f'<date variable="issued">{parts}</date>'
    assert field(element, issued={"date-parts": [[1996]], "season": 4}) == "Winter/1996"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ('<date-part name="year" prefix="(" suffix=")"/>', "(the rainy season)"),
        ('<date-part name="year" font-weight="bold"/>', "<b>the rainy season</b>"),
        ('<date-part name="year" suffix="-"/><date-part name="month"/>', "the rainy season"),
    ],
)
def test_a_date_that_is_written_out_looks_like_its_year(parts: str, expected: str) -> None:
    layout = f'<date variable="issued">{parts}</date>'
    assert field(layout, issued={"literal": "the rainy season"}) == expected


def test_a_range_whose_delimiter_is_empty_has_the_usual_one() -> None:
    layout = (
        '<date variable="issued" form="text"><date-part name="month" range-delimiter=""/></date>'
    )
    issued = {"date-parts": [[2015, 1, 2], [2015, 3, 5]]}
    assert field(layout, issued=issued) == "January 2\u2013March 5, 2015"
