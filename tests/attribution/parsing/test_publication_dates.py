from __future__ import annotations

import pytest

from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.publication_dates import (
    drop_no_date,
    extract_access_date,
    extract_dates,
)
from postil.model.source import Date
from tests.attribution.readable import readable

MAY_3 = Date(2001, 5, 3)


@pytest.mark.parametrize(
    ("text", "accessed", "rest"),
    [
        ("Herald, retrieved 3 May 2012", Date(2012, 5, 3), "Herald, -"),
        ("Herald, last visited on 2012", Date(2012), "Herald, -"),
        ("Herald [2012-05-03]", Date(2012, 5, 3), "Herald"),
        ("Herald, retrieved from the quay", None, "Herald, retrieved from the quay"),
    ],
)
def test_the_day_of_access_is_taken(text: str, accessed: Date | None, rest: str) -> None:
    found = Extraction.of(text)
    extract_access_date(found)
    assert (found.accessed, readable(found.rest)) == (accessed, rest)


@pytest.mark.parametrize(
    ("text", "dates", "rest"),
    [
        ("Herald, Spring 1994", [Date(1994)], "Herald, D"),
        ("Herald, ca. 1994", [Date(1994)], "Herald, D"),
        ("Herald, May 3, 2001", [MAY_3], "Herald, D"),
        ("Herald, Posted on May 3, 2001", [MAY_3], "Herald, D"),
        ("Herald, Updated: May 3, 2001", [MAY_3], "Herald, D"),
        ("Herald, Mid-May 2001", [Date(2001, 5)], "Herald, D"),
        ("Lamb, Herald 1994, p. 3", [Date(1994)], "Lamb, Herald D, p. 3"),
        ("1994 Herald", [Date(1994)], "D Herald"),
        ("Herald, 1997-98", [Date(1997, until=Date(1998))], "Herald, D"),
        ("Herald 1994 Yearbook, Quay", [], "Herald 1994 Yearbook, Quay"),
        ("Herald, May 3", [], "Herald, -"),
        ("Herald, 1998-97", [], "Herald, 1998-97"),
    ],
)
def test_dates_are_taken(text: str, dates: list[Date], rest: str) -> None:
    found = Extraction.of(text)
    extract_dates(found)
    assert (found.dates, readable(found.rest), found.problems) == (dates, rest, [])


def test_a_date_that_can_be_read_in_two_ways_is_said_to_be() -> None:
    found = Extraction.of("Herald, 4/6/02")
    extract_dates(found)
    assert (found.dates, found.problems) == ([Date(2002, 4, 6)], ["ambiguous-date"])


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Lamb (n.d.), Herald", "Lamb ( -), Herald"),
        ("Herald, no date", "Herald, -"),
        ("No date for Lamb", "No date for Lamb"),
    ],
)
def test_words_for_no_date_are_left_out(text: str, rest: str) -> None:
    found = Extraction.of(text)
    drop_no_date(found)
    assert readable(found.rest) == rest
