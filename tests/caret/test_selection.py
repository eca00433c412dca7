from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from postil import caret
from postil.caret import Selection
from postil.model.article import Article, Section
from postil.model.span import Span
from tests.caret.articles import READ, article, at, words


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
