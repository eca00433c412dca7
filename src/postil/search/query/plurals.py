"""Plurals of English words: what stands in a text for the word that was typed, and back.

The rules are those of ordinary grammar; a form that no text has does no harm.
"""

from __future__ import annotations

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "wife": "wives", "knife": "knives", "wolf": "wolves",
    "half": "halves", "shelf": "shelves", "thief": "thieves", "loaf": "loaves", "leaf": "leaves",
    "calf": "calves", "elf": "elves", "self": "selves", "ox": "oxen", "index": "indices",
    "matrix": "matrices", "vertex": "vertices", "criterion": "criteria",
    "phenomenon": "phenomena", "analysis": "analyses", "crisis": "crises", "thesis": "theses",
    "basis": "bases", "hypothesis": "hypotheses",
}  # fmt: skip
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}

_NO_PLURAL = frozenset(
    [
        "across",
        "always",
        "besides",
        "does",
        "goes",
        "has",
        "news",
        "perhaps",
        "plus",
        "this",
        "thus",
        "towards",
        "was",
        "yes",
    ]
)
"""Words with an s at the end that are no plural of the word without it."""

_SHORTEST = 3
_HISSING = ("s", "x", "z", "ch", "sh")


def forms(word: str) -> tuple[str, ...]:
    """Return a folded word and its singular or plural, the word first."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()) or word in _NO_PLURAL:
        return (word,)
    singulars = [word, *_singulars(word)]
    found = [*singulars, *(plural for one in singulars for plural in _plurals(one))]
    return tuple(dict.fromkeys(one for one in found if one == word or one not in _NO_PLURAL))


def _singulars(word: str) -> list[str]:
    if word in _SINGULAR:
        return [_SINGULAR[word]]
    if len(word) <= _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]] if len(word) > 4 else [word[:-1]]
    if word.endswith("es") and word[:-2].endswith((*_HISSING, "o")):
        return [word[:-2], word[:-1]]
    return [word[:-1]]


def _plurals(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith(_HISSING):
        return [word + "es"]
    return [word + "s", word + "es"] if word.endswith("o") else [word + "s"]
