"""Models of languages: how probable each of their letters is beside those of ASCII.

The probability of a letter falls with its rank, as Zipf's law has it; that is near enough to tell
languages, and needs no counting of other people's texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log2

from postil.model.values import NamedTuple

NEVER = -16.0
"""Of a letter that the language does not have, in bits."""
_CAPITAL = 4.0
"""Bits by which a capital is rarer."""
_SOFT = 3
"""Ranks among which letters are about as frequent."""
_FAR = {"simplified", "traditional", "japanese", "korean"}
"""Groups of scripts that have far more letters than are listed."""
_SHARE = 0.8
"""Share of a text in such a script that the listed letters are."""


class Model(NamedTuple):
    """A language as it is written."""

    language: str
    group: str
    letters: Mapping[str, float]
    """The logarithm to base 2 of the probability of each letter."""
    words: frozenset[str]
    """Frequent ones, in small letters."""
    wide: bool
    """Its script has thousands of letters."""


@cache
def models() -> Mapping[str, tuple[Model, ...]]:
    """Return the models of each group of encodings."""
    found: dict[str, list[Model]] = {}
    text = (files(__package__) / "languages.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        language, group, letters, words = (part.strip() for part in line.split("|"))
        wide = group in _FAR
        model = Model(language, group, _letters(letters, wide=wide), frozenset(words.split()), wide)
        found.setdefault(group, []).append(model)
    return {group: tuple(those) for group, those in found.items()}


def _letters(written: str, *, wide: bool) -> Mapping[str, float]:
    letters = dict.fromkeys(written)
    weights = [1 / (rank + (12 if wide else _SOFT)) for rank in range(len(letters))]
    share = _SHARE if wide else 1.0
    whole = sum(weights) / share
    found: dict[str, float] = {}
    for letter, weight in zip(letters, weights, strict=True):
        probability = log2(weight / whole)
        found.setdefault(letter, probability)
        capital = letter.upper()
        if len(capital) == 1:
            found.setdefault(capital, probability - _CAPITAL)
    return found
