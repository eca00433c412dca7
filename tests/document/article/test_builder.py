from __future__ import annotations

import pytest

from postil.document.article.builder import Draft, build
from postil.model.article import Block, BlockKind, Inline, InlineKind


def article_of(*texts: str, back_matter: int | None = None) -> list[tuple[int, str, str | None]]:
    """Return number, kind and title of each section; ``# `` begins a heading."""
    blocks = [
        Block(BlockKind.HEADING, text.removeprefix("# "), level=1)
        if text.startswith("# ")
        else Block(BlockKind.PARAGRAPH, text)
        for text in texts
    ]
    made = build("quay.txt", Draft(blocks, back_matter))
    return [(part.number, part.kind, part.title) for part in made.sections]


def test_sections_begin_at_headings_and_at_the_back_matter() -> None:
    assert article_of("# One", "a", "# Two", "b", "© 2018", back_matter=4) == [
        (1, "body", "One"),
        (2, "body", "Two"),
        (3, "tail", None),
    ]


@pytest.mark.parametrize(("size", "kind"), [(119, "front"), (120, "body")])
def test_a_long_paragraph_before_the_first_heading_is_text(size: int, kind: str) -> None:
    assert article_of("w" * size, "# One", "a")[0] == (0, kind, None)


def test_the_title_of_a_section_is_without_the_footnotes_it_refers_to() -> None:
    marked = (Inline(4, 7, InlineKind.FOOTNOTE, "1"),)
    heading = Block(BlockKind.HEADING, "Jars[1] kept", level=1, inlines=marked)
    article = build("a", Draft([heading, Block(BlockKind.PARAGRAPH, "Text.")]))
    assert article.sections[0].title == "Jars kept"
    assert article.text.startswith("Jars[1]")
