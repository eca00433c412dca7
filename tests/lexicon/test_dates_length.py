"""What is too long for a date is not looked at for one."""

from __future__ import annotations

import pytest

from postil.lexicon.dates import parse_date
from postil.model.source import Date

LONG = "September 24th, 2014 through September 30th, 2015"


@pytest.mark.parametrize("spaces", [1, 20])
def test_a_date_may_be_long_and_blanks_do_not_count(spaces: int) -> None:
    assert 40 < len(LONG) <= 80
    found = Date(2014, 9, 24, until=Date(2015, 9, 30))
    assert parse_date(LONG.replace(" ", " " * spaces)) == found


def test_more_than_eighty_code_points_are_no_date() -> None:
    """No date is so long that a sensible one would be refused."""
    assert parse_date("May 3, " + "0" * 80 + "2001") is None
