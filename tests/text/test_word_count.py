"""Words are counted when they are asked for, in ideographs too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.document.article.builder import Draft, build
from postil.model.article import Block, BlockKind
from postil.text.word_count import count_words, section_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("two words", 2),
        ("“two  words”", 2),
        ("灯台守", 2),
        ("灯台守は毎晩", 4),
        ("등대 지기", 2),
        ("ゟ゠", 2),
        ("㐀\u4dff\u9fff\ua000", 2),
        ("\u3000守\u3000", 1),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.text(st.characters(codec="utf-8")))
def test_two_ideographs_count_as_one_word_more(text: str) -> None:
    found = sum("\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" for sign in text)
    assert count_words(text) == len(text.split()) + found // 2


def test_a_section_has_the_words_of_its_blocks() -> None:
    heading = Block(BlockKind.HEADING, "Two words", level=1)
    blocks = [heading, *[Block(BlockKind.PARAGRAPH, "and three more")] * 120, heading]
    article = build("quay.txt", Draft(blocks))
    paused: list[None] = []
    counts = [section_words(article, one, lambda: paused.append(None)) for one in article.sections]
    assert counts == [362, 2]
    assert len(paused) == 4
