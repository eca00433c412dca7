from __future__ import annotations

import pytest

from postil.document.article.builder import Draft, build, count_words
from postil.model.article import Block, BlockKind


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


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("two words", 2), ("灯台守", 2), ("灯台守は毎晩", 4), ("등대 지기", 2)],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count
