from __future__ import annotations

import pytest

from postil.attribution.parsing.field_forms import extract
from postil.model.source import Date
from tests.attribution.readable import readable


@pytest.mark.parametrize(
    ("text", "rest", "stray"),
    [
        ("Quay Museum /+\\", "Quay Museum", True),
        ("Herald, 2001 ~", "Herald, D", True),
        ("Herald -- Lamb", "Herald -- Lamb", False),
        ("Lamb #1", "Lamb #1", False),
        ("Salt and Rope, edited by A. Mori", "Salt and Rope", False),
        ("Salt and Rope, trans. A. Mori, 1991", "Salt and Rope, D", False),
        ("Herald, url-status: dead", "Herald", False),
    ],
)
def test_what_means_nothing_is_left_out(text: str, rest: str, stray: bool) -> None:
    found = extract(text)
    assert readable(found.rest) == rest
    assert found.problems == (["stray-marks"] if stray else [])


def test_each_form_is_taken_where_no_earlier_one_holds_it() -> None:
    found = extract(
        "Lamb, “May 3, 1991,” Herald, http://q.example/2001/05, retrieved 3 May 2012, p. 4"
    )
    assert (found.title, found.url, found.page) == ("May 3, 1991", "http://q.example/2001/05", "4")
    assert (found.accessed, found.dates) == (Date(2012, 5, 3), [])
    assert readable(found.rest) == "Lamb, T, Herald, - -, -"
