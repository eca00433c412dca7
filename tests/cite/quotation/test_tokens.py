"""The words that two wordings of a passage are compared by."""

from __future__ import annotations

import pytest

from postil.cite.quotation.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The boats,” he", ["word the", "word boats", "word he"]),
        ("a … b ... c", ["word a", "dots …", "word b", "dots …", "word c"]),
        ("[…] [. . .]", ["dots …", "dots …"]),
        ("[T]he [old] it’s", ["own the", "own [old]", "word it's"]),
        ("10% #4", ["word 10%", "word #4"]),
        ("港と", ["word 港", "word と"]),
        ("well–known", ["word well", "word known"]),
        ("— , !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [f"{one.kind} {one.key}" for one in tokens(text)] == expected


@pytest.mark.parametrize(
    ("text", "claimed"), [("old", True), ("[T]he", True), ("[old]", False), ("…", False)]
)
def test_which_words_are_given_as_those_of_the_passage(text: str, claimed: bool) -> None:
    assert [one.is_claimed for one in tokens(text)] == [claimed]
