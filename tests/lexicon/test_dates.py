"""Dates as articles write them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.lexicon.dates import parse_date
from postil.model.source import Date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", Date(2021)),
        ("2021-07", Date(2021, 7)),
        ("2021-07-04", Date(2021, 7, 4)),
        ("2021-07-04T10:30:00Z", Date(2021, 7, 4)),
        ("2021/7/4", Date(2021, 7, 4)),
        ("July 24, 2021", Date(2021, 7, 24)),
        ("July 04, 2021", Date(2021, 7, 4)),
        ("July 24 2021.", Date(2021, 7, 24)),
        ("Saturday, July 24, 2021", Date(2021, 7, 24)),
        ("24 July 2021", Date(2021, 7, 24)),
        ("the 3rd of March 1901", Date(1901, 3, 3)),
        ("Sept. 9, 2010", Date(2010, 9, 9)),
        ("9 Dec 2010", Date(2010, 12, 9)),
        ("JULY 2021", Date(2021, 7)),
        ("July, 2021", Date(2021, 7)),
        ("2021 July 24", Date(2021, 7, 24)),
        ("July 3-5, 2012", Date(2012, 7, 3, until=Date(2012, 7, 5))),
        ("3–5 July 2012", Date(2012, 7, 3, until=Date(2012, 7, 5))),
        ("July 30 – August 2, 2012", Date(2012, 7, 30, until=Date(2012, 8, 2))),
        ("December 30, 2011 to January 2, 2012", Date(2011, 12, 30, until=Date(2012, 1, 2))),
        ("30 July - 2 August 2012", Date(2012, 7, 30, until=Date(2012, 8, 2))),
        ("July-August 2012", Date(2012, 7, until=Date(2012, 8))),
        ("2010–2012", Date(2010, until=Date(2012))),
    ],
)
def test_a_date_is_read(text: str, expected: Date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "March",
        "7/4/2012",
        "February 30, 2012",
        "2021-13",
        "2021-02-29",
        "Maybe 3, 2012",
        "July 5-3, 2012",
        "2012-2010",
        "99",
        "in July 2021 and later",
        "Forward 2012",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=100))
def test_nothing_raises(text: str) -> None:
    parse_date(text)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_iso_dates_come_back(day: date) -> None:
    assert parse_date(day.isoformat()) == Date(day.year, day.month, day.day)


@pytest.mark.parametrize("year", [1600, 1900, 1999, 2000, 2023, 2024, 2100])
def test_a_month_has_as_many_days_as_the_calendar_says(year: int) -> None:
    for month in range(1, 13):
        last = monthrange(year, month)[1]
        assert parse_date(f"{year}-{month:02}-{last}") == Date(year, month, last)
        assert parse_date(f"{year}-{month:02}-{last + 1}") is None
