"""Numbered lines that are no titles after all: items of lists, and entries of a contents."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.headings.candidates import NUMBERED, Candidates, Finding
from postil.document.formats.layout.drawn_lines import LEADER
from postil.text.lazy_regex import lazily

_NO_WORD = lazily(r"\W+")
_PROSE = 60
"""Code points of a line below a title from which it is text."""


def drop_listed(candidates: Candidates) -> None:
    """Unmark numbered lines that are in no order, have no text between them, or stand twice."""
    _drop_unordered(candidates)
    _drop_runs(candidates)
    _drop_repeated(candidates)


def _drop_unordered(candidates: Candidates) -> None:
    """Unmark titles whose number, without a dot, neither is the first nor follows on another."""
    before = 0
    for index in sorted(candidates.numbered):
        found = NUMBERED.match(candidates.texts[index])
        if not found or not found["number"].isdigit():
            continue
        number = int(found["number"])
        if found["dot"] or number <= 1 or number == before + 1:
            before = number
        else:
            candidates.unmark(index, Finding.TEXT)


def _drop_runs(candidates: Candidates) -> None:
    """Unmark numbered titles with no text between them: they are items of a list."""
    run: list[int] = []
    for index in range(len(candidates.blocks) + 1):
        if index in candidates.numbered:
            run.append(index)
            continue
        first = _most_of_a_scheme([one for one in run if candidates.levels[one] == 1], candidates)
        if (len(run) >= 4 and first >= 2) or (len(run) >= 2 and first == len(run)):
            for member in run:
                candidates.unmark(member, Finding.LISTED)
        run = []


def _most_of_a_scheme(run: Sequence[int], candidates: Candidates) -> int:
    """Return how many titles count on as one scheme: below I may stand A with no text between."""
    schemes = [candidates.schemes.get(index, "") for index in run]
    return max(map(schemes.count, schemes), default=0)


def _drop_repeated(candidates: Candidates) -> None:
    """Unmark the earlier of two equal numbered titles, an entry of a table of contents.

    A title with a text below it is none: it stands twice where a text has several counts.
    """
    seen: dict[str, int] = {}
    for index in sorted(candidates.numbered):
        key = _NO_WORD.sub(" ", candidates.texts[index]).strip()
        if key in seen and not _has_text(candidates, seen[key]):
            candidates.unmark(seen[key], Finding.CONTENTS)
        seen[key] = index


def _has_text(candidates: Candidates, index: int) -> bool:
    """Tell whether prose follows a title at once."""
    later = candidates.texts[index + 1] if index + 1 < len(candidates.texts) else ""
    return len(later) >= _PROSE and index + 1 not in candidates.labels and not LEADER.search(later)
