"""Rows are asked for like any other sequence."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postil.model.article import Block, BlockKind
from postil.typeset import Typeset


def test_a_slice_of_the_rows_has_the_rows_in_it() -> None:
    rows = Typeset([Block(BlockKind.PARAGRAPH, "one two three four")], 5, cell_len).rows(0)
    every = [rows[0], rows[1], rows[2], rows[3]]
    assert len(rows) == 4
    assert list(rows) == every
    assert rows[1:3] == every[1:3]
    assert rows[::-1] == every[::-1]
    assert rows[-1] == every[-1]
    assert rows[4:] == []
    with pytest.raises(IndexError):
        rows[4]
