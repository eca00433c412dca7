from __future__ import annotations

import pytest

from postil.lexicon.dates_in_text import dates, full_year, read_date
from postil.model.source import Date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lamb, Herald, May 3, 2001, p. 4", ["May 3, 2001"]),
        ("Le Figaro, 1er mars 2007", ["1er mars 2007"]),
        ("El País, 15 de agosto de 2019", ["15 de agosto de 2019"]),
        ("Die Zeit, 5. Dezember 1996", ["5. Dezember 1996"]),
        ("明報, 2001年5月3日", ["2001年5月3日"]),
        ("It may rain in Leith", []),
    ],
)
def test_dates_are_found_in_any_language(text: str, found: list[str]) -> None:
    assert [match[0] for match in dates(text).finditer(text)] == found


@pytest.mark.parametrize(
    ("text", "date", "ambiguous"),
    [
        ("May 3, 2001", Date(2001, 5, 3), False),
        ("1er mars 2007", Date(2007, 3, 1), False),
        ("15 de agosto de 2019", Date(2019, 8, 15), False),
        ("5. Dezember 1996", Date(1996, 12, 5), False),
        ("2001年5月3日", Date(2001, 5, 3), False),
        ("4/6/02", Date(2002, 4, 6), True),
        ("4/4/02", Date(2002, 4, 4), False),
        ("11/28/03", Date(2003, 11, 28), False),
        ("28/11/03", Date(2003, 11, 28), False),
        ("4.6.02", Date(2002, 6, 4), False),
        ("May 3 ’01", Date(2001, 5, 3), False),
        ("Monday, May 3, 2001 at 10:30 GMT", Date(2001, 5, 3), False),
        ("soon", None, False),
    ],
)
def test_dates_are_read(text: str, date: Date | None, ambiguous: bool) -> None:
    assert read_date(text) == (date, ambiguous)


def test_two_digits_below_fifty_are_of_this_century() -> None:
    assert full_year(49) == 2049
    assert full_year(50) == 1950
