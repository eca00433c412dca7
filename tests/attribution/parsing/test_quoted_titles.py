from __future__ import annotations

import pytest

from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.quoted_titles import extract_titles
from tests.attribution.readable import readable


@pytest.mark.parametrize(
    ("text", "title", "book", "rest", "problems"),
    [
        ("Lamb, “Old Ropes,” Herald", "Old Ropes", "", "Lamb, T, Herald", []),
        ("Lamb, “Old Ropes”, Herald", "Old Ropes", "", "Lamb, T, Herald", []),
        ("“Knots” in “Salt and Rope,” 1991", "Knots", "Salt and Rope", "T in B, 1991", []),
        ("“Rope, Tar,” Herald", "Rope, Tar", "", "T, Herald", []),
        ("Lamb, “Old Ropes, Herald", "Old Ropes", "", "Lamb, T, Herald", ["unclosed-quote"]),
        (
            "“Old Ropes by Mary Lamb, 1991",
            "Old Ropes",
            "",
            "T by Mary Lamb, 1991",
            ["unclosed-quote"],
        ),
        ("“Old Ropes by the sea, 1991", "Old Ropes by the sea", "", "T, 1991", ["unclosed-quote"]),
        ("Lamb, Herald", "", "", "Lamb, Herald", []),
    ],
)
def test_quoted_titles_are_taken(
    text: str, title: str, book: str, rest: str, problems: list[str]
) -> None:
    found = Extraction.of(text)
    extract_titles(found)
    assert (found.title, found.book, readable(found.rest)) == (title, book, rest)
    assert found.problems == problems


def test_a_third_quotation_stays_as_it_stands() -> None:
    found = Extraction.of("“Knots” in “Salt”, “Rope”")
    extract_titles(found)
    assert readable(found.rest) == "T in B, “Rope”"
