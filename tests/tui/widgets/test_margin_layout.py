"""Where notes stand in the margin."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.tui.widgets.margin_layout import arrange

NOTES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("wanted", "heights", "fixed", "rows"),
    [
        ([], [], -1, []),
        ([3], [2], -1, [3]),
        ([3, 10], [2, 2], -1, [3, 10]),
        ([3, 4], [2, 2], -1, [3, 6]),
        ([3, 4, 5], [1, 1, 1], -1, [3, 5, 7]),
        ([5, 6], [3, 2], 1, [2, 6]),
        ([5, 6, 7], [1, 1, 1], 1, [4, 6, 8]),
        ([0, 1, 2], [1, 1, 1], 2, [0, 2, 4]),
        ([18, 19], [3, 3], -1, [13, 17]),
        ([-6], [3], 0, [0]),
        ([19], [30], 0, [0]),
        ([2, 3], [15, 15], 1, [-13, 3]),
    ],
)
def test_notes_stand_beside_their_passages_and_make_way(
    wanted: list[int], heights: list[int], fixed: int, rows: list[int]
) -> None:
    assert arrange(wanted, heights, 20, fixed) == rows


@given(NOTES, st.integers(-1, 7), st.integers(1, 60))
def test_none_lies_upon_another(notes: list[tuple[int, int]], fixed: int, room: int) -> None:
    notes.sort()
    heights = [height for _, height in notes]
    rows = arrange([want for want, _ in notes], heights, room, fixed)
    for (row, height), (following, _) in pairwise(zip(rows, heights, strict=True)):
        assert row + height < following


@given(NOTES, st.integers(-1, 7))
def test_all_are_in_sight_where_there_is_room_for_all(
    notes: list[tuple[int, int]], fixed: int
) -> None:
    notes.sort()
    heights = [height for _, height in notes]
    room = sum(heights) + len(heights) - 1
    for spare in (0, 5, 40):
        rows = arrange([want for want, _ in notes], heights, room + spare, fixed)
        assert rows[0] >= 0
        assert rows[-1] + heights[-1] <= room + spare
