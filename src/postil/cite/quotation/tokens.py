"""Cuts a text into the words that two wordings of it are compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

ELLIPSIS = "…"
"""The sign for words that are left out."""

PARAGRAPHS = lazily(r"\n{2,}")
"""What is between two paragraphs."""

Kind = Literal["word", "own", "dots"]

_BRACKETED = r"\[[^\[\]\n]{0,300}\]"
_ONE_BRACKETED = lazily(_BRACKETED)
_DOTS = r"(?:…|\.(?:\s?\.){2,3})"
_EAST = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts that put no blanks between words: each is compared by itself."""

_TOKEN = lazily(
    rf"(?P<dots>\[\s*{_DOTS}\s*\]|{_DOTS})"
    rf"|(?P<own>[\w’']*(?:{_BRACKETED}[\w’']*)+)"
    rf"|(?P<word>[{_EAST}]|(?:(?!{_DOTS})[^\s—–…\[\]{_EAST}])+)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, words in brackets, or an ellipsis."""

    start: int
    end: int
    text: str
    kind: Kind
    key: str
    """What is the same in two wordings of one word."""

    @property
    def is_claimed(self) -> bool:
        """Whether who writes it gives it as the words of the passage: it is not in brackets."""
        return self.kind == "word" or (self.kind == "own" and not self.key.startswith("["))


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text; what is between them is punctuation and blanks."""
    for match in _TOKEN.finditer(text):
        if match["word"] is None:
            kind: Kind = "dots" if match["dots"] is not None else "own"
            key = ELLIPSIS if kind == "dots" else _key(match[0])
            yield Token(match.start(), match.end(), match[0], kind, key)
            continue
        start, end = match.span()
        while start < end and _is_punctuation(text[start]):
            start += 1
        while end > start and _is_punctuation(text[end - 1]):
            end -= 1
        if start < end:
            word = text[start:end]
            yield Token(start, end, word, "word", _key(word))


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "P" and sign not in "%&@#§"


def _key(word: str) -> str:
    """Return a word without its case; brackets within it do not count, those around it do."""
    if not _ONE_BRACKETED.fullmatch(word):
        word = word.replace("[", "").replace("]", "")
    return word.casefold().replace("’", "'")
