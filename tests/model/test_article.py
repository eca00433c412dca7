"""The canonical text of an article, and what lies at an offset of it."""

from __future__ import annotations

import pytest

from postil.model.article import Article, Block, BlockKind, Section
from postil.model.span import Span

EMPTY = Article("a.txt", ())


def article(*texts: str, sections: tuple[Section, ...] = ()) -> Article:
    return Article("a.txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts), sections)


def test_an_article_without_blocks_has_an_answer_to_everything() -> None:
    assert (EMPTY.text, EMPTY.length, EMPTY.starts) == ("", 0, [0])
    assert EMPTY.block_at(5) == 0
    assert EMPTY.section_at(5) is None
    assert EMPTY.line_at(5) == 1


@pytest.mark.parametrize(
    ("offset", "block"), [(-1, 0), (0, 0), (2, 0), (4, 0), (5, 1), (7, 1), (10, 2), (99, 2)]
)
def test_the_joint_behind_a_block_belongs_to_it(offset: int, block: int) -> None:
    made = article("abc", "def", "g")
    assert made.starts == [0, 5, 10, 13]
    assert made.length == len(made.text) == 11
    assert made.block_at(offset) == block


def test_a_block_lies_where_its_text_does() -> None:
    made = article("abc", "", "g")
    assert [made.block_span(at) for at in range(3)] == [Span(0, 3), Span(5, 5), Span(7, 8)]


def test_what_follows_the_article_proper_is_its_tail() -> None:
    plain = article("a", "b", "c", "d")
    tail = Section(1, "Notes", 1, "tail", Span(plain.starts[2], plain.length), 2, 4)
    assert plain.tail == 4
    assert article("a", "b", "c", "d", sections=(tail,)).tail == 2
