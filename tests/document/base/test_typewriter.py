"""Overstruck letters are read once, and tabs reach to the next stop."""

from __future__ import annotations

import pytest

from postil.document.base.typewriter import as_set
from tests.document.articles import article


@pytest.mark.parametrize(
    ("struck", "read"),
    [
        ("N\bNA\bAM\bM", "NAM"),
        ("_\bf_\bi", "fi"),
        ("f\b_", "f"),
        ("B\bB\bB\bB", "B"),
        ("_\b_", "_"),
        ("+\bo item", "o item"),
        ("\babc\b", "abc"),
        ("a\tb", "a       b"),
        ("1234567\tb", "1234567 b"),
        ("plain", "plain"),
    ],
)
def test_text_is_read_as_it_was_set(struck: str, read: str) -> None:
    assert as_set(struck) == read


def test_plain_texts_are_read_so_and_their_columns_stand_below_one_another() -> None:
    text = "N\bNA\bAM\bME\bE\n       ice - count\n\nItem\tCount\nCarts\t4\nHarnesses\t9\n"
    found = article(text, "page.txt").text
    assert found.startswith("NAME")
    lines = found.split("\n")[-3:]
    assert {line.index(sign) for line, sign in zip(lines[:2], ("Count", "4"), strict=True)} == {8}
