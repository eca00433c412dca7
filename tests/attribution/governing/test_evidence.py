"""The attributions of a block: in brackets, as a whole line, and as the words of a link."""

from __future__ import annotations

import pytest

from postil.attribution.governing.evidence import Evidence
from postil.attribution.lead_ins.quote_reach import OuterQuotations
from postil.model.article import Block, BlockKind, Inline, InlineKind

ADDRESS = "https://herald.example/tides"


def linked(words: str, kind: InlineKind = InlineKind.LINK) -> Block:
    """Return a paragraph that ends with a link."""
    text = f"The ships left at dawn. {words}"
    inline = Inline(len(text) - len(words), len(text), kind, ADDRESS)
    return Block(BlockKind.PARAGRAPH, text, inlines=(inline,))


def read(block: Block) -> list[tuple[str, str]]:
    found = Evidence().attributions(block)
    return [
        (block.text[one.start : one.end], one.sources[0].container_title or one.sources[0].url)
        for one in found
    ]


@pytest.mark.parametrize(
    "words",
    ["Source: Mary Lamb, Quay Herald, May 3, 2001", "SOURCE: Quay Herald", "source: Quay Herald"],
)
def test_a_link_that_begins_with_the_word_source_is_an_attribution(words: str) -> None:
    assert read(linked(words)) == [(words, "Quay Herald")]
    [found] = Evidence().attributions(linked(words))
    assert found.sources[0].url == ADDRESS


@pytest.mark.parametrize("words", ["Quay Herald", "Sou", "Resource: Quay Herald", "the source"])
def test_another_link_is_none(words: str) -> None:
    assert read(linked(words)) == []


def test_words_that_are_set_apart_otherwise_are_no_link() -> None:
    assert read(linked("Source: Quay Herald", InlineKind.EMPHASIS)) == []


def test_brackets_and_links_of_a_block_are_read_in_their_order() -> None:
    first = "It rained. "
    text = "Source: Quay Herald"
    rest = " It snowed. [Source: Harbour Post, 2002]"
    inline = Inline(len(first), len(first) + len(text), InlineKind.LINK, ADDRESS)
    block = Block(BlockKind.PARAGRAPH, first + text + rest, inlines=(inline,))
    assert [title for _, title in read(block)] == ["Quay Herald", "Harbour Post"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Source: Quay Herald, 2001", True),
        ("Sources: Quay Herald, 2001", True),
        ("Source Quay Herald, 2001", False),
        ("The source: Quay Herald, 2001", False),
    ],
)
def test_a_whole_paragraph_may_be_one(text: str, found: bool) -> None:
    block = Block(BlockKind.PARAGRAPH, text)
    assert read(block) == ([(text, "Quay Herald")] if found else [])


def test_words_set_as_code_are_no_attribution_and_no_lead_in() -> None:
    text = "It is safe now (Source: Reset Herald, May 3, 2001). According to Reset Herald: “yes”."
    block = Block(BlockKind.PARAGRAPH, text)
    evidence = Evidence()
    assert len(evidence.attributions(block)) == 1
    assert len(evidence.lead_ins(block, OuterQuotations(text))) == 1
    code = [
        Inline(at, at + 5, InlineKind.CODE) for at in (text.index("Reset"), text.rindex("Reset"))
    ]
    block = Block(BlockKind.PARAGRAPH, text, inlines=tuple(code))
    assert evidence.attributions(block) == []
    assert evidence.lead_ins(block, OuterQuotations(text)) == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Quelle: Hafenblatt, 3. Mai 2004", "Hafenblatt"),
        ("出典：港湾新聞、2019年3月4日", "港湾新聞"),
        ("船は出た。（出典：港湾新聞、2019年3月4日）", "港湾新聞"),
    ],
)
def test_a_label_in_any_language_is_evidence(text: str, outlet: str) -> None:
    (found,) = Evidence().attributions(Block(BlockKind.PARAGRAPH, text))
    assert [source.container_title for source in found.sources] == [outlet]
    assert text[found.end - 1] in "）4日"


@pytest.mark.parametrize("text", ["Note: Quelle is a spring", "Ort: Hamburg", "港：船", "a：b"])
def test_other_words_before_a_colon_are_none(text: str) -> None:
    assert Evidence().attributions(Block(BlockKind.PARAGRAPH, text)) == []
