"""Words are found where they stand in the text itself, whatever folding does to its length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.search.judging.texts import SearchedText
from postil.search.query.parser import parse
from postil.search.query.tree import Regex, Words
from tests.support.effort import at_most


def found(text: str, query: str) -> list[str]:
    """Return what a query of one part finds in a text."""
    part = parse(query)
    assert isinstance(part, Words | Regex)
    return [text[span.start : span.end] for span in SearchedText(text).spans(part)]


@pytest.mark.parametrize(
    ("text", "query", "pieces"),
    [
        ("Boats, boat and  BOATS", "boat", ["Boats", "boat", "BOATS"]),
        ("Straße und Strasse", "strasse", ["Straße", "Strasse"]),
        (
            "an inter-\nnational inter- national",
            "international",
            ["inter-\nnational", "inter- national"],
        ),
        ("ﾃﾞｰﾀとデータ", "データ", ["ﾃﾞｰﾀ", "データ"]),
        ("koera korea kore", "korea~", ["koera", "korea", "kore"]),
        ("a ferry, 1 boat", '"ferry 1 boat"', ["ferry, 1 boat"]),
        ("par 12 to 19", "/1[0-9]/", ["12", "19"]),
        ("harbour harbours", "harb*", ["harbour", "harbours"]),
        ("re- cord and record", "record", ["re- cord", "record"]),
        ("nothing", "some", []),
    ],
)
def test_what_is_found_is_what_stands_there(text: str, query: str, pieces: list[str]) -> None:
    assert found(text, query) == pieces


def test_the_first_places_are_enough() -> None:
    part = parse("a")
    assert isinstance(part, Words)
    assert len(SearchedText("a " * 1000).first_spans(part, 3)) == 3


LETTERS = st.text("ab é-\n \u00adßﾃﾞ管", max_size=30)


@given(LETTERS, st.text("abé", min_size=1, max_size=3))
def test_no_place_lies_outside_or_overlaps(text: str, word: str) -> None:
    part = parse(word)
    assert isinstance(part, Words)
    spans = list(SearchedText(text).spans(part))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("query", ["a", "aa*", '"a b"', "ab~", "管理", "a-b", '"管 理"'])
@pytest.mark.parametrize("piece", ["a", "a ", "ab", "管", "a-", "a- ", ", ", "a, ", "管 ", "_"])
def test_no_words_take_more_than_their_share_of_time(query: str, piece: str) -> None:
    def most(length: int) -> None:
        found(piece * (length // len(piece)), query)

    most(100)
    with at_most(1000):
        most(100_000)
