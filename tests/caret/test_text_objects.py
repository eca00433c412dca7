"""Passages around the caret, and a selection's two ends."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil import caret
from postil.caret import Selection
from postil.model.article import Article, Block, BlockKind, Section
from postil.model.span import Span

TEXTS = ("One goes. Two stays here.", "He said: “Come (now), don’t ‘wait’.”", "Three. 字字。")


def article(*texts: str) -> Article:
    return Article("a.txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


READ = article(*TEXTS)


def words(span: Span | None, read: Article = READ) -> str | None:
    return None if span is None else read.text[span.start : span.end]


def at(part: str) -> int:
    return READ.text.index(part)


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


def test_a_selection_holds_both_its_ends() -> None:
    assert Selection(4, 9).span == Selection(9, 4).span == Span(4, 10)
    assert Selection.over(Span(4, 10)) == Selection(4, 9)
    assert Selection.over(Span(4, 4)).span == Span(4, 5)


def test_a_selection_is_extended_by_moving_its_head() -> None:
    chosen = Selection.over(Span(4, 10))
    assert not chosen.extended
    assert chosen.to(2) == Selection(4, 2, extended=True)
    assert chosen.extending() == Selection(4, 9, extended=True)
    assert chosen.swapped() == Selection(9, 4, extended=True)
    assert chosen.swapped().span == chosen.span


def test_a_selection_moves_sentence_by_sentence() -> None:
    chosen = Selection.over(caret.sentence_at(READ, 0))
    visited = []
    for _ in range(7):
        visited.append(words(chosen.span))
        chosen = caret.select_sentence(READ, chosen, 1)
    assert visited == [
        "One goes.",
        "Two stays here.",
        "He said: “Come (now), don’t ‘wait’.”",
        "Three.",
        "字字。",
        "字字。",
        "字字。",
    ]
    assert words(caret.select_sentence(READ, chosen, -1).span) == "Three."
    assert words(caret.select_sentence(READ, chosen, -99).span) == "One goes."
    assert not chosen.extended


def test_a_selection_stretches_to_whole_sentences_both_ways() -> None:
    chosen = Selection(at("goes"), at("goes"))
    grown = caret.stretch(READ, chosen, "sentence")
    assert words(grown.span) == "goes."
    grown = caret.stretch(READ, grown, "sentence")
    assert words(grown.span) == "goes. Two stays here."
    assert words(caret.stretch(READ, grown, "sentence", -1).span) == "goes."
    assert words(caret.stretch(READ, chosen, "sentence", 2).span) == "goes. Two stays here."
    assert words(caret.stretch(READ, chosen, "sentence", -1).span) == "One g"


def test_a_selection_whose_head_stands_first_stretches_to_starts() -> None:
    chosen = Selection(at("here"), at("stays"))
    grown = caret.stretch(READ, chosen, "sentence", -2)
    assert words(grown.span) == "One goes. Two stays h"
    assert words(caret.stretch(READ, grown, "sentence", 1).span) == "Two stays h"
    assert words(caret.stretch(READ, chosen, "sentence", 1).span) == "here."


def test_a_selection_stretches_to_whole_paragraphs_and_sections() -> None:
    starts = READ.starts
    sections = tuple(
        Section(
            number,
            None,
            1,
            "body",
            Span(starts[first], READ.block_span(last - 1).end),
            1,
            first,
            last,
        )
        for number, (first, last) in enumerate([(0, 1), (1, 3)])
    )
    read = Article("a.txt", READ.blocks, sections)
    chosen = Selection(at("stays"), at("stays"))
    assert words(caret.stretch(read, chosen, "paragraph").span) == "stays here."
    assert words(caret.stretch(read, chosen, "section").span) == "stays here."
    both = caret.stretch(read, chosen, "section", 2)
    assert both.span == Span(at("stays"), read.length)
    assert words(caret.stretch(read, both, "section", -1).span) == "stays here."
    assert caret.stretch(read, both, "section", 5) == both


@given(
    st.lists(
        st.text(st.sampled_from("aB. “”字。e\u0301\n"), max_size=15).map(str.strip), max_size=5
    ),
    st.integers(0, 70),
    st.integers(0, 70),
    st.sampled_from(["sentence", "paragraph", "section"]),
)
@example(["。 \u0301"], 0, 0, "sentence")
def test_stretching_comes_to_the_ends_of_the_article(
    texts: list[str], anchor: int, head: int, unit: caret.Unit
) -> None:
    read = article(*texts)
    chosen = Selection(caret.character(read, anchor, 0), caret.character(read, head, 0))
    assert caret.stretch(read, chosen, unit, 99).head == caret.article_end(read)
    assert caret.stretch(read, chosen, unit, -99).head == caret.article_start(read)


@given(st.text(st.sampled_from("ae\u0301👩\u200d字"), min_size=1, max_size=20), st.data())
def test_a_span_widens_to_whole_characters(text: str, data: st.DataObject) -> None:
    from postil.text.graphemes import clusters

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
