"""Finds the headings of a plain text, and their levels."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.headings.by_form import find_unmarked
from postil.document.formats.headings.by_number import find_contents, find_marked
from postil.document.formats.headings.candidates import Candidates
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.plain_blocks import PlainBlock


def find_headings(
    blocks: Sequence[PlainBlock], layout: LineLayout, back_matter: int
) -> dict[int, int]:
    """Return the level, from 1, of each heading before the back matter, by index of its block."""
    candidates = Candidates(blocks, layout, back_matter)
    find_contents(candidates)
    find_marked(candidates)
    find_unmarked(candidates)
    lowest = min(candidates.levels.values(), default=1)
    return {index: level - lowest + 1 for index, level in candidates.levels.items()}
