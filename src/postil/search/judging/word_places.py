"""Finds the places of words in a folded text.

Words are sought as they are, and what stands beside them is looked at: that takes no expression,
whose classes of letters take longer to compile than most texts to go through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from postil.model.values import NamedTuple
from postil.search.judging.expressions import (
    alike,
    begun_by,
    common_beginning,
    expression,
    fuzzy_expression,
)
from postil.search.query.plurals import forms
from postil.search.query.terms import is_letter, terms_of
from postil.search.query.tree import How, Words


class _Sought(NamedTuple):
    """One word of those that are looked for in a row."""

    begin: str
    """What all its forms begin with; not empty."""
    ends: tuple[str, ...] = ("",)
    """What may follow, the longest first; "" for nothing."""
    goes_on: bool = False
    """Whether any letters may follow."""


def word_places(words: Words, key: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a folded text, in order, in code points of it."""
    fuzzy = words.how is How.FUZZY
    if (row := _row(words)) is None:
        found = fuzzy_expression(words, key) if fuzzy else expression(words)
        return (match.span() for match in found.finditer(key))
    if fuzzy:
        near = alike(row[0].begin, key)
        return iter(sorted(place for one in near for place in _in_a_row((_Sought(one),), key)))
    if row[0].goes_on and row[0].begin.isascii():
        return _begun(row[0].begin, key)
    return _in_a_row(row, key)


@lru_cache(maxsize=256)
def _row(words: Words) -> Sequence[_Sought] | None:
    """Return words that can be sought as they are; None for those that take an expression."""
    *before, last = terms_of(words.typed) or (None,)
    if last is None or any(term.run or not term.text[0].isalnum() for term in (*before, last)):
        return None
    if words.how is How.FUZZY:
        return (_Sought(last.text),) if not before else None
    row = [_Sought(term.text) for term in before]
    if words.how is not How.WORD:
        return (*row, _Sought(last.text, goes_on=words.how is How.PREFIX))
    every = sorted(forms(last.text), key=len, reverse=True)
    begin = common_beginning(every)
    ends = tuple(one[len(begin) :] for one in every)
    return (*row, _Sought(begin, ends)) if begin else None


def _begun(begin: str, key: str) -> Iterator[tuple[int, int]]:
    """Yield the words with such a beginning: there are very many where it is but one letter."""
    size = len(key)
    for match in begun_by(begin).finditer(key):
        at, end = match.span()
        if at and is_letter(key[at - 1]):
            continue
        while end < size and is_letter(key[end]):
            end += 1
        yield at, end


def _in_a_row(row: Sequence[_Sought], key: str) -> Iterator[tuple[int, int]]:
    first, *others = row
    size = len(first.begin)
    at = key.find(first.begin)
    while at >= 0:
        end = at + size
        if not at or not is_letter(key[at - 1]):
            stop = _end(first, key, end)
            for one in others:
                if stop >= 0:
                    stop = _next(one, key, stop)
            if stop >= 0:
                end = stop
                yield at, end
        at = key.find(first.begin, end)


def _next(one: _Sought, key: str, at: int) -> int:
    """Return where a word ends that comes next behind a place; -1 where another one does."""
    while at < len(key) and not key[at].isalnum():
        at += 1
    if is_letter(key[at - 1]) or not key.startswith(one.begin, at):
        return -1
    return _end(one, key, at + len(one.begin))


def _end(one: _Sought, key: str, at: int) -> int:
    """Return where a word ends of which the beginning ends here; -1 where it is another word."""
    if one.goes_on:
        while at < len(key) and is_letter(key[at]):
            at += 1
        return at
    for rest in one.ends:
        behind = at + len(rest)
        if key.startswith(rest, at) and not is_letter(key[behind : behind + 1]):
            return behind
    return -1
