"""Rows hold the text in order, within the width, whatever the script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postil.model.article import Block, BlockKind
from postil.text.graphemes import clusters
from postil.typeset import Typeset
from postil.typeset.cells import narrow
from tests.support.examples import examples
from tests.typeset.drawing import page

WORDS = st.sampled_from(
    [
        "a",
        "of",
        "reader",
        "unexceptionable",
        "well-known",
        "“quoted,”",
        "—",
        "cafe\u0301",
        "한국어",
        "문장은",
        "漢字かな交じり文。",
        "「引用」、",
        "Ｆｕｌｌ",
        "👩‍👩‍👧",
        "🇰🇷🇫🇷",
        "👍🏽",
        "❤️",
        "नमस्ते",
        "שָׁלוֹם",
        "각",
        "\ue000",
        "x" * 40,
        "字" * 30,
        "e\u0301" * 25,
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(st.one_of(WORDS, st.sampled_from([" ", "  ", "     "])), max_size=30).map("".join),
    st.text(st.sampled_from("ab 字。한é\u0301\u200d👩"), max_size=60),
)
WIDTHS = st.integers(1, 50)


def shown(text: str, width: int, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    rows = Typeset([Block(kind, text)], width, cell_len).rows(0)
    return [text[row.start : row.end] for row in rows]


def checked(text: str, width: int, kind: BlockKind) -> None:
    rows = Typeset([Block(kind, text)], width, cell_len).rows(0)
    boundaries = {start for start, _ in clusters(text)} | {len(text)}
    at = 0
    for row in rows:
        assert text[at : row.start].strip(" \n") == "", "only blanks may lie between rows"
        assert row.start <= row.end
        assert {row.start, row.end} <= boundaries
        drawn = text[row.start : row.end]
        room = width - row.indent
        alone = sum(cell_len(drawn[start:end]) > 0 for start, end in clusters(drawn)) == 1
        assert cell_len(drawn) <= room or alone
        at = row.end
    assert text[at:].strip(" ") == ""
    assert rows[0].start == 0


@given(TEXTS, WIDTHS)
def test_rows_of_prose_cover_the_text_within_the_width(text: str, width: int) -> None:
    checked(text, width, BlockKind.PARAGRAPH)


@given(st.lists(TEXTS, max_size=4).map("\n".join), st.integers(3, 50))
def test_rows_of_code_and_verse_cover_the_text_within_the_width(text: str, width: int) -> None:
    checked(text, width, BlockKind.CODE)
    checked(text, width, BlockKind.VERSE)


@given(TEXTS, WIDTHS)
def test_no_row_but_the_first_and_only_one_is_empty(text: str, width: int) -> None:
    drawn = shown(text, width)
    assert all(drawn) or (drawn == [""] and not text.strip(" "))


@given(TEXTS, st.integers(2, 50))
def test_a_row_takes_all_words_that_fit(text: str, width: int) -> None:
    text = " ".join(word for word in text.split(" ") if narrow(word))
    rows = Typeset([Block(BlockKind.PARAGRAPH, text)], width, cell_len).rows(0)
    for row, following in pairwise(rows):
        word = text[following.start :].split(" ")[0]
        gap = following.start - row.end
        if gap:
            assert row.end - row.start + gap + len(word) > width
        else:
            assert row.end - row.start == width


@given(TEXTS, WIDTHS)
def test_cells_and_offsets_are_inverse_at_every_character(text: str, width: int) -> None:
    typeset = Typeset([Block(BlockKind.LIST_ITEM, text, marker="-", level=2)], width, cell_len)
    for start, end in clusters(text):
        row = typeset.row_of(0, start)
        drawn = typeset.rows(0)[row]
        if not cell_len(text[start:end]) or start >= drawn.end:
            continue
        cell = typeset.cell_of(0, row, start)
        for within in range(cell_len(text[start:end])):
            assert typeset.offset_at(0, row, cell + within) == start


@given(st.text(st.characters(codec="utf-8"), max_size=8))
@examples(3)
def test_narrow_text_is_what_the_terminal_shows_in_one_cell_a_character(text: str) -> None:
    if narrow(text):
        assert cell_len(text) == len(text)


def test_every_character_taken_for_narrow_or_wide_is_so() -> None:
    from postil.typeset.cells import FILL, lay_out

    for point in range(0x20, 0x30000):
        character = chr(point)
        if narrow(character):
            assert cell_len(character) == 1, hex(point)
            assert [*clusters("a" + character + "a")] == [(0, 1), (1, 2), (2, 3)], hex(point)
        elif lay_out(character, lambda _: 0).cells:
            assert lay_out(character, lambda _: 0).cells == character + FILL
            assert cell_len(character) == 2, hex(point)


def test_a_block_that_ends_in_a_blank_and_a_full_line_gets_no_empty_row() -> None:
    assert shown("one two ", 7) == ["one two"]
    assert shown("한국 국가 ", 9) == ["한국 국가"]
    assert shown("one two   ", 7) == ["one two"]


def test_blanks_at_a_wrap_hang() -> None:
    assert shown("one   two", 4) == ["one", "two"]
    assert shown("one   two", 3) == ["one", "two"]
    assert shown("one   two", 5) == ["one", "two"]


def test_long_words_are_cut_at_the_width() -> None:
    assert shown("to abcdefghij", 4) == ["to", "abcd", "efgh", "ij"]
    assert shown("字字字", 3) == ["字", "字", "字"]


def test_hangul_keeps_its_words_and_ideographs_do_not() -> None:
    assert shown("우리는 문장을 쓴다", 10) == ["우리는", "문장을", "쓴다"]
    assert shown("我们写句子 abc", 8) == ["我们写句", "子 abc"]


def test_closing_signs_do_not_begin_a_row_and_opening_ones_do_not_end_it() -> None:
    assert shown("我们写字。好", 8) == ["我们写", "字。好"]
    assert shown("我们「写字」", 6) == ["我们", "「写", "字」"]
    assert shown("我们写“字”", 7) == ["我们写", "“字”"]


def test_a_wide_character_wider_than_the_width_stands_alone() -> None:
    assert shown("字a字", 1) == ["字", "a", "字"]


def test_blanks_at_the_start_do_not_cut_a_wide_character() -> None:
    assert shown("  한국", 3) == ["  ", "한", "국"]
    assert shown(" 漢字", 2) == [" ", "漢", "字"]


def test_emoji_and_marks_are_never_cut() -> None:
    family = "👩‍👩‍👧"
    assert shown(family * 3, 4) == [family * 2, family]
    assert shown("e\u0301" * 5, 3) == ["e\u0301" * 3, "e\u0301" * 2]


def code(text: str, width: int) -> list[str]:
    return page([Block(BlockKind.CODE, text)], width)


def test_lines_of_code_are_kept_and_go_on_behind_a_sign_at_a_blank() -> None:
    assert code("def f():\n\n    return 'a long one', 2", 24) == [
        "  def f():",
        "",
        "      return 'a long",
        "      ↳ one', 2",
    ]


def test_a_word_of_code_longer_than_the_row_is_cut_behind_a_sign_or_else_anywhere() -> None:
    assert code("get(https://a.example/path/to)", 24) == [
        "  get(https://a.example/",
        "  ↳ path/to)",
    ]
    assert code("x" * 40, 24) == ["  " + "x" * 22, "  ↳ " + "x" * 18]


def test_a_deep_indent_leaves_room_for_what_goes_on() -> None:
    lines = code(" " * 30 + "one two three four five", 34)
    assert lines == ["", " " * 12 + "↳ one two three four", " " * 12 + "↳ five"]


def test_a_page_of_eight_cells_has_no_room_for_the_sign() -> None:
    assert code("one two three", 8) == ["one two", "three"]


def test_lines_of_verse_are_kept_and_go_on_further_in() -> None:
    text = "the road goes on and on\n  and on"
    assert page([Block(BlockKind.VERSE, text)], 20) == [
        "  the road goes on",
        "      and on",
        "    and on",
    ]


@pytest.mark.parametrize("repeated", ["x", " ", "字", "a\u0301 ", "한국 "])
def test_a_very_long_line_is_wrapped_whole(repeated: str) -> None:
    checked(repeated * (100_000 // len(repeated)) + "x", 72, BlockKind.PARAGRAPH)
