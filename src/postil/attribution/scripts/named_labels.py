"""Labels before a colon or an equals sign, in any language: the lexicon's lists hold the words."""

from __future__ import annotations

import re

from postil.lexicon import wordlists
from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

_BEFORE_COLON = lazily(
    r"[\s*•–—-]{0,4}([^\W\d_][^:=\n\[\](){},.;“”\"]{1,24}?)\s{0,2}([:=])\s{0,3}(?=[^\s/])"
)
_IN_BRACKETS = lazily(r"\[([^\[\]\s][^\[\]]{0,15})\]\s{0,2}(?=\S)")
_REACH = 40
"""Code points within which a label ends."""


def source_label(words: str, start: int = 0) -> re.Match[str] | None:
    """Return the label with which words begin that says that a source follows: "Quelle:".

    Its first group is the word, the second the mark behind it.
    """
    return _named(words, start, wordlists.SOURCE_LABELS)


def credit_label(words: str, start: int = 0) -> re.Match[str] | None:
    """Return the label with which words begin that names a picture's or text's maker: "Foto:"."""
    return _named(words, start, wordlists.CREDIT_LABELS)


def bracketed_label(words: str, start: int = 0) -> re.Match[str] | None:
    """Return the label that stands in square brackets by itself, before its source."""
    match = _IN_BRACKETS.match(words, start)
    return match if match and match[1].casefold() in wordlists.SOURCE_LABELS else None


def _named(words: str, start: int, labels: NameList) -> re.Match[str] | None:
    opening = words[start : start + _REACH]
    if ":" not in opening and "=" not in opening:
        return None
    match = _BEFORE_COLON.match(words, start, start + _REACH)
    return match if match and match[1].casefold() in labels else None
