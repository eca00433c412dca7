"""Dates in CSL-JSON: parts, seasons, and dates that are only written out."""

from __future__ import annotations

import pytest

from postil.csl.data.items import Date, Day
from postil.csl.data.read_dates import read_date, read_raw


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [[2015, 1, 24]]}, Date(Day(2015, 1, 24))),
        ({"date-parts": [["2015", "1"], [2016]]}, Date(Day(2015, 1), Day(2016))),
        ({"date-parts": [[2015, 25]]}, Date(Day(2015))),
        ({"date-parts": [[2015, 14]]}, Date(Day(2015, 14))),
        ({"date-parts": [[2015, 22]]}, Date(Day(2015, 14))),
        ({"date-parts": [[2015, 1, 32]]}, Date(Day(2015, 1))),
        ({"date-parts": [[2015]], "season": "Summer"}, Date(Day(2015, 14))),
        ({"date-parts": [[2015]], "circa": 1}, Date(Day(2015), circa=True)),
        ({"date-parts": [[2015]], "circa": "false"}, Date(Day(2015))),
        ({"date-parts": [["soon"]]}, None),
        ({"literal": "long ago"}, Date(literal="long ago")),
        (2015, None),
    ],
)
def test_dates(value: object, expected: Date | None) -> None:
    assert read_date(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-03-09", Date(Day(2015, 3, 9))),
        ("2015-03-09T10:00", Date(Day(2015, 3, 9))),
        ("3/9/2015", Date(Day(2015, 3, 9))),
        ("9 March 2015", Date(Day(2015, 3, 9))),
        ("Spring 2015", Date(Day(2015, 13))),
        ("circa 1850", Date(Day(1850), circa=True)),
        ("1850?", Date(Day(1850), circa=True)),
        ("1999/2001", Date(Day(1999), Day(2001))),
        ("1999-2001", Date(Day(1999), Day(2001))),
        ("-44", Date(Day(-44))),
        ("2015 and 2016", Date(literal="2015 and 2016")),
        ("12", Date(Day(12))),
        ("1" * 201, Date(literal="1" * 201)),
    ],
)
def test_dates_that_are_written_out(text: str, expected: Date) -> None:
    assert read_raw(text) == expected
