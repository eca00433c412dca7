"""Every motion of the caret, at the ends as well, and where it may never stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postil import caret
from postil.model.article import Article
from postil.model.span import Span
from postil.text.graphemes import clusters
from postil.typeset import Typeset
from tests.caret.articles import article, sectioned
from tests.support.effort import at_most

Motion = Callable[[Article, int, int], int]

MOTIONS: list[Motion] = [
    caret.character,
    caret.word_start,
    caret.word_back,
    caret.word_end,
    caret.sentence,
    caret.paragraph,
    caret.section,
]


def walk(read: Article, motion: Motion, step: int = 1, start: int = 0) -> list[int]:
    """Follow a motion to where it stops."""
    visited = []
    while (following := motion(read, start, step)) != start:
        visited.append(following)
        start = following
        assert len(visited) < 1000
    return visited


def seen(read: Article, motion: Motion, step: int = 1, start: int = 0) -> str:
    """Return the characters that a motion visits."""
    return "".join(read.text[at] for at in walk(read, motion, step, start))


def test_characters_are_walked_over_joints_and_not_into_them() -> None:
    read = sectioned("ab", "", "e\u0301👩\u200d👩c")
    assert walk(read, caret.character) == [1, 6, 8, 11]
    assert walk(read, caret.character, -1, 11) == [8, 6, 1, 0]
    assert caret.character(read, 0, 3) == 8
    assert caret.character(read, 0, 99) == 11
    assert caret.character(read, 11, -99) == 0


def test_words_are_letters_with_their_apostrophes_or_runs_of_signs() -> None:
    read = sectioned("He didn’t say: “well-known”...", "3.5 x_y")
    starts = [read.text[at:].split()[0] for at in walk(read, caret.word_start)]
    assert starts == ["didn’t", "say:", ":", "“well-known”...", "well-known”...", "-known”...",
                      "known”...", "”...", "3.5", ".5", "5", "x_y", "y"]  # fmt: skip
    assert caret.word_start(read, 0, 2) == 10


def test_word_ends_are_last_characters() -> None:
    read = sectioned("ab cd, e", "fgh")
    assert seen(read, caret.word_end) == "bd,eh"
    assert caret.word_end(read, 0, 3) == 5


def test_words_are_walked_back_over_blocks() -> None:
    read = sectioned("ab cd", "", "  ", "ef gh")
    end = caret.article_end(read)
    back = [end]
    while (at := caret.word_back(read, back[-1], 1)) != back[-1]:
        back.append(at)
    assert [read.text[at] for at in back] == ["h", "g", "e", "c", "a"]
    assert caret.word_back(read, end, 99) == 0
    assert caret.word_start(read, end, -1) == caret.word_back(read, end, 1)


def test_scripts_that_need_no_blanks_are_parted() -> None:
    read = sectioned("東京タワーはきれいです。한국어는 cafe\u0301s")
    starts = [0, *walk(read, caret.word_start)]
    first = [read.text[start] for start in starts]
    assert first == ["東", "は", "き", "で", "。", "한", "c", "s"]


def test_sentences_are_walked_by_their_starts() -> None:
    read = sectioned("One. Two two.", "Three. Four.")
    assert seen(read, caret.sentence) == "TTF."
    assert caret.sentence(read, 0, 2) == 15
    assert caret.sentence(read, 8, -1) == 5
    assert caret.sentence(read, 5, -1) == 0
    assert caret.sentence(read, 15, -1) == 5
    assert caret.sentence(read, 0, -1) == 0


def test_paragraphs_are_walked_by_their_starts() -> None:
    read = sectioned("One.", "", "Two two.", "Three.")
    assert walk(read, caret.paragraph) == [8, 18, 23]
    assert caret.paragraph(read, 10, -1) == 8
    assert caret.paragraph(read, 8, -1) == 0
    assert caret.paragraph(read, 23, -2) == 8


def test_sections_are_walked_by_their_starts() -> None:
    read = sectioned("A", "one", "B", "two")
    assert walk(read, caret.section) == [8, 13]
    assert caret.section(read, 10, -1) == 8
    assert caret.section(read, 8, -1) == 0
    assert caret.section(read, 13, -9) == 0
    plain = article("A", "one")
    assert caret.section(plain, 0, 1) == caret.article_end(plain) == 5
    assert caret.section(plain, 5, -1) == 0


@pytest.mark.parametrize("texts", [(), ("",), ("", "")])
@pytest.mark.parametrize("motion", MOTIONS)
def test_where_there_is_no_text_the_caret_stays_at_the_start(
    texts: tuple[str, ...], motion: Motion
) -> None:
    read = sectioned(*texts)
    typeset = Typeset(read.blocks, 20, cell_len)
    assert motion(read, 0, 1) == motion(read, 7, 3) == 0
    assert motion(read, 0, -1) == 0
    assert caret.article_start(read) == caret.article_end(read) == 0
    assert caret.screen_line(read, typeset, 0, 1) == (0, 0)
    assert caret.sentence_at(read, 0) == caret.word_at(read, 3) == Span(0, 0)
    assert caret.paragraph_at(read, 0) == Span(0, 0)
    assert caret.quotation_at(read, 0) is None
    selection = caret.Selection.over(Span(0, 0))
    assert caret.select_sentence(read, selection).head == 0
    assert caret.stretch(read, selection, "sentence").head == 0


TEXTS = st.lists(
    st.text(st.sampled_from("ab, .“”字か。한e\u0301👩\u200d\n"), max_size=20), max_size=6
)


@given(TEXTS, st.integers(0, 90), st.integers(-5, 5), st.sampled_from(MOTIONS), st.integers(2, 30))
def test_the_caret_never_lands_on_a_joint_or_within_a_character(
    texts: list[str], offset: int, count: int, motion: Motion, width: int
) -> None:
    read = sectioned(*texts)
    places = {
        base + start
        for base, text in zip(read.starts, texts, strict=False)
        for start, _ in clusters(text)
    } or {0}
    assert motion(read, offset, count) in places
    typeset = Typeset(read.blocks, width, cell_len)
    assert caret.screen_line(read, typeset, offset, count)[0] in places


@given(TEXTS, st.sampled_from(MOTIONS))
def test_every_motion_comes_to_an_end(texts: list[str], motion: Motion) -> None:
    read = sectioned(*texts)
    if motion is not caret.word_back:
        assert not texts or walk(read, motion, 1)[-1:] in ([], [caret.article_end(read)])
    if motion in (caret.word_start, caret.sentence, caret.paragraph, caret.character):
        walk(read, motion, -1, caret.article_end(read))


def test_motions_in_a_very_long_block_look_only_around() -> None:
    read = sectioned("word, " * 100_000 + "字" * 100_000)
    with at_most(50):
        for offset in (10, 300_000, 599_990, 650_000):
            for motion in (caret.character, caret.word_start, caret.word_back, caret.word_end):
                motion(read, offset, 1)
