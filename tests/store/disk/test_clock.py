from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.store.disk.clock import (
    ALPHABET,
    STAMP_FORM,
    Clock,
    new_device,
    new_id,
    now,
    number,
    spelled,
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


def test_a_stamp_from_ahead_is_passed() -> None:
    ahead = "2999-12-31T23:59:59.999Z-ffff-zzzzzzzzzz"
    clock = Clock("0123456789")
    clock.observe(ahead)
    assert clock.tick() > ahead


@pytest.mark.parametrize(
    "stamp", ["", "nonsense", "2999-13-01T00:00:00.000Z-0000-0123456789", "9999" + "x" * 36]
)
def test_what_is_no_stamp_is_passed_over(stamp: str) -> None:
    clock = Clock("0123456789", lambda: 0)
    clock.observe(stamp)
    assert clock.tick().startswith("1970-01-01T00:00:00.")
