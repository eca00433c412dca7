"""Title words: what the wording of a line tells about its being a heading."""

from __future__ import annotations

from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

_WORD = lazily(r"[^\W_][\w'’\-./]*")

_SMALL = NameList("titles/small_words")
"""Words that titles write small."""
_DANGLING = NameList("titles/dangling_words")
"""Words after which a sentence goes on, so that no title ends in them."""
_SECTION_TITLES = NameList("titles/section_titles")
"""Titles that stand over parts of many texts, such as "Introduction"."""

_STOPS = ".,;:—–-…”\"'’"
QUOTES = "“‘\"'"
"""Marks that open a quotation."""


def words_in(text: str) -> list[str]:
    """Return the words of a line, with what holds them together."""
    return _WORD.findall(text)


def title_case(words: list[str]) -> float:
    """Return the share of the words that matter which begin with a capital, 0 to 1."""
    if not words:
        return 0
    weighty = [word for word in words if word.lower() not in _SMALL]
    if not weighty:
        return 1 if words[0][0].isupper() else 0
    high = sum(word[0].isupper() or word[0].isdigit() or not word[0].isascii() for word in weighty)
    return high / len(weighty)


def is_capitals(text: str) -> bool:
    """Tell whether the letters are capitals, an odd one aside."""
    letters = [character for character in text if character.isalpha()]
    high = sum(character.isupper() for character in letters)
    return len(letters) >= 3 and high >= 0.95 * len(letters)


def ends_openly(text: str) -> bool:
    """Tell whether no stop ends the line, as none ends a title."""
    return bool(text) and text[-1] not in _STOPS


def ends_in_quotation(text: str) -> bool:
    """Tell whether the line closes a quotation that it did not begin with."""
    return text[-1] in "”\"'’" and text[-2:-1].isalnum() and text[0] not in QUOTES


def is_quotation(text: str) -> bool:
    """Tell whether the line is a quotation of a few words, without a stop, and nothing else."""
    pair = text[:1] + text[-1:]
    return pair in ("“”", "‘’", '""') and text[-2].isalnum() and text.count(text[-1]) <= 2


def is_small(word: str) -> bool:
    """Tell whether titles write this word small."""
    return word.lower() in _SMALL


def dangles(words: list[str]) -> bool:
    """Tell whether the last word leaves its sentence open."""
    return bool(words) and words[-1].lower() in _DANGLING


def is_known(text: str) -> bool:
    """Tell whether a line is the usual title of a section, such as "Introduction"."""
    return text.lower().rstrip(":") in _SECTION_TITLES


def is_half_quotation(text: str) -> bool:
    """Tell whether the line opens a quotation and does not close it."""
    return text[0] in '“"‘' and text.count("“") + text.count('"') == 1
