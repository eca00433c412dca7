from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.store.disk.clock import (
    ALPHABET,
    STAMP_FORM,
    Clock,
    latest,
    new_device,
    new_id,
    now,
    number,
    sound_stamp,
    spelled,
    time_of,
)

BITS = st.integers(0, (1 << 128) - 1)


@given(BITS, BITS)
def test_ids_are_their_numbers_and_sort_like_them(one: int, other: int) -> None:
    assert number(spelled(one)) == one
    assert len(spelled(one)) == 26
    assert (spelled(one) < spelled(other)) == (one < other)


def test_an_id_is_a_uuid_of_version_7() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    for value in map(number, ids):
        assert (value >> 76 & 15, value >> 62 & 3) == (7, 2)
    moment = datetime.fromisoformat(now()).timestamp() * 1000
    assert abs(moment - (number(ids[-1]) >> 80)) < 5000


@pytest.mark.parametrize("wrong", ["", "0" * 25, "0" * 27, "8" + "0" * 25, "i" * 26, "É" * 26])
def test_what_is_no_id(wrong: str) -> None:
    with pytest.raises(ValueError, match="no id"):
        number(wrong)


def test_devices_are_random() -> None:
    assert len({new_device() for _ in range(100)}) == 100
    assert set(new_device()) <= set(ALPHABET)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30))
def test_stamps_only_grow_whatever_the_clock_does(moments: list[int]) -> None:
    pending = iter(moments)
    clock = Clock("0123456789", lambda: next(pending))
    stamps = [clock.tick() for _ in moments]
    assert stamps == sorted(set(stamps))
    assert all(STAMP_FORM.fullmatch(stamp) for stamp in stamps)


def ahead(days: float, device: str = "zzzzzzzzzz") -> str:
    """Return a stamp of a clock that runs ahead by so many days."""
    moment = datetime.now(UTC) + timedelta(days=days)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.999Z-ffff-{device}"


def test_a_stamp_from_a_little_ahead_is_passed() -> None:
    clock = Clock("0123456789")
    clock.observe(ahead(1))
    assert clock.tick() > ahead(1)


@pytest.mark.parametrize(
    "stamp",
    [
        *("", "nonsense", "9999" + "x" * 36),
        *("2999-13-01T00:00:00.000Z-0000-0123456789", "2026-02-30T00:00:00.000Z-0000-0123456789"),
        *("0000-01-01T00:00:00.000Z-0000-0123456789", "٢٠٢٦-01-01T00:00:00.000Z-0000-0123456789"),
    ],
)
def test_what_is_no_stamp_is_passed_over(stamp: str) -> None:
    clock = Clock("0123456789", lambda: 0)
    clock.observe(stamp)
    assert clock.tick().startswith("1970-01-01T00:00:00.")
    assert not stamp or sound_stamp(stamp, "9") is None


@pytest.mark.parametrize("days", [5, 400, None])
def test_a_clock_that_runs_far_ahead_is_not_followed(days: int | None) -> None:
    stamp = ahead(days) if days else "8999-12-31T23:59:59.999Z-ffff-bbbbbbbbbb"
    clock = Clock("0123456789")
    clock.observe(stamp)
    assert clock.tick() < ahead(1)
    assert sound_stamp(stamp, latest()) == f"!{stamp}"


def test_a_stamp_whose_time_has_come_is_one_like_any_other() -> None:
    stamp = ahead(2)
    assert sound_stamp(f"!{stamp}", latest()) == sound_stamp(stamp, latest()) == stamp
    assert sound_stamp("", latest()) == ""
    assert time_of(f"!{stamp}") == time_of(stamp)
