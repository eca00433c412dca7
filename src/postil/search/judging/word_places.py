"""Finds the places of words in a folded text.

A single word, which is what most people look for, is sought as it is, and what stands beside it is
looked at: that takes no expression, whose classes of letters take longer to compile than most
texts to go through.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from postil.model.values import NamedTuple
from postil.search.judging.expressions import common_beginning, expression, fuzzy_expression
from postil.search.query.plurals import forms
from postil.search.query.terms import is_letter, terms_of
from postil.search.query.tree import How, Words


class _Single(NamedTuple):
    """A word that is looked for alone."""

    begin: str
    """What all its forms begin with; not empty."""
    ends: tuple[str, ...]
    """What may follow, the longest first; "" for nothing."""
    goes_on: bool
    """Whether any letters may follow."""


def word_places(words: Words, key: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a folded text, in order, in code points of it."""
    if (single := _single(words)) is not None:
        yield from _alone(single, key)
        return
    fuzzy = words.how is How.FUZZY
    found = fuzzy_expression(words, key) if fuzzy else expression(words)
    for match in found.finditer(key):
        yield match.span()


@lru_cache(maxsize=256)
def _single(words: Words) -> _Single | None:
    terms = terms_of(words.typed)
    if len(terms) != 1 or terms[0].run or words.how is How.FUZZY:
        return None
    word = terms[0].text
    if words.how is not How.WORD:
        return _Single(word, ("",), words.how is How.PREFIX)
    every = sorted(forms(word), key=len, reverse=True)
    begin = common_beginning(every)
    ends = tuple(one[len(begin) :] for one in every)
    return _Single(begin, ends, goes_on=False) if begin else None


def _alone(word: _Single, key: str) -> Iterator[tuple[int, int]]:
    begin, size = word.begin, len(word.begin)
    at = key.find(begin)
    while at >= 0:
        end = at + size
        if not at or not is_letter(key[at - 1]):
            if word.goes_on:
                while end < len(key) and is_letter(key[end]):
                    end += 1
                yield at, end
            else:
                for rest in word.ends:
                    behind = end + len(rest)
                    if key.startswith(rest, end) and not is_letter(key[behind : behind + 1]):
                        end = behind
                        yield at, end
                        break
        at = key.find(begin, end)
