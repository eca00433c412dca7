"""Periods are read from years, months and days, and compared by the days that they share."""

from __future__ import annotations

import pytest

from postil.search.query.periods import (
    BadPeriod,
    Period,
    days_of,
    may_become_period,
    period,
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2015-11", "2015-11-01", "2015-11-30"),
        ("2015-6-3", "2015-06-03", "2015-06-03"),
        ("2009..2015", "2009-01-01", "2015-12-31"),
        ("..1999", "0000-01-01", "1999-12-31"),
        ("2019..", "2019-01-01", "9999-12-31"),
        ("800..900", "0800-01-01", "0900-12-31"),
        ("2015-03..2015-04-02", "2015-03-01", "2015-04-02"),
    ],
)
def test_a_period_is_read(typed: str, first: str, last: str) -> None:
    assert period(typed) == Period(first, last)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("", 0),
        ("..", 0),
        ("x", 0),
        ("2015-13", 0),
        ("2015-02-29", 0),
        ("2016..2015", 0),
        ("2015..x", 6),
        ("2015..2016-00", 6),
        ("0-02-01", 0),
        ("2015...2016", 6),
        ("12345", 0),
    ],
)
def test_what_is_no_period_is_told_by_its_place(typed: str, at: int) -> None:
    with pytest.raises(BadPeriod) as caught:
        period(typed)
    assert caught.value.at == at


def test_dates_of_articles_are_periods_too() -> None:
    assert days_of("2014-04-04T12:00:00Z") == Period("2014-04-04", "2014-04-04")
    assert days_of("2014/2015-03") == Period("2014-01-01", "2015-03-31")
    assert days_of("in spring") is None
    assert period("2014..2015").meets(Period("2015-12-31", "2016-01-01"))
    assert not period("2014").meets(period("2015"))


@pytest.mark.parametrize(
    "typed",
    ["", ".", "..", "2015.", "2015-", "2015-0", "2015-06-", "2015-06-0", "2016..2", "2016..2020-0"],
)
def test_what_is_still_typed_may_become_a_period(typed: str) -> None:
    with pytest.raises(BadPeriod):
        period(typed)
    assert may_become_period(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "x",
        "20x",
        "2015-13",
        "2015-02-30",
        "2016..2015",
        "2015..x",
        "2015...2",
        "12345",
        "x..2",
        "-",
    ],
)
def test_what_no_more_letters_make_a_period_is_a_mistake_at_once(typed: str) -> None:
    assert not may_become_period(typed)
