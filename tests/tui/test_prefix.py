"""Counts, and prefixes that a letter follows."""

from __future__ import annotations

import pytest

from postil.tui.prefix import LARGEST_COUNT, Pending


def counted(digits: str) -> Pending:
    pending = Pending()
    for digit in digits:
        pending.add_digit(digit)
    return pending


def test_nothing_is_waited_for_at_first() -> None:
    pending = Pending()
    assert not pending
    assert pending.shown == ""
    assert pending.take_count() == 1
    assert pending.take_count(0) == 0


@pytest.mark.parametrize(
    ("digits", "count"), [("5", 5), ("10", 10), ("9999", LARGEST_COUNT), ("123456", 1234)]
)
def test_digits_make_a_count_that_has_an_end(digits: str, count: int) -> None:
    pending = counted(digits)
    assert pending
    assert pending.shown.startswith(f"{count}…")
    assert pending.take_count() == count
    assert not pending
    assert pending.take_count() == 1


def test_a_prefix_is_shown_with_what_may_follow() -> None:
    pending = Pending()
    pending.begin("M", "a letter")
    assert pending
    assert pending.shown == "M…  a letter"


def test_a_count_may_stand_before_a_prefix() -> None:
    pending = counted("3")
    pending.begin("f", "a letter")
    assert pending.shown == "3f…  a letter"
    pending.clear()
    assert not pending
    assert pending.shown == ""
    assert pending.take_count() == 1
