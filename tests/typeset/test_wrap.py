"""Where a word that is longer than a row is cut."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postil.model.article import BlockKind
from postil.typeset.wrap import PROSE, WrapStyle, wrap, wrap_cell, wrap_style

WIDTH = 10


def rows(text: str, style: WrapStyle = PROSE, width: int = WIDTH) -> list[str]:
    starts, ends, _ = wrap(text, width, cell_len, style)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def cell(text: str) -> list[str]:
    starts, ends = wrap_cell(text, WIDTH, cell_len)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("abcdefghi/klmno", ["abcdefghi/", "klmno"]),
        ("abcdefghij/lmno", ["abcdefghij", "/lmno"]),
        ("abcde/ghijklmno", ["abcde/", "ghijklmno"]),
        ("abcd/fghijklmno", ["abcd/fghij", "klmno"]),
        ("ab/de/gh/jklmno", ["ab/de/gh/", "jklmno"]),
        ("abcdefgh//klmno", ["abcdefgh//", "klmno"]),
        ("abcdefghi//lmno", ["abcdefghi/", "/lmno"]),
    ],
)
def test_an_address_in_a_cell_is_cut_behind_a_sign_in_the_second_half_of_the_row(
    text: str, cut: list[str]
) -> None:
    """A sign that is the last that fits is such a one; the next is not, nor one of the first half.

    Two signs in a row are not parted, where they fit.
    """
    assert cell(text) == cut
    assert all(cell_len(row) <= WIDTH for row in cell(text))


def test_a_long_word_of_prose_is_cut_where_the_row_is_full() -> None:
    assert rows("abcdefgh/jklmno") == ["abcdefgh/j", "klmno"]


def test_a_long_line_of_code_is_cut_behind_a_sign_and_goes_on_set_in() -> None:
    starts, ends, hangs = wrap("abcdefgh/jklmno", WIDTH, cell_len, wrap_style(BlockKind.CODE))
    assert (starts, ends) == ([0, 9], [9, 15])
    assert hangs[0] == 0 < hangs[1]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("字字字字字字字", ["字字字字字", "字字"]),
        ("a字字字字字字", ["a字字字字", "字字"]),
        ("字字字字字。字", ["字字字字", "字。字"]),
        ("字字字字「字字", ["字字字字", "「字字"]),
    ],
)
def test_ideographs_are_cut_anywhere_but_beside_a_mark_that_clings(
    text: str, cut: list[str]
) -> None:
    assert rows(text) == cut
