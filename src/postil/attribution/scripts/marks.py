"""Marks and digits of other scripts, brought to those of Latin one by one: no offset moves."""

from __future__ import annotations

import unicodedata
from functools import cache

from postil.text.lazy_regex import lazily

_BRACKETS = {
    "（": "(",
    "）": ")",
    "【": "[",
    "】": "]",
    "［": "[",
    "］": "]",
    "〔": "[",
    "〕": "]",
}
_MARKS = {
    "：": ":",
    "＝": "=",
    "，": ",",
    "、": ",",
    "،": ",",
    "；": ";",
    "؛": ";",
    "／": "/",
    "《": "『",
    "》": "』",
    "〈": "「",
    "〉": "」",
}
_ZEROS = ("٠", "۰", "०", "০", "๐", "０")
"""The noughts of the scripts whose digits are read; the other nine follow each."""

_EASTERN = lazily(r"[\u3005-\u9fff\uac00-\ud7a3]")
_ALL_SIGNS = lazily(
    "[" + "".join([*_BRACKETS, *_MARKS, *(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)]) + "]"
)
_ROUND_AND_SQUARE = str.maketrans(_BRACKETS)


@cache
def _all() -> dict[int, str]:
    digits = {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
    return {**dict(str.maketrans(_BRACKETS)), **dict(str.maketrans(_MARKS)), **digits}


def with_latin_brackets(text: str) -> str:
    """Return a text whose brackets are those of Latin; it is as long as before."""
    # Most text has none, which is found sooner than a copy is made.
    if text.isascii() or not any(map(text.__contains__, _BRACKETS)):
        return text
    return text.translate(_ROUND_AND_SQUARE)


def with_latin_marks(text: str) -> str:
    """Return a text whose brackets, commas, colons and digits are Latin; it is as long as before.

    | text                   | result               |
    |------------------------|----------------------|
    | （出典：港湾、2019年） | (出典:港湾,2019年)   |
    | 《渡口旧事》           | 『渡口旧事』         |
    | ٣ مايو ٢٠١٤            | 3 مايو 2014          |
    """
    return text if _is_plain(text) else text.translate(_all())


def _is_plain(text: str) -> bool:
    return text.isascii() or _ALL_SIGNS.search(text) is None


def is_eastern(text: str) -> bool:
    """Tell whether more than half of the letters of a text are Chinese, Japanese or Korean."""
    if text.isascii() or not _EASTERN.search(text):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(map(_is_eastern_letter, letters)) > len(letters)


def _is_eastern_letter(letter: str) -> bool:
    return "\u3005" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3"


def is_caseless(word: str) -> bool:
    """Tell whether a word is of a script that has no capitals, such as Arabic or Thai."""
    return bool(word) and all(
        unicodedata.category(letter) in ("Lo", "Lm", "Mn", "Mc") for letter in word
    )
