"""Compares two wordings of a passage, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from postil.cite.quotation.tokens import Token
from postil.model.values import NamedTuple


class Change(NamedTuple):
    """What became of a row of words: ``before[start:end]`` is now ``after[first:last]``."""

    kind: str
    """As difflib says it: equal, replace, delete or insert."""
    start: int
    end: int
    first: int
    last: int


def diff_words(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Change]:
    """Yield what was done to one wording to get the other; between two changes words are equal.

    Where a word stands before and behind what is left out, the one that is kept is the one that
    the reader has written with the same capitals.
    """
    changes = _changes([one.key for one in before], [one.key for one in after])
    shift = 0
    for at, (kind, start, end, first, last) in enumerate(changes):
        here = shift
        if kind == "equal":
            shift = int(_is_later(changes[at : at + 3], before, after))
        yield Change(kind, start - here, end - shift, first - here, last - shift)


def _is_later(changes: Sequence[Change], before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether the last word kept before a gap is rather the last one within it."""
    kept, *others = changes
    if [one.kind for one in others] != ["delete", "equal"] or kept.end - kept.start < 2:
        return False
    near, far, given = before[kept.end - 1], before[others[0].end - 1], after[kept.last - 1]
    return far.key == given.key and far.text == given.text != near.text


def _changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return the changes; the words that both begin and end with are taken off first: it is quick.

    They are most of a long passage, of which difflib's time grows with the square.
    """
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = SequenceMatcher(
        None, before[start : len(before) - end], after[start : len(after) - end], autojunk=False
    )
    changes = [Change("equal", 0, start, 0, start)] if start else []
    changes += [
        Change(kind, *(at + start for at in where)) for kind, *where in middle.get_opcodes()
    ]
    if end:
        last, other_last = len(before), len(after)
        changes.append(Change("equal", last - end, last, other_last - end, other_last))
    return changes
