"""A limit in strides tells work that grows with its input from work that grows faster."""

from __future__ import annotations

import time

import pytest

from tests.support.effort import at_most, stride


def pairs(size: int) -> int:
    """Return how many pairs of numbers are equal, in the slowest way."""
    return sum(one == other for one in range(size) for other in range(size))


def test_work_within_its_strides_is_let_through() -> None:
    with at_most(50):
        pairs(100)


def test_work_beyond_its_strides_is_named_with_both_times() -> None:
    with pytest.raises(AssertionError, match=r"seconds, though 0\.0\d+ are allowed"), at_most(1):
        pairs(2000)


def test_waiting_costs_nothing() -> None:
    with at_most(20):
        time.sleep(100 * stride())
