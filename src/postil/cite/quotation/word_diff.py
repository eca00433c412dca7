"""Compares two wordings of a passage, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from postil.cite.quotation.tokens import Token

Change = tuple[str, int, int, int, int]
"""As difflib gives them: equal, replace, delete or insert; then from and to, in either text."""


def compared(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Change]:
    """Yield what was done to one wording to get the other.

    Where a word stands before and behind what is left out, the one that is kept is the one that
    the reader has written with the same capitals.
    """
    changes = _changes([one.key for one in before], [one.key for one in after])
    shift = 0
    for at, (kind, start, end, first, last) in enumerate(changes):
        here = shift
        if kind == "equal":
            shift = int(_is_later(changes[at : at + 3], before, after))
        yield kind, start - here, end - shift, first - here, last - shift


def _is_later(changes: Sequence[Change], before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether the last word kept before a gap is rather the last one within it."""
    kinds = [kind for kind, *_ in changes]
    (_, start, end, _, last) = changes[0]
    if kinds != ["equal", "delete", "equal"] or end - start < 2:
        return False
    near, far, given = before[end - 1], before[changes[1][2] - 1], after[last - 1]
    return far.key == given.key and far.text == given.text != near.text


def _changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return what was done to one row of words to get the other."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = SequenceMatcher(
        None, before[start : len(before) - end], after[start : len(after) - end], autojunk=False
    )
    changes: list[Change] = [("equal", 0, start, 0, start)] if start else []
    for kind, *where in middle.get_opcodes():
        first, last, other_first, other_last = (at + start for at in where)
        changes.append((kind, first, last, other_first, other_last))
    if end:
        last, other_last = len(before), len(after)
        changes.append(("equal", last - end, last, other_last - end, other_last))
    return changes
