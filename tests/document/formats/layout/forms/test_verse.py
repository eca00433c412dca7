"""Poems, and what has short lines without being one."""

from __future__ import annotations

import pytest

from postil.document.formats import plain
from postil.model.article import BlockKind
from tests.document.articles import blocks
from tests.document.formats.layout.forms.annotated import bare, expected, read, texts

TEXTS = texts("verse.txt")


@pytest.mark.parametrize("name", TEXTS)
def test_a_poem_keeps_its_lines_and_nothing_else_does(name: str) -> None:
    assert read(TEXTS[name]) == expected(TEXTS[name])


def test_a_stanza_is_one_as_its_neighbours_are() -> None:
    stanza = "The tide has taken what it gave,\nAnd left a feather on a wave,"
    poem = "\n\n".join(
        [stanza, "And nobody\nis there to see,", "But you, my love,\nand sometimes me."]
    )
    found = blocks(f"{poem}\n")
    assert [block.kind for block in found] == [BlockKind.VERSE] * 3
    assert found[0].text == stanza


def test_a_hundred_names_stay_together() -> None:
    names = "\n".join(f"Person Number{'abcdefghij'[n % 10]}" for n in range(100))
    assert len(blocks(f"{names}\n")) == 1


@pytest.mark.parametrize("name", TEXTS)
def test_the_first_screenful_is_what_the_whole_begins_with(name: str) -> None:
    text = bare(TEXTS[name])
    for cut in range(text.find("\n") + 1, len(text), 97):
        head = text[: text.rfind("\n", 0, cut) + 1]
        shown = plain.preview(head, text).blocks
        whole = plain.read(text, head).blocks
        assert [block.text for block in shown] == [block.text for block in whole[: len(shown)]]


def test_couplets_of_a_script_without_capitals_are_verse() -> None:
    text = (
        "نزل المطر على حقول القمح البعيدة\nوعاد الراعي إلى الدار السعيدة\n\n"
        "ونام الأولاد والنار مضيئة\nوالريح في الأبواب ليست بطيئة\n"
    )
    assert [len(block.text.split("\n")) for block in blocks(text)] == [2, 2]


def test_lines_that_end_within_words_are_prose() -> None:
    text = (
        "A well-\nknown miller, who was well-known, of forty-\n"
        "five years; and a twenty-\none gun salute.\n"
    )
    (block,) = blocks(text)
    assert (block.kind, block.text.split()[:3]) == ("paragraph", ["A", "well-known", "miller,"])
