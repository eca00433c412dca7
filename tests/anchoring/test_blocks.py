"""Blocks of letters that stayed together, asked for from either side."""

from __future__ import annotations

import pytest

from postil.anchoring.blocks import Block, Blocks

BLOCKS = Blocks([Block(30, 0, 4), Block(2, 10, 3), Block(10, 20, 5)])
"""The last of the old text comes first in the new one."""


def test_blocks_that_continue_one_another_are_one() -> None:
    made = Blocks([Block(3, 13, 2), Block(0, 10, 3), Block(5, 16, 1), Block(7, 17, 1)])
    assert made.all == [Block(0, 10, 5), Block(5, 16, 1), Block(7, 17, 1)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (1, None),
        (2, 10),
        (4, 12),
        (5, None),
        (10, 20),
        (14, 24),
        (15, None),
        (30, 0),
        (33, 3),
        (34, None),
    ],
)
def test_a_letter_is_led_to_its_place_by_the_block_it_lies_in(old: int, new: int | None) -> None:
    """The letters right before a block and right behind it have none."""
    assert BLOCKS.letter(old) == new


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 2, []),
        (0, 3, [Block(2, 10, 1)]),
        (0, 40, [Block(2, 10, 3), Block(10, 20, 5), Block(30, 0, 4)]),
        (4, 11, [Block(4, 12, 1), Block(10, 20, 1)]),
        (5, 10, []),
        (12, 13, [Block(12, 22, 1)]),
        (34, 40, []),
    ],
)
def test_a_run_of_the_old_text_has_the_parts_of_blocks_that_lie_in_it(
    start: int, end: int, found: list[Block]
) -> None:
    assert BLOCKS.within(start, end) == found


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (0, 4, 4),
        (0, 2, 2),
        (2, 30, 10),
        (3, 11, 2),
        (4, 10, 0),
        (11, 12, 1),
        (21, 99, 4),
        (25, 99, 0),
    ],
)
def test_letters_of_the_new_text_are_taken_by_any_block_that_leads_there(
    start: int, end: int, count: int
) -> None:
    assert BLOCKS.taken(start, end) == count


def test_what_stands_before_the_first_block_does_not_hide_it() -> None:
    assert Blocks([Block(0, 5, 3), Block(10, 20, 4)]).taken(0, 10) == 3
    assert Blocks([]).taken(0, 10) == 0
