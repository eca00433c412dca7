"""Paragraphs from right to left end at the right edge of the text, each row by itself."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postil.model.article import Block, BlockKind
from postil.typeset import Typeset
from postil.typeset.direction import ends_at_the_right

HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd"
ARABIC = "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (HEBREW, True),
        (ARABIC, True),
        (f"\u201c12. {HEBREW}\u201d said Ann", True),
        (f"Ann said \u201c{HEBREW}\u201d", False),
        ("12. \u2014", False),
        ("\u5b57", False),
        ("", False),
    ],
)
def test_the_first_letter_tells_the_direction(text: str, right: bool) -> None:
    assert ends_at_the_right(Block(BlockKind.PARAGRAPH, text)) is right
    assert ends_at_the_right(Block(BlockKind.HEADING, text, level=2)) is right


def test_what_hangs_from_a_marker_and_code_stand_at_the_left() -> None:
    item = Block(BlockKind.LIST_ITEM, HEBREW, level=1, marker="1.")
    assert not any(map(ends_at_the_right, (item, Block(BlockKind.CODE, HEBREW))))
    assert not ends_at_the_right(Block(BlockKind.PARAGRAPH, HEBREW, level=1))


@pytest.mark.parametrize("quoted", [0, 2])
@pytest.mark.parametrize("text", [" ".join([HEBREW] * 9), " ".join([ARABIC] * 9)])
def test_every_row_ends_at_the_edge(text: str, quoted: int) -> None:
    block = Block(BlockKind.PARAGRAPH, text, quoted=quoted)
    typeset = Typeset([block], 40, cell_len)
    rows = typeset.rows(0)
    assert len(rows) > 1
    for number, row in enumerate(rows):
        assert row.indent + cell_len(text[row.start : row.end]) == 40
        assert cell_len(row.lead) <= row.indent
        assert row.lead.startswith("\u258e " * quoted)
        assert typeset.offset_at(0, number, row.indent) == row.start
        assert typeset.cell_of(0, number, row.start) == row.indent


def test_vowels_that_take_no_cell_count_for_none() -> None:
    pointed = "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd"
    (row,) = Typeset([Block(BlockKind.PARAGRAPH, pointed)], 20, cell_len).rows(0)
    assert row.indent == 16
