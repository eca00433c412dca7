from __future__ import annotations

import pytest

from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.locators import (
    drop_editions,
    extract_page,
    extract_volume_and_pages,
)
from tests.attribution.readable import readable


@pytest.mark.parametrize(
    ("text", "page", "rest"),
    [
        ("Herald, p. 4", "4", "Herald, -"),
        ("Herald, pp. 12 – 14", "12–14", "Herald, -"),
        ("Herald, page A12", "A12", "Herald, -"),
        ("Knots, p. xii.", "xii", "Knots, - ."),
        ("Page Six, Herald", "", "Page Six, Herald"),
    ],
)
def test_pages_are_taken(text: str, page: str, rest: str) -> None:
    found = Extraction.of(text)
    extract_page(found)
    assert (found.page, readable(found.rest)) == (page, rest)


@pytest.mark.parametrize(
    ("text", "page", "rest"),
    [
        ("Rope Studies 14, no. 2 (1996): 101-119", "101-119", "Rope Studies (1996), -"),
        ("Rope Studies 14(2): 101-119", "101-119", "Rope Studies, -"),
        ("Rope Studies 14 (1996): 7", "7", "Rope Studies (1996), -"),
        ("Rope Studies 14: 7", "", "Rope Studies 14: 7"),
    ],
)
def test_the_pages_of_a_volume_are_taken(text: str, page: str, rest: str) -> None:
    found = Extraction.of(text)
    extract_volume_and_pages(found)
    assert (found.page, readable(found.rest)) == (page, rest)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Quay Press, ISBN 0-306-40615-2", "Quay Press"),
        ("Quay Press, 2nd ed.", "Quay Press"),
        ("Quay Press, revised edition", "Quay Press"),
        ("Quay Press, chap. 3", "Quay Press"),
        ("Rope Studies, vol. 14", "Rope Studies"),
        ("Rope Studies, 14 (2)", "Rope Studies"),
        ("Rope Studies (1996)", "Rope Studies (1996)"),
    ],
)
def test_what_names_a_copy_or_a_place_in_it_is_left_out(text: str, rest: str) -> None:
    found = Extraction.of(text)
    drop_editions(found)
    assert readable(found.rest) == rest
