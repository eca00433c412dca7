"""Where the back matter of a text begins: each limit with a case on either side."""

from __future__ import annotations

import pytest

from postil.document.article.back_matter import find_back_matter

PROSE = ["w" * 500] * 4
CREDIT = "Image sources: the quay museum"
UPDATED = "Updated in June 2018"
LINE = "A line like any other."


def begins(*texts: str) -> int | None:
    """Return the index of the first block of the back matter, or None."""
    found = find_back_matter(texts)
    return None if found == len(texts) else found


@pytest.mark.parametrize(
    "line",
    [
        CREDIT,
        UPDATED,
        "Last modified: 4 May 2020",
        "This page may be under copyright",
        "© 2018 Quay Herald",
        "Copyright 2018",
        "All rights reserved",
        "*** END OF THE PROJECT GUTENBERG EBOOK",
        "Page Top",
    ],
)
def test_lines_that_begin_it(line: str) -> None:
    assert begins(*PROSE, line) == 4


@pytest.mark.parametrize(
    "line", ["The image of a quay", "It was updated in 2018", "Copyright is odd"]
)
def test_lines_that_do_not(line: str) -> None:
    assert begins(*PROSE, line) is None


def test_it_begins_among_the_last_twenty_four_blocks() -> None:
    lines = [CREDIT, "a", "a", "a"] * 6
    assert begins(*PROSE, *lines) == 4
    assert begins(*PROSE, CREDIT, *lines) == 5


@pytest.mark.parametrize(("between", "first"), [(3, 4), (4, 9)])
def test_three_ordinary_blocks_may_stand_within_it(between: int, first: int) -> None:
    assert begins(*PROSE, CREDIT, *[LINE] * between, UPDATED) == first


@pytest.mark.parametrize(("size", "first"), [(350, 2), (351, None)])
def test_it_is_a_bit_more_than_a_third_at_the_most(size: int, first: int | None) -> None:
    body = 1000 - size
    before = ["w" * (body // 2), "w" * (body - body // 2)]
    assert begins(*before, CREDIT.ljust(size, "s")) == first


@pytest.mark.parametrize(("size", "first"), [(400, 2), (399, None)])
def test_a_text_stands_before_it(size: int, first: int | None) -> None:
    assert begins("w" * 100, "w" * (size - 100), CREDIT) == first


def test_two_blocks_stand_before_it() -> None:
    assert begins("w" * 500, CREDIT) is None
    assert begins("w" * 500, "w", CREDIT) == 2


@pytest.mark.parametrize(
    ("above", "first"),
    [("18. Full Copyright Statement", None), ("Copyright Notice", None), ("A line above", 4)],
)
def test_a_section_on_copying_is_none(above: str, first: int | None) -> None:
    assert begins(*PROSE[:-1], above, "Copyright (C) The Harbour Society (2003).") == first
