"""Quotations within one another, from the inside out."""

from __future__ import annotations

import pytest

from postil import caret
from postil.caret.text_objects import quotation_around
from postil.model.article import Article, Block, BlockKind
from postil.model.span import Span

TEXT = "He said: “She wrote: ‘Come “now” or so.’ He went.”"
READ = Article("a.txt", (Block(BlockKind.PARAGRAPH, "Before."), Block(BlockKind.PARAGRAPH, TEXT)))
OUTER = "She wrote: ‘Come “now” or so.’ He went."
INNER = "Come “now” or so."


def span(part: str) -> Span:
    start = READ.text.index(part)
    return Span(start, start + len(part))


def words(found: Span | None) -> str | None:
    return None if found is None else READ.text[found.start : found.end]


@pytest.mark.parametrize(
    ("part", "around"),
    [
        ("ow", "now"),
        ("now", INNER),
        ("Come", INNER),
        (INNER, OUTER),
        ("wrote", OUTER),
        ("went", OUTER),
        ("wrote: ‘Come", OUTER),
        (OUTER, None),
        ("said", None),
        ("Before", None),
    ],
)
def test_a_selection_grows_to_the_innermost_quotation_that_is_more(
    part: str, around: str | None
) -> None:
    assert words(quotation_around(READ, span(part))) == around


@pytest.mark.parametrize(("part", "inside"), [("ow", "now"), ("Come", INNER), ("went", OUTER)])
def test_the_quotation_at_a_place_is_the_innermost(part: str, inside: str) -> None:
    assert words(caret.quotation_at(READ, span(part).start)) == inside
