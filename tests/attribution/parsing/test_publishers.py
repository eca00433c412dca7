from __future__ import annotations

import pytest

from postil.attribution.parsing.publishers import extract_place_and_publisher
from tests.attribution.readable import extraction, readable


@pytest.mark.parametrize(
    ("rest", "place", "publisher", "left"),
    [
        ("Lamb, Knots (Hamburg: Hanse Verlag, D )", "Hamburg", "Hanse Verlag", "Lamb, Knots, D"),
        ("Lamb, Knots (Penguin Books, D )", "", "Penguin Books", "Lamb, Knots, D"),
        ("Lamb, Knots, London: Hanse Verlag, D", "London", "Hanse Verlag", "Lamb, Knots, -, D"),
        ("Lamb, Knots (Quay Herald, D )", "", "", "Lamb, Knots (Quay Herald, D )"),
        ("Lamb: Knots", "", "", "Lamb: Knots"),
    ],
)
def test_place_and_publisher_are_taken(rest: str, place: str, publisher: str, left: str) -> None:
    found = extraction(rest)
    assert extract_place_and_publisher(found) == (place, publisher)
    assert readable(found.rest) == left


def test_a_publication_in_brackets_behind_a_title_stays() -> None:
    found = extraction("Lamb, T (Quay Herald, D )", title="Knots")
    assert extract_place_and_publisher(found) == ("", "")
    assert readable(found.rest) == "Lamb, T, Quay Herald, D"
