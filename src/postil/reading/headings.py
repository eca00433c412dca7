"""Finds the headings of a plain text, and their levels."""

from __future__ import annotations

from collections.abc import Sequence

from postil.reading.heading_looks import find_unmarked
from postil.reading.heading_marks import find_contents, find_marked
from postil.reading.page import Page
from postil.reading.shape import Shape
from postil.reading.units import Unit


def find_headings(units: Sequence[Unit], shape: Shape, tail: int) -> dict[int, int]:
    """Return the level, from 1, of each unit before the tail that is a heading, by its index."""
    page = Page(units, shape, tail)
    find_contents(page)
    find_marked(page)
    find_unmarked(page)
    lowest = min(page.levels.values(), default=1)
    return {index: level - lowest + 1 for index, level in page.levels.items()}
