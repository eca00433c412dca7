"""Words that differ from another by one letter: added, left out, changed, or two swapped."""

from __future__ import annotations


def one_apart(word: str, other: str) -> bool:
    """Tell whether two words are equal or one such step apart (Damerau, optimal alignment)."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = 0
    while at < len(shorter) and shorter[at] == longer[at]:
        at += 1
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    if shorter[at + 1 :] == longer[at + 1 :]:
        return True
    swapped = shorter[at + 1 : at + 2] == longer[at] and longer[at + 1 : at + 2] == shorter[at]
    return swapped and shorter[at + 2 :] == longer[at + 2 :]
