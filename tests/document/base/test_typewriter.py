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
        ("Harnesses\t9\nCarts\t14", "Harnesses       9\nCarts           14"),
        ("山田太郎\t灯\n花\t船", "山田太郎        灯\n花              船"),
        ("灯\tb\tc", "灯      b       c"),
        ("\tset in\n\tagain", "        set in\n        again"),
        (f"{'word ' * 13}\tx\na\ty", f"{'word ' * 13} x\na       y"),
        ("plain", "plain"),
    ],
)
def test_text_is_read_as_it_was_set(struck: str, read: str) -> None:
    assert as_set(struck) == read


def test_plain_texts_are_read_so_and_their_columns_stand_below_one_another() -> None:
    assert article("N\bNA\bAM\bME\bE\n       ice - count\n", "page.txt").text.startswith("NAME")
    lines = article("Item\tCount\nCarts\t4\nHarnesses\t9\n", "stock.txt").text.split("\n")
    signs = ("Count", "4", "9")
    assert [line.index(sign) for line, sign in zip(lines, signs, strict=True)] == [16] * 3
