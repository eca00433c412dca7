"""Outlines of invented articles of many styles, however their lines are broken."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from tests.document.articles import headings
from tests.document.formats.headings.odd_outlines import AMBIGUOUS, ODD
from tests.document.formats.headings.outlines import OUTLINES, Outline

WIDTHS = [60, 72, 90, 110, 150, None]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("outline", OUTLINES + ODD, ids=lambda outline: outline.name)
def test_the_outline_is_the_one_a_reader_would_write(outline: Outline, width: int | None) -> None:
    assert [words for _, words in headings(outline.text(width))] == outline.headings


@pytest.mark.parametrize("outline", AMBIGUOUS, ids=lambda outline: outline.name)
def test_where_readers_differ_broken_lines_are_read_with_care(outline: Outline) -> None:
    assert [words for _, words in headings(outline.text(72))] == outline.headings


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 160])
def test_the_headings_of_the_first_article_are_found_in_any_width(seed: Path, width: int) -> None:
    source = (seed / "article.txt").read_text("utf-8")
    wanted = headings(source)
    assert len(wanted) == 11
    lines = [fill(line, width, break_on_hyphens=False) for line in source.split("\n") if line]
    assert headings("\n\n".join(lines)) == wanted
