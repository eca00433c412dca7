"""Finds the styles that may be meant by a name that none has."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from postil.text.lazy_regex import lazily

_WORD = lazily(r"[^\W_]+")
_MOST = 3
_LONGEST = 100
"""Code points of a name that is compared; the time grows with them."""


def near_styles(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of the names: those that hold every word typed, or else look like it.

    Of names that hold the words, those that begin with them come first, and short ones.
    """
    known = set(names)
    words = _WORD.findall(name[:_LONGEST].lower())
    holding = (one for one in known if words and all(word in one.lower() for word in words))
    typed = "-".join(words)
    best = sorted(holding, key=lambda one: (not one.lower().startswith(typed), len(one), one))
    return tuple(islice(best, _MOST)) or tuple(get_close_matches(typed, sorted(known), _MOST, 0.7))
