"""Two wordings of a passage, compared word by word."""

from __future__ import annotations

import pytest

from postil.cite.quotation.tokens import tokens
from postil.cite.quotation.word_diff import diff_words


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b", "A, b", ["equal 0:2 0:2"]),
        ("a b c", "a c", ["equal 0:1 0:1", "delete 1:2 1:1", "equal 2:3 1:2"]),
        ("a c", "a b c", ["equal 0:1 0:1", "insert 1:1 1:2", "equal 1:2 2:3"]),
        ("a b c", "a x c", ["equal 0:1 0:1", "replace 1:2 1:2", "equal 2:3 2:3"]),
        ("", "a", ["insert 0:0 0:1"]),
        ("x the b. The c", "x The c", ["equal 0:1 0:1", "delete 1:3 1:1", "equal 3:5 1:3"]),
        ("x the b. The c", "x the c", ["equal 0:2 0:2", "delete 2:4 2:2", "equal 4:5 2:3"]),
    ],
)
def test_changes(before: str, after: str, expected: list[str]) -> None:
    made = [
        f"{one.kind} {one.start}:{one.end} {one.first}:{one.last}"
        for one in diff_words(list(tokens(before)), list(tokens(after)))
    ]
    assert made == expected
