"""Hyphens at line ends: whether they parted a word that was too long, or belong to a compound.

The rest of the text tells, where the word stands unbroken; otherwise it is told by its parts.
"""

from __future__ import annotations

import re
from functools import cached_property

from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

SIGNS = "-‐"
"""Hyphens at line ends; the second is the one that typesetters and soft hyphens leave."""

_HYPHENED = NameList("words/hyphened")
_JOINING = NameList("words/joining")
_ENDINGS = NameList("words/endings")
_BEFORE = lazily(r"(?:^|[\s\"“‘'„«(\[—–])((?:[^\W\d_]+['’‐-])*)([^\W\d_]+)[-‐]\Z")
_AFTER = lazily(r"([^\W\d_]+)(?:['’-][^\W\d_]+)*")
_BROKEN = lazily(r"([^\W_]+)[-‐]\n[ \t]*([^\W_]+)")
_WORD = lazily(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LONGEST = 60
"""Code points at the end of a line among which its last word is looked for."""
_LAST = "\u2e7f"
"""Beyond it are letters of scripts that part no words."""
_STEM = 4
"""Letters of a word that may be the first part of a compound."""


class Hyphens:
    """Tells what becomes of hyphens at line ends, by the words of a text."""

    def __init__(self, text: str, *, soft: bool = False) -> None:
        """Take the text in which words are looked up; nothing is done before the first hyphen.

        In one whose hyphens are ``soft`` each that a typesetter left is taken out.
        """
        self._text = text
        self._soft = soft

    @cached_property
    def _words(self) -> frozenset[str]:
        whole = _BROKEN.sub(" ", self._text).casefold().replace("‐", "-")
        return frozenset(_WORD.findall(whole))

    @cached_property
    def _parts_words(self) -> bool:
        """Whether words are parted at all: most texts break at the hyphens of compounds alone."""
        for found in _BROKEN.finditer(self._text):
            low, high = found[1].casefold(), found[2].casefold()
            if low + high in self._words or (high in _ENDINGS and low not in self._words):
                return True
        return False

    def joint(self, before: str, after: str) -> tuple[int, str] | None:
        """Return how many signs go at the end of a line, and what stands between it and the next.

        None where the line does not end with the hyphen of a word that goes on.
        """
        if (
            not before[-2:-1].isalnum()
            or not after[:1].isalnum()
            or max(before[-2], after[0]) > _LAST
        ):
            return None
        if before[before.rfind(" ") + 1] in SIGNS:
            return None
        second = _AFTER.match(after)
        if second and second[0].casefold() in _JOINING:
            return None
        first = _BEFORE.search(before[-_LONGEST:])
        if first and second and self._parted(before[-1], first[1], first[2], second):
            return 1, ""
        return 1, "-"

    def _parted(self, sign: str, compound: str, first: str, behind: re.Match[str]) -> bool:
        """Tell whether a word was parted between its first and its second part."""
        second = behind[1]
        if second[0].isupper() and not first.isupper():
            return False
        if self._soft and sign == SIGNS[1]:
            return True
        low, high = first.casefold(), second.casefold()
        if low + high in self._words:
            return True
        if behind[0].startswith(f"{second}-"):
            return False
        if f"{low}-{high}" in self._words or (compound and sign == SIGNS[0]):
            return False
        if sign == SIGNS[1]:
            return True
        if low in _HYPHENED or not self._parts_words:
            return False
        known = len(low) >= _STEM and low in self._words
        return not known or high in _ENDINGS or (high not in self._words and len(high) < _STEM)
