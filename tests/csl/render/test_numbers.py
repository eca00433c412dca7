"""Numbers, pages and their labels."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from postil.csl.render.numbers import is_numeric, page_range, roman
from tests.csl.rendering import field, processor


@pytest.mark.parametrize(
    ("pages", "habit", "expected"),
    [
        ("42-45", "", "42–45"),
        ("42-5", "expanded", "42–45"),
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("101-108", "chicago", "101–8"),
        ("321-328", "chicago", "321–28"),
        ("100-104", "chicago", "100–104"),
        ("1496-1500", "chicago-16", "1496–500"),
        ("3-10, 12-14", "minimal", "3–10, 12–4"),
        ("xxv-xxviii", "chicago", "xxv–xxviii"),
        ("N110-N5", "minimal", "N110–5"),
        ("2\\-4", "", "2-4"),
        ("e1234", "minimal", "e1234"),
    ],
)
def test_ranges_of_pages(pages: str, habit: str, expected: str) -> None:
    assert page_range(pages, habit, "–") == expected


@pytest.mark.parametrize(
    ("text", "numeric"),
    [("2", True), ("2nd", True), ("D2", True), ("2-4", True), ("2, 3 & 5", True),
     ("xii-xiv", True), ("1,000", False),
     ("second", False), ("2nd edition", False), ("", False)],
)  # fmt: skip
def test_what_counts_as_a_number(text: str, numeric: bool) -> None:
    assert is_numeric(text) is numeric


def test_numbers_take_forms() -> None:
    assert roman(1994) == "mcmxciv"
    assert field('<number variable="edition" form="ordinal"/>', edition="22") == "22nd"
    assert field('<number variable="edition" form="ordinal"/>', edition="11") == "11th"
    assert field('<number variable="edition" form="long-ordinal"/>', edition=2) == "second"
    assert field('<number variable="edition" form="long-ordinal"/>', edition=7) == "7th"
    assert field('<number variable="edition" form="ordinal"/>', edition="Third") == "Third"


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("12", "page", "page 12"),
        ("12-14", "page", "pages 12–14"),
        ("12, and 14", "page", "pages 12, and 14"),
        ("1,000", "page", "page 1,000"),
        ("12, n. 3", "page", "page 12, n. 3"),
        ("2.1-2.4", "page", "page 2.1-2.4"),
        ("iv-ix", "page", "pages iv–ix"),
        ("p. 5", "chapter", "page 5"),
    ],
)
def test_the_label_of_a_locator_agrees_with_it(locator: str, label: str, expected: str) -> None:
    layout = '<label variable="locator" suffix=" "/><text variable="locator"/>'
    made = processor(f"<citation><layout>{layout}</layout></citation>", [{"id": "a"}])
    assert made.cited([Citation([Cite("a", locator, label)])]) == [expected]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [("3r2041-3r2067", "3r2041–67"), ("s2041-s2067", "s2041–67"), ("s2041-2067", "s2041-2067")],
)
def test_pages_with_letters_amid_them(pages: str, expected: str) -> None:
    assert page_range(pages, "chicago", "–") == expected


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("7, p. 3-8", "7th, pp. 3\u20138"),
        ("1, p. 3", "1st, p. 3"),
        ("7, or so", "7, or so"),
        ("second, p. 3", "second, p. 3"),
    ],
)
def test_a_place_within_what_is_numbered_has_the_words_of_the_language(
    edition: str, expected: str
) -> None:
    assert field('<number variable="edition" form="ordinal"/>', edition=edition) == expected
