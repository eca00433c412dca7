"""Tables of contents: their entries look like the headings that they list, and are none."""

from __future__ import annotations

from postil.document.formats.headings.candidates import NUMBERED, Candidates, Finding
from postil.document.formats.headings.title_words import (
    is_contents_title,
    may_be_labelled,
)
from postil.document.formats.layout.drawn_lines import LEADER

_ENTRY_SHARE = 0.6
"""Share of its lines that look like entries in a group that belongs to a table of contents."""
_ENTRY = 60
"""Code points: an entry of a table of contents is shorter."""


def find_contents(candidates: Candidates) -> None:
    """Set tables of contents aside."""
    inside = False
    for index, text in enumerate(candidates.texts):
        if is_contents_title(text):
            if candidates.findings[index] is Finding.TEXT:
                candidates.findings[index] = Finding.CONTENTS
            inside = True
        elif inside:
            inside = _is_entry(candidates, index)
            if inside:
                candidates.unmark(index, Finding.CONTENTS)


def _is_entry(candidates: Candidates, index: int) -> bool:
    plain, text = candidates.blocks[index], candidates.texts[index]
    entries = 0
    for line in plain.lines:
        words = line.strip()
        entries += (
            len(words) < _ENTRY
            or LEADER.search(line) is not None
            or NUMBERED.match(words) is not None
            or _is_part(words)
        )
    if entries < _ENTRY_SHARE * len(plain.lines):
        return False
    if len(plain.lines) > 1 or plain.indent > 0 or LEADER.search(text):
        return True
    # Lines that are paragraphs each stand together without a blank one between.
    later = candidates.blocks[index + 1 : index + 2]
    return not plain.before or any(not other.before for other in later)


def _is_part(line: str) -> bool:
    if not may_be_labelled(line):
        return False
    # Few texts have labels, and short commands are spared what reads them.
    from postil.document.formats.headings.labels import read_label

    label = read_label(line)
    return label is not None and label.rank is not None
