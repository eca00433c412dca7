"""Half-lines: verse whose lines are two halves with a gap or signs between, as in Arabic."""

from __future__ import annotations

from collections.abc import Sequence

from postil.text.lazy_regex import lazily

_HALVES = lazily(
    r"\s{0,60}(?P<first>[\u0590-\u08ff][^\d\n*/|=]{4,80}?)"
    r"(?:\s{3,80}|\s{1,4}(?:\*{1,5}|\.{3,8}|\u2026{1,3}|[/|=#~_-]{1,3})\s{1,4})"
    r"(?P<second>[\u0590-\u08ff][^\d\n*/|=]{4,80})$"
)
_SHARE = 0.8
"""Share of the lines that have two halves."""
_WORDS = 2
"""Words in each half, at least."""
_UNLIKE = 2.0
"""How many times as long as the other a half may be."""


def are_half_lines(lines: Sequence[str]) -> bool:
    """Tell whether most of several lines are two halves of a verse in a script from right to left.

    A table has more columns, figures or single words.
    """
    found = sum(map(_is_halved, lines))
    return len(lines) > 1 and found >= _SHARE * len(lines)


def _is_halved(line: str) -> bool:
    found = _HALVES.match(line.rstrip())
    if found is None:
        return False
    sizes = sorted(len(found[name].strip()) for name in ("first", "second"))
    words = min(len(found[name].split()) for name in ("first", "second"))
    return words >= _WORDS and sizes[1] <= _UNLIKE * sizes[0]
