"""Finds the headings of a plain text, and their levels."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.headings.by_form import find_unmarked
from postil.document.formats.headings.by_number import find_contents, find_marked
from postil.document.formats.headings.candidates import Page
from postil.document.formats.layout.line_layout import Shape
from postil.document.formats.layout.plain_blocks import Unit


def find_headings(units: Sequence[Unit], shape: Shape, tail: int) -> dict[int, int]:
    """Return the level, from 1, of each unit before the tail that is a heading, by its index."""
    page = Page(units, shape, tail)
    find_contents(page)
    find_marked(page)
    find_unmarked(page)
    lowest = min(page.levels.values(), default=1)
    return {index: level - lowest + 1 for index, level in page.levels.items()}
