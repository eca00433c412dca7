"""Going back and forth through the places that were jumped from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.library.base.jumps import KEPT, Jumps

PLACES = st.lists(st.integers(0, 9), max_size=20)


def walked(*places: int) -> Jumps[int]:
    """Leave these places, one after the other."""
    jumps = Jumps[int]()
    for place in places:
        jumps.leave(place)
    return jumps


def test_nothing_to_go_back_to() -> None:
    assert Jumps[int]().back(5) is None
    assert Jumps[int]().forward(5) is None


def test_back_and_forth() -> None:
    jumps = walked(1, 2, 3)
    assert [jumps.back(4), jumps.back(3), jumps.back(2), jumps.back(1)] == [3, 2, 1, None]
    assert [jumps.forward(1), jumps.forward(2), jumps.forward(3)] == [2, 3, 4]
    assert jumps.forward(4) is None


def test_a_count_takes_several_steps_and_ends_at_the_last() -> None:
    assert walked(1, 2, 3).back(4, 2) == 2
    jumps = walked(1, 2, 3)
    assert jumps.back(4, 9) == 1
    assert jumps.forward(1, 9) == 4


def test_the_place_where_one_is_counts_as_no_step() -> None:
    jumps = walked(1, 2, 2, 3)
    assert jumps.back(3) == 2
    assert jumps.back(2) == 1


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = walked(1, 2)
    jumps.back(3)
    jumps.leave(2)
    assert jumps.forward(7) is None
    assert jumps.back(7) == 2


def test_no_more_are_kept_than_anybody_goes_back() -> None:
    jumps = walked(*range(KEPT * 2))
    assert len(jumps.behind) == KEPT
    assert jumps.back(-1) == KEPT * 2 - 1


@given(PLACES, st.integers(0, 9), st.integers(1, 30))
def test_whoever_goes_back_comes_forward_to_where_they_were(
    places: list[int], here: int, count: int
) -> None:
    jumps = walked(*places)
    place = jumps.back(here, count)
    if place is None:
        assert set(places) <= {here}
        return
    assert jumps.forward(place, count) == here
