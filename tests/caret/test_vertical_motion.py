from __future__ import annotations

from rich.cells import cell_len

from postil import caret
from postil.model.article import Article, Block, BlockKind
from postil.typeset import Typeset
from tests.caret.articles import article


def test_rows_are_walked_with_the_wanted_cell_kept() -> None:
    read = article("alpha beta gamma", "x", "delta epsilon")
    typeset = Typeset(read.blocks, 11, cell_len)
    at, cell = caret.screen_line(read, typeset, 8, 1)
    assert (read.text[at], cell) == ("a", 8)
    at, cell = caret.screen_line(read, typeset, at, 1, cell)
    assert (read.text[at], cell) == ("x", 8)
    at, cell = caret.screen_line(read, typeset, at, 1, cell)
    assert read.text[at:].startswith("a epsilon")
    at, cell = caret.screen_line(read, typeset, at, -3, cell)
    assert at == 8
    assert caret.screen_line(read, typeset, at, 99, cell)[0] == read.text.index("n", 25)
    assert caret.screen_line(read, typeset, at, -1, cell)[0] == at


def test_rows_of_code_without_a_character_are_passed_over() -> None:
    read = Article("a.md", (Block(BlockKind.CODE, "a\n\nb\n"), Block(BlockKind.PARAGRAPH, "c")))
    typeset = Typeset(read.blocks, 20, cell_len)
    visited = [0]
    for _ in range(4):
        visited.append(caret.screen_line(read, typeset, visited[-1], 1)[0])
    assert visited == [0, 2, 3, 7, 7]
    assert caret.screen_line(read, typeset, 7, -1)[0] == 3
