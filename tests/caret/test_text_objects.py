"""Passages around the caret, and spans of whole characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil import caret
from postil.model.span import Span
from postil.text.graphemes import clusters
from tests.caret.articles import READ, TEXTS, article, at, words


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("goes", "goes"),
        ("oes", "goes"),
        (". Two", "."),
        (" Two", " "),
        ("on’t", "don’t"),
        ("字。", "字字"),
    ],
)
def test_the_word_around_the_caret(part: str, word: str) -> None:
    assert words(caret.word_at(READ, at(part))) == word


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("One", "One goes."),
        ("goes", "One goes."),
        (" Two", "One goes."),
        ("Two", "Two stays here."),
        ("\n\nHe", "Two stays here."),
        ("字。", "字字。"),
    ],
)
def test_the_sentence_around_the_caret(part: str, sentence: str) -> None:
    assert words(caret.sentence_at(READ, at(part))) == sentence


def test_the_paragraph_around_the_caret() -> None:
    assert words(caret.paragraph_at(READ, at("stays"))) == TEXTS[0]
    assert words(caret.paragraph_at(READ, 999)) == TEXTS[2]


def test_the_quotation_around_the_caret() -> None:
    assert words(caret.quotation_at(READ, at("now"))) == "Come (now), don’t ‘wait’."
    assert words(caret.quotation_at(READ, at("wait"))) == "wait"
    assert caret.quotation_at(READ, at("He")) is None


def test_a_quotation_is_found_around_words_and_within_them() -> None:
    word = Span(at("wait"), at("wait") + 4)
    around = caret.quotation_around(READ, word)
    assert words(around) == "Come (now), don’t ‘wait’.", "its own marks are no wider quotation"
    assert around is not None
    assert caret.quotation_around(READ, around) is None
    assert words(caret.first_quotation(READ, Span(0, READ.length))) == "Come (now), don’t ‘wait’."
    assert words(caret.first_quotation(READ, Span(at("now"), READ.length))) == "wait"
    assert caret.first_quotation(READ, Span(0, at("He"))) is None
    nothing = article()
    assert caret.quotation_around(nothing, Span(0, 0)) is None
    assert caret.first_quotation(nothing, Span(0, 0)) is None


def test_a_quotation_that_goes_on_in_the_next_block_is_chosen_within_its_own() -> None:
    read = article("“It goes on,", "“and ends.”")
    assert words(caret.quotation_at(read, 4), read) == "It goes on,"


def test_a_block_of_blanks_is_a_sentence_of_its_own() -> None:
    read = article("  ")
    assert caret.sentence_at(read, 0) == Span(0, 2)


@given(st.text(st.sampled_from("ae\u0301👩\u200d字"), min_size=1, max_size=20), st.data())
def test_a_span_widens_to_whole_characters(text: str, data: st.DataObject) -> None:
    read = article(text, text)
    start = data.draw(st.integers(0, read.length))
    end = data.draw(st.integers(start, read.length))
    wide = caret.whole_characters(read, Span(start, end))
    if start == end:
        assert wide == Span(start, end)
        return
    assert wide.covers(Span(start, end))
    base = len(text) + 2
    edges = {0, len(text), len(text) + 1, base, base + len(text)}
    for first, last in clusters(text):
        edges |= {first, last, base + first, base + last}
    assert {wide.start, wide.end} <= edges
