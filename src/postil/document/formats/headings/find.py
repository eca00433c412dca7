"""Finds the headings of a plain text, and their levels."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.headings.by_form import find_unmarked
from postil.document.formats.headings.candidates import Candidates, Finding
from postil.document.formats.headings.title_words import (
    is_contents_title,
    is_known,
    may_be_labelled,
)
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.plain_blocks import PlainBlock

_LONGEST = 280
"""Code points of a line that begins with a number, or a word such as Chapter, and is a title."""
_TITLE_PAGE = 60
"""Blocks among which a table of contents begins that a title page stands before."""
OPENINGS = "\u3010\u25a0\u25a1\u25c6\u25c7\u25cf\u25cb\u25ce\u25b2\u25b3\u25bc\u25bd\u2605\u2606"
"""A lenticular bracket, squares, diamonds, discs, triangles and stars, which may open titles."""
_TEXT = 120
"""Code points from which a block is text."""


def find_headings(
    blocks: Sequence[PlainBlock], layout: LineLayout, back_matter: int
) -> dict[int, int]:
    """Return the level, from 1, of each heading before the back matter, by index of its block."""
    candidates = Candidates(blocks, layout, back_matter)
    texts = candidates.texts
    if any(map(is_contents_title, texts)):
        from postil.document.formats.headings.contents import find_contents

        find_contents(candidates)
    labelled = [
        index
        for index in candidates.open_lines()
        if len(texts[index]) <= _LONGEST and may_be_labelled(texts[index])
    ]
    if labelled:
        # Few short texts have labels, and short commands are spared what reads them.
        from postil.document.formats.headings.by_number import find_marked

        find_marked(candidates, labelled)
    if any(text[0] in OPENINGS for text in texts):
        from postil.document.formats.headings.by_opening import find_opened

        find_opened(candidates, OPENINGS)
    find_unmarked(candidates)
    _drop_title_page(candidates)
    if candidates.signed or candidates.labels:
        from postil.document.formats.headings.levels import settle

        return settle(candidates)
    lowest = min(candidates.levels.values(), default=1)
    return {index: level - lowest + 1 for index, level in candidates.levels.items()}


def _drop_title_page(candidates: Candidates) -> None:
    """Unmark short lines below a title, before its table of contents: names and versions."""
    contents = Finding.CONTENTS
    first = next(
        (at for at, found in enumerate(candidates.findings[:_TITLE_PAGE]) if found is contents), 0
    )
    texts = candidates.texts
    first = next((at for at, text in enumerate(texts[:first]) if len(text) >= _TEXT), first)
    for index in sorted(candidates.levels):
        if not 0 < index < first or index in candidates.signed or index in candidates.labels:
            continue
        if index + 1 < first and not is_known(texts[index]):
            candidates.unmark(index, Finding.TEXT)
