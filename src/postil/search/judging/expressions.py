"""Expressions that find the words of a query in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from postil.search.query.near_words import one_apart
from postil.search.query.plurals import forms
from postil.search.query.terms import (
    INDIC,
    LETTER,
    LETTERS,
    NO_LETTER_BEFORE,
    NO_LETTER_BEHIND,
    Term,
    terms_in,
    terms_of,
)
from postil.search.query.tree import How, Words

_BETWEEN = r"[\W_]*"
"""What may stand between two words in a row: anything that is no word."""
_BLANKS = r"\s*"
_NOWHERE = r"(?!)"
_MORE_LATIN = r"[0-9a-z]{0,60}"


@lru_cache(maxsize=256)
def expression(words: Words) -> re.Pattern[str]:
    """Return what finds words that are not fuzzy in a folded text."""
    terms = terms_of(words.typed)
    if not terms:
        return re.compile(_NOWHERE)
    last = len(terms) - 1
    found = [_one(term, words.how if at == last else How.PHRASE) for at, term in enumerate(terms)]
    return re.compile(_in_a_row(terms, found))


def fuzzy_expression(words: Words, key: str) -> re.Pattern[str]:
    """Return what finds fuzzy words in this folded text, each one letter off at most."""
    terms = terms_of(words.typed)
    if not terms:
        return re.compile(_NOWHERE)
    there = set(terms_in(key))
    found = []
    for term in terms:
        near = [term.text] if term.run else _alike(term.text, there)
        if not near:
            return re.compile(_NOWHERE)
        found.append(_either(near, letters=not term.run))
    return re.compile(_in_a_row(terms, found))


@lru_cache(maxsize=64)
def begun_by(begin: str) -> re.Pattern[str]:
    """Return what finds words with such a beginning, of Latin letters and figures all of them.

    What stands before, and behind the first sixty, may be letters all the same.
    """
    return re.compile(f"{begin}(?<![0-9a-z]{begin})" + _MORE_LATIN)


def alike(term: str, key: str) -> list[str]:
    """Return the words of a folded text that are one letter off at most."""
    return _alike(term, set(terms_in(key)))


def _alike(term: str, there: Iterable[str]) -> list[str]:
    return [one for one in there if one_apart(term, one)]


def _one(term: Term, how: How) -> str:
    if term.run:
        return re.escape(term.text)
    if how is How.PREFIX:
        return f"{_begun(term.text)}(?:{LETTERS})?"
    return _either(forms(term.text) if how is How.WORD else (term.text,), letters=True)


def _either(words: Iterable[str], *, letters: bool) -> str:
    # The longest first: the boundary behind decides all the same, but sooner.
    either = sorted(words, key=len, reverse=True)
    if not letters:
        return f"(?:{'|'.join(map(re.escape, either))})"
    begin = common_beginning(either)
    ends = "|".join(re.escape(word[len(begin) :]) for word in either)
    return f"{_begun(begin)}(?:{ends}){NO_LETTER_BEHIND}"


def _begun(word: str) -> str:
    """Return what finds the beginning of a word; letters first, which are found the fastest."""
    if not word:
        return NO_LETTER_BEFORE
    letters = re.escape(word)
    return f"{letters}(?<!{LETTER}{letters})(?<!{INDIC}{letters})"


def _in_a_row(terms: list[Term], found: list[str]) -> str:
    parts = []
    for at, (term, one) in enumerate(zip(terms, found, strict=True)):
        parts.append(("" if at == 0 else _BLANKS if term.joined else _BETWEEN) + one)
    return "".join(parts)


def common_beginning(words: list[str]) -> str:
    """Return the letters with which all words begin."""
    first, last = min(words), max(words)
    size = 0
    while size < len(first) and first[size] == last[size]:
        size += 1
    return first[:size]
