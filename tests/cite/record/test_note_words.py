"""Names, dates and titles in the words of a note."""

from __future__ import annotations

import pytest

from postil.cite.record.note_words import date_words, enumerated, joined, names_words, with_stop
from postil.model.source import Date, Name


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (None, ""),
        (Date(2015), "2015"),
        (Date(2015, 1), "January 2015"),
        (Date(2015, 1, 24), "January 24, 2015"),
        (Date(2015, 1, 2, until=Date(2015, 1, 5)), "January 2–5, 2015"),
        (Date(2015, 1, until=Date(2015, 3)), "January–March 2015"),
        (Date(2015, 1, 30, until=Date(2015, 2, 2)), "January 30–February 2, 2015"),
        (Date(2014, 12, until=Date(2015, 1)), "December 2014–January 2015"),
    ],
)
def test_dates(date: Date | None, expected: str) -> None:
    assert date_words(date) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, ""), (1, "Ann A"), (2, "Ann A and Ben B"), (3, "Ann A, Ben B, and Cat C"),
     (4, "Ann A et al.")],
)  # fmt: skip
def test_more_than_three_authors_are_not_all_named(count: int, expected: str) -> None:
    names = [Name("A", "Ann"), Name("B", "Ben"), Name("C", "Cat"), Name("D", "Dan")]
    assert names_words(names[:count]) == expected


def test_several_originals_are_parted_by_semicolons() -> None:
    assert enumerated(["A, b", "C, d"]) == "A, b, and C, d"
    assert enumerated(["A", "B", "C"]) == "A; B; and C"


@pytest.mark.parametrize(
    ("part", "stop", "expected"),
    [
        ("Tides", ",", "Tides,"),
        ("“Tides”", ",", "“Tides,”"),
        ("“Tides.”", ",", "“Tides,”"),
        ("“Who?”", ".", "“Who?”"),
        ("[“Tides”](x)", ",", "[“Tides,”](x)"),
        ("Co.", ".", "Co."),
    ],
)
def test_a_stop_stands_once_within_the_marks(part: str, stop: str, expected: str) -> None:
    assert with_stop(part, stop) == expected


def test_parts_that_are_empty_are_not_joined() -> None:
    assert joined(("Ann", "", "“Tides”", "2015")) == "Ann, “Tides,” 2015"
