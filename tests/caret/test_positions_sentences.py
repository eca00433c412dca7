"""Places in an article, and the sentences of a block, which begin with a whole character."""

from __future__ import annotations

import pytest

from postil.caret.positions import (
    TextPosition,
    filled,
    last_of,
    offset_of,
    position_of,
    sentences_in,
)
from postil.model.article import Article, Block, BlockKind

ACUTE = "\u0301"


def article(*texts: str) -> Article:
    return Article("a.txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One. Élan.", ["One.", "Élan."]),
        (f"One. E{ACUTE}lan.", ["One.", f"E{ACUTE}lan."]),
        (f"One. {ACUTE}Two.", ["One.", "Two."]),
        (f"One. {ACUTE}{ACUTE}Two.", ["One.", "Two."]),
        ("One. “Two.”", ["One.", "“Two.”"]),
    ],
)
def test_a_mark_on_the_blank_before_a_sentence_is_no_part_of_it(
    text: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences_in(text)] == found


def test_nothing_but_marks_on_a_stop_is_no_sentence() -> None:
    text = f"One. {ACUTE}"
    assert [text[start:end] for start, end in sentences_in(text)] == ["One."]


def test_a_place_is_the_whole_character_that_an_offset_lies_in() -> None:
    made = article(f"e{ACUTE}a", "", "b")
    assert position_of(made, 0) == position_of(made, 1) == TextPosition(0, 0)
    assert position_of(made, 2) == TextPosition(0, 2)
    assert offset_of(made, TextPosition(2, 0)) == made.starts[2]
    assert last_of(article(f"ae{ACUTE}"), 0) == TextPosition(0, 1)


def test_where_a_block_is_empty_the_next_text_is_meant_and_then_the_one_before() -> None:
    made = article("", "a", "", "bc", "")
    assert [position_of(made, start) for start in made.starts[:5]] == [
        TextPosition(1, 0),
        TextPosition(1, 0),
        TextPosition(3, 0),
        TextPosition(3, 0),
        TextPosition(3, 1),
    ]
    assert position_of(article(), 0) is None
    assert position_of(article("", ""), 0) is None
    assert (filled(made, 1, 1), filled(made, 3, -1)) == (3, 1)
    assert (filled(made, 3, 1), filled(made, 1, -1)) == (None, None)
