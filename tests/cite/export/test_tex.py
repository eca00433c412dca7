"""Words, names and titles as TeX and its bibliographies take them."""

from __future__ import annotations

import pytest

from postil.cite.export.tex import address, authors, body, edtf, pages, protected, tex
from postil.model.source import Date, Name


def test_signs_of_tex_are_escaped() -> None:
    assert tex("50% of {a_b} & #1 \\ ~") == (
        "50\\% of \\{a\\_b\\} \\& \\#1 \\textbackslash{} \\textasciitilde{}"
    )


def test_proper_names_in_titles_keep_their_capitals() -> None:
    assert protected("South Korean Ships in North Korea") == "South {Korean} Ships in {North Korea}"
    assert protected("How DVDs of Mary came home") == "How {DVDs} of {Mary} came home"
    assert protected("") == ""


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([Name("Lamb", "Mary"), Name("Rook", "Tom")], "{Lamb, Mary and Rook, Tom}"),
        ([Name(literal="Quay & Co")], "{{Quay \\& Co}}"),
        ([Name("Plato")], "{Plato}"),
        ([Name("van Gogh")], "{{van Gogh}}"),
        ([Name("Salt and Sea", "Mary")], "{{Salt and Sea}, Mary}"),
    ],
)
def test_names(names: list[Name], expected: str) -> None:
    assert authors(names) == expected


def test_a_publisher_is_kept_whole_where_biblatex_would_part_it() -> None:
    assert body("Salt and Sea") == "{{Salt and Sea}}"
    assert body("Salt") == "{Salt}"


def test_addresses_and_pages_hold_nothing_that_ends_them() -> None:
    assert address("https://x.org/a{b} c_d") == "{https://x.org/a%7Bb%7D%20c_d}"
    assert pages("12–14") == "{12--14}"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(2015, 1, 24), "2015-01-24"),
        (Date(2021, 7, until=Date(2021, 9)), "2021-07/2021-09"),
        (Date(79), "0079"),
        (Date(-44, 3), "-0044-03"),
    ],
)
def test_dates_are_those_of_iso_8601(date: Date, expected: str) -> None:
    assert edtf(date) == expected
