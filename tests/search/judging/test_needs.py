"""What a query needs is in every text of which it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.search.judging.needs import Sieve, needs_of
from postil.search.judging.texts import SearchedText
from postil.search.query.parser import parse
from postil.search.query.tree import Words
from tests.support.examples import examples

TEXT = st.lists(
    st.sampled_from(
        [
            *[
                "men",
                "man",
                "l’été",
                "naïve",
                "inter-",
                "inter-\n",
                "national",
                "boxes",
                "字",
                "端末",
                "İstanbul",
                "a",
            ],
            " ",
        ]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("query", "needs"),
    [
        ("box", [["box", "boxes"]]),
        ('"two words"', [["two"], ["words"]]),
        ("one* OR two*", [["one", "two"]]),
        ("(one* two*) OR three*", [["one", "three"]]),
        ("-box", []),
        ("box -tag:a note:men*", [["box", "boxes"], ["men"]]),
        ("near~ /b.x/ title:a in:notes", []),
        ("near~ OR box", []),
    ],
)
def test_needs_are_words_that_must_be_there(query: str, needs: list[list[str]]) -> None:
    assert [sorted(need) for need in needs_of(parse(query))] == needs


@examples(3)
@given(
    st.sampled_from(["man", "box", "national", "international", "ete", "naïve", "端", "istan*"]),
    TEXT,
)
def test_what_holds_is_let_through(typed: str, text: str) -> None:
    query = parse(typed)
    assert isinstance(query, Words)
    if SearchedText(text).has(query):
        assert Sieve(needs_of(query)).may_have(text)
