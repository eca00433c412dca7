"""Code and tables take the cells that they need, beyond those of the text, before they fold."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postil.model.article import Block, BlockKind
from postil.typeset import Typeset


def rows(kind: BlockKind, size: int, wide: int) -> tuple[int, int]:
    """Return on how many rows a line of this size stands, and where its first begins."""
    line = ("ab " * size)[: size - 1] + "z"
    found = Typeset([Block(kind, line)], 40, cell_len, wide=wide).rows(0)
    return len(found), found[0].indent


@pytest.mark.parametrize("kind", [BlockKind.CODE, BlockKind.TABLE])
@pytest.mark.parametrize(
    ("size", "wide", "shown"),
    [
        (36, 40, (1, 2)),
        (39, 40, (1, 1)),
        (42, 40, (2, 2)),
        (42, 42, (1, 0)),
        (60, 61, (1, 1)),
        (60, 80, (1, 2)),
        (60, 0, (2, 2)),
        (90, 80, (2, 2)),
    ],
)
def test_lines_fold_where_even_the_page_has_no_room(
    kind: BlockKind, size: int, wide: int, shown: tuple[int, int]
) -> None:
    assert rows(kind, size, wide) == shown


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.LIST_ITEM])
def test_words_keep_to_the_measure(kind: BlockKind) -> None:
    assert rows(kind, 60, 80)[0] == 2


def test_a_table_in_columns_takes_what_it_needs() -> None:
    text = "the lamp of the harbour  the keeper of the lamp\n" * 2 + "x  y"
    cells = (25, 73, 99)
    block = Block(BlockKind.TABLE, text, cells=cells)
    narrow = Typeset([block], 30, cell_len)
    wide = Typeset([block], 30, cell_len, wide=60)
    assert (len(narrow.rows(0)), len(wide.rows(0))) == (5, 3)


def test_a_new_width_is_one_of_both() -> None:
    typeset = Typeset([Block(BlockKind.CODE, "x" * 50)], 40, cell_len, wide=60)
    assert len(typeset.rows(0)) == 1
    typeset.resize(40)
    assert (typeset.wide, len(typeset.rows(0))) == (40, 2)
    typeset.resize(40, 55)
    assert len(typeset.rows(0)) == 1


def test_unfolded_lines_are_whole_and_the_words_beside_them_are_not() -> None:
    blocks = [
        Block(BlockKind.CODE, "short\n" + "long " * 30),
        Block(BlockKind.PARAGRAPH, "word " * 30),
        Block(BlockKind.CODE, "灯" * 40),
        Block(BlockKind.TABLE, "a  " + "b" * 90, cells=(3,)),
    ]
    typeset = Typeset(blocks, 40, cell_len, wide=50)
    assert [typeset.beyond(at) for at in range(4)] == [102, 0, 32, 15]
    folded = [len(typeset.rows(at)) for at in range(4)]
    typeset.resize(40, 50, unfolded=True)
    assert [len(typeset.rows(at)) for at in range(4)] == [2, folded[1], 1, 2]
    typeset.resize(40, 50)
    assert [len(typeset.rows(at)) for at in range(4)] == folded
