from __future__ import annotations

import pytest

from postil.caret.positions import TextPosition, filled, last_of, offset_of, position_of
from tests.caret.articles import article

READ = article("", "ab", "", "e\u0301f", "")
"""Blocks at the offsets 0, 2, 6, 8 and 13."""


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, (1, 0)),  # a block without text: the next one that has some
        (3, (1, 1)),
        (4, (1, 1)),  # behind the last character, as on a joint
        (5, (1, 1)),
        (6, (3, 0)),
        (9, (3, 0)),  # a mark belongs to its letter
        (10, (3, 2)),
        (13, (3, 2)),  # no text follows: the last character before
        (99, (3, 2)),
    ],
)
def test_the_nearest_position_is_a_whole_character(offset: int, position: tuple[int, int]) -> None:
    assert position_of(READ, offset) == position


def test_without_text_there_is_no_position() -> None:
    assert position_of(article(), 0) is None
    assert position_of(article("", ""), 2) is None


def test_a_position_has_one_offset() -> None:
    assert offset_of(READ, TextPosition(3, 2)) == 10
    assert last_of(READ, 3) == (3, 2)
    assert (filled(READ, 1, 1), filled(READ, 3, 1), filled(READ, 1, -1)) == (3, None, None)
