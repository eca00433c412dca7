"""A word sought by itself is found where the expression for it matches, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.search.judging.expressions import expression, fuzzy_expression
from postil.search.judging.texts import SearchedText
from postil.search.judging.word_places import word_places
from postil.search.query.terms import spans_in, terms_in
from postil.search.query.tree import How, Words
from postil.text.fold import fold, fold_letters
from tests.support.examples import examples

WORDS = st.sampled_from(
    [
        "man",
        "men",
        "box",
        "a",
        "city",
        "x86",
        "index",
        "ब",
        "कि",
        "naïve",
        "straße",
        "ё",
        "字",
        "ab",
    ]
)
PIECES = "man men boxes cities a aa ab x86 Indices कि ब 字 한 naïve Straße Ё _ . İ \u00ad \u200b"
LONG = "man" * 21 + "\u00e9n"
TEXT = st.lists(st.sampled_from((*PIECES.split(" "), LONG, " ", "  ", "\n\n", "-\n", "- "))).map(
    "".join
)


@examples(2)
@given(WORDS, st.sampled_from((How.WORD, How.PHRASE, How.PREFIX)), TEXT)
def test_a_word_alone_is_found_as_by_its_expression(word: str, how: How, text: str) -> None:
    words, key = Words(word, how), fold_letters(text).key
    expected = [match.span() for match in expression(words).finditer(key)]
    assert list(word_places(words, key)) == expected


@examples(2)
@given(
    st.lists(WORDS, min_size=2, max_size=3),
    st.sampled_from((How.WORD, How.PHRASE, How.PREFIX)),
    TEXT,
)
def test_words_in_a_row_are_found_as_by_their_expression(
    row: list[str], how: How, text: str
) -> None:
    words, key = Words(" ".join(row), how), fold_letters(text).key
    expected = [match.span() for match in expression(words).finditer(key)]
    assert list(word_places(words, key)) == expected


@examples(2)
@given(WORDS, TEXT)
def test_a_fuzzy_word_is_found_as_by_its_expression(word: str, text: str) -> None:
    words, key = Words(word, How.FUZZY), fold_letters(text).key
    expected = [match.span() for match in fuzzy_expression(words, key).finditer(key)]
    assert list(word_places(words, key)) == expected


@examples(2)
@given(TEXT)
def test_blanks_change_neither_words_nor_their_places(text: str) -> None:
    one, other = fold(text), fold_letters(text)
    assert terms_in(one.key) == terms_in(other.key)
    places = [one.span(*span) for span in spans_in(one.key)]
    assert [other.span(*span) for span in spans_in(other.key)] == places


@examples(1)
@given(st.lists(WORDS, min_size=1, max_size=3), TEXT)
def test_words_in_a_row_are_found_in_order_and_once(words: list[str], text: str) -> None:
    found = list(SearchedText(text).spans(Words(" ".join(words), How.PHRASE)))
    assert found == sorted(set(found))
