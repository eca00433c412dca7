"""Lines the writer wanted: no blank before their ends, and two are verse where that is said."""

from __future__ import annotations

from postil.document.formats.markup.block_writer import BlockWriter
from postil.model.article import BlockKind, Inline, InlineKind


def test_no_blank_stands_before_the_end_of_a_line() -> None:
    writer = BlockWriter()
    writer.text("One ")
    writer.start("em")
    writer.text("two ")
    writer.end("em")
    writer.start("br")
    writer.text(" three")
    writer.start("br")
    writer.text("four")
    writer.close()
    (block,) = writer.blocks
    assert block.text == "One two\nthree\nfour"
    assert block.inlines == (Inline(4, 7, InlineKind.EMPHASIS),)
    assert block.breaks == (8, 14)


def test_two_lines_are_verse_where_it_is_said() -> None:
    writer = BlockWriter()
    for said in (0, 1):
        writer.verse = said
        writer.start("p")
        writer.text("One")
        writer.start("br")
        writer.text("two")
        writer.end("p")
    assert [(block.kind, block.text) for block in writer.blocks] == [
        (BlockKind.PARAGRAPH, "One two"),
        (BlockKind.VERSE, "One\ntwo"),
    ]


def test_elements_within_a_line_beyond_a_number_are_passed_over() -> None:
    writer = BlockWriter()
    for _ in range(40):
        writer.start("em")
    writer.text("One")
    for _ in range(40):
        writer.end("em")
    writer.text(" two ")
    writer.start("b")
    writer.text("three")
    writer.end("b")
    writer.close()
    (block,) = writer.blocks
    marks = [one.kind for one in block.inlines]
    assert 0 < marks.count(InlineKind.EMPHASIS) < 40
    assert block.inlines[-1] == Inline(8, 13, InlineKind.STRONG)
