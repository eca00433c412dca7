"""The language that a text is in, by its letters, and by its frequent words where they are many's.

A guess for programs that read aloud, hyphenate or check an exported page; nobody is told of it.
"""

from __future__ import annotations

from collections import Counter

from postil.document.bytes.guess.models import models
from postil.text.lazy_regex import lazily

_SAMPLE = 20_000
"""Code points that are looked at."""

_FEW = 3
"""Frequent words of a language without which it is not taken for it."""

_WORD = lazily(r"[^\W\d_]{1,40}")

_SCRIPTS = (
    ("ko", "\uac00", "\ud7a3"),
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("th", "\u0e01", "\u0e5b"),
    ("ar", "\u0620", "\u06ff"),
    ("he", "\u05d0", "\u05ea"),
    ("el", "\u0370", "\u03ff"),
    ("hi", "\u0904", "\u097f"),
    ("hy", "\u0531", "\u0587"),
    ("ka", "\u10d0", "\u10ff"),
)
"""Letters that one language has, or one before all others; Japanese before Chinese."""

_FIRST = min(first for _, first, _ in _SCRIPTS)


def language_of(text: str) -> str:
    """Return the language as HTML names it, ``en``; "" where nothing tells."""
    sample = text[:_SAMPLE]
    letters = Counter(
        name
        for sign in ("" if sample.isascii() else sample)
        if sign >= _FIRST
        for name, first, last in _SCRIPTS
        if first <= sign <= last
    )
    if letters:
        name, many = letters.most_common(1)[0]
        if many * 3 > sum(sign.isalpha() for sign in sample):
            # Japanese has more kanji than kana in some texts, Chinese never any kana.
            return "ja" if name == "zh" and letters["ja"] * 20 > many else name
    words = Counter(word.lower() for word in _WORD.findall(sample))
    best, most = "", _FEW - 1
    for group in models().values():
        for model in group:
            found = sum([words[word] for word in model.words if word in words])
            if found > most:
                best, most = model.language, found
    return best
