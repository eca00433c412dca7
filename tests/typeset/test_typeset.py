"""Virtual lines, indents and gaps: what a page asks of a set article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postil.model.article import Block, BlockKind
from postil.typeset import Row, Typeset
from tests.typeset.drawing import page

KINDS = st.sampled_from(list(BlockKind))
TEXTS = st.text(st.sampled_from("ab  字\n"), max_size=200)
BLOCKS = st.lists(
    st.builds(
        Block,
        KINDS,
        TEXTS,
        line=st.integers(1, 9),
        level=st.integers(0, 4),
        marker=st.sampled_from(["", "•", "12.", "[^long-label]"]),
        quoted=st.integers(0, 3),
    ),
    min_size=1,
    max_size=12,
)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def item(marker: str, text: str, line: int, level: int = 1) -> Block:
    return Block(BlockKind.LIST_ITEM, text, line=line, level=level, marker=marker)


@given(BLOCKS, st.integers(1, 60))
def test_lines_and_rows_are_inverse_once_settled(blocks: list[Block], width: int) -> None:
    typeset = Typeset(blocks, width, cell_len)
    typeset.count_rows(0, 10**6)
    assert typeset.height == sum(
        typeset.gap(at) + len(typeset.rows(at)) for at in range(len(blocks))
    )
    for y in range(typeset.height):
        block, row = typeset.at(y)
        assert -typeset.gap(block) <= row < len(typeset.rows(block))
        assert typeset.y_of(block, row) == y


@given(BLOCKS, st.integers(1, 60))
def test_text_keeps_room_and_leads_fit_their_indent(blocks: list[Block], width: int) -> None:
    typeset = Typeset(blocks, width, cell_len)
    for at in range(len(blocks)):
        for row in typeset.rows(at):
            assert cell_len(row.lead) <= row.indent
            assert width - row.indent >= min(8, width)


@given(BLOCKS, st.integers(1, 60), st.integers(1, 60))
def test_refining_in_steps_counts_what_settling_counts(
    blocks: list[Block], width: int, other: int
) -> None:
    stepwise = Typeset(blocks, other, cell_len)
    stepwise.count_rows(0, 5)
    stepwise.resize(width)
    while not stepwise.refine(1):
        pass
    stepwise.commit()
    at_once = Typeset(blocks, width, cell_len)
    at_once.count_rows(0, 10**6)
    assert stepwise.height == at_once.height
    assert not stepwise.count_rows(0, 10**6)


def test_settling_says_whether_lines_moved() -> None:
    typeset = Typeset([paragraph("a" * 20 + " " + "b" * 20)] * 9, 23, cell_len)
    assert typeset.count_rows(4, 3)
    assert not typeset.count_rows(4, 3)
    assert typeset.y_of(5) - typeset.y_of(4) == 3


def test_settling_moves_lines_that_were_refined_without_a_commit() -> None:
    typeset = Typeset([paragraph("a" * 20 + " " + "b" * 20)] * 9, 23, cell_len)
    before = typeset.height
    typeset.refine(100)
    assert typeset.height == before
    assert typeset.count_rows(4, 3)


def test_estimates_come_near_the_truth() -> None:
    prose = paragraph("the road goes on and ever on beyond the hills of home " * 12)
    korean = paragraph("길은 언덕을 넘어 계속 이어지고 또 이어진다 " * 12)
    for block in (prose, korean):
        typeset = Typeset([block] * 50, 60, cell_len)
        estimate = typeset.height
        typeset.count_rows(0, 10**6)
        assert abs(estimate - typeset.height) <= 0.12 * typeset.height


def test_a_heading_stands_below_a_wider_gap() -> None:
    typeset = Typeset([paragraph("a"), paragraph("words")], 20, cell_len)
    typeset.count_rows(0, 99)
    assert typeset.height == 3
    heading = Block(BlockKind.HEADING, "Title", level=1)
    typeset = Typeset([paragraph("a"), heading, paragraph("words")], 20, cell_len)
    typeset.count_rows(0, 99)
    assert typeset.height == 1 + 3 + 2


def test_without_blocks_there_are_no_lines() -> None:
    typeset = Typeset([], 20, cell_len)
    assert typeset.height == 0
    assert typeset.at(3) == (0, 0)
    assert typeset.y_of(0) == 0
    assert not typeset.count_rows(0, 10)
    assert typeset.refine(10)
    typeset.resize(10)


def test_an_empty_block_has_one_empty_row() -> None:
    typeset = Typeset([paragraph("")], 20, cell_len)
    assert list(typeset.rows(0)) == [Row(0, 0, 0, "")]
    assert typeset.cell_of(0, 0, 0) == 0
    assert typeset.offset_at(0, 0, 5) == 0


def test_lines_outside_the_article_give_the_nearest() -> None:
    typeset = Typeset([paragraph("a"), paragraph("b")], 20, cell_len)
    assert typeset.at(-5) == (0, 0)
    assert typeset.at(99) == (1, 0)


def test_headings_stand_off_and_tight_lists_do_not() -> None:
    blocks = [
        Block(BlockKind.HEADING, "Top", level=1),
        paragraph("words"),
        Block(BlockKind.HEADING, "Second", level=2),
        Block(BlockKind.HEADING, "Third", level=3),
        item("•", "one", 9),
        item("•", "two", 10),
        item("•", "three, after a blank line", 12),
    ]
    assert [Typeset(blocks, 40, cell_len).gap(at) for at in range(7)] == [0, 1, 2, 1, 1, 0, 1]


def test_items_hang_from_their_markers() -> None:
    blocks = [
        item("10.", "a long item of a list", 1),
        item("", "its further words", 2),
        item("•", "an item within it", 3, level=2),
    ]
    assert page(blocks, 16) == [
        "10. a long item",
        "    of a list",
        "    its further",
        "    words",
        "  • an item",
        "    within it",
    ]


def test_quotations_have_a_bar_a_level_on_every_row() -> None:
    quoted = Block(BlockKind.PARAGRAPH, "words of somebody else", quoted=2)
    assert page([quoted], 16) == ["▎ ▎ words of", "▎ ▎ somebody", "▎ ▎ else"]
    listed = Block(BlockKind.LIST_ITEM, "an item in it", marker="•", level=1, quoted=1)
    assert page([listed], 14) == ["▎ • an item in", "▎   it"]


def test_footnotes_and_code_are_set_in() -> None:
    assert page([Block(BlockKind.FOOTNOTE, "see the annex", marker="[1]")], 13) == [
        "[1] see the",
        "    annex",
    ]
    assert page([Block(BlockKind.CODE, "a\n b")], 20) == ["  a", "   b"]


def test_indents_give_way_when_the_width_is_tiny() -> None:
    deep = Block(BlockKind.LIST_ITEM, "words and words", marker="•", level=6)
    assert page([deep], 10) == ["  words", "  and", "  words"]
    assert page([deep], 6) == ["words", "and", "words"]


def test_a_hanging_blank_belongs_to_the_row_before_it() -> None:
    typeset = Typeset([paragraph("one two")], 4, cell_len)
    assert [typeset.row_of(0, offset) for offset in (0, 3, 4, 7, 99)] == [0, 0, 1, 1, 1]
    assert typeset.cell_of(0, 0, 3) == 3
    assert typeset.cell_of(0, 0, 99) == 3
    assert typeset.offset_at(0, 0, 3) == 2


@pytest.mark.parametrize(
    ("cell", "offset"), [(-4, 0), (0, 0), (1, 0), (2, 1), (3, 2), (4, 4), (5, 4), (6, 7), (99, 7)]
)
def test_a_cell_gives_the_character_that_covers_it(cell: int, offset: int) -> None:
    typeset = Typeset([paragraph("字ae\u0301👩\u200d👩z")], 40, cell_len)
    assert typeset.offset_at(0, 0, cell) == offset
