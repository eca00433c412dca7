"""Needs: the words without which a query cannot hold of a text, to be looked for before it is read.

They are a sieve that never misses: who passes is judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from postil.search.query.cut_words import joined_text
from postil.search.query.plurals import forms
from postil.search.query.terms import terms_of
from postil.search.query.tree import About, All, AnyOf, How, Query, Words
from postil.text.fold import fold_letters

Needs = Sequence[Sequence[str]]
"""Folded words; of each sequence one must be in the text."""


def needs_of(query: Query) -> Needs:
    """Return what a note needs in its passage or its own words for a query to hold of it."""
    match query:
        case All(parts):
            return [need for part in parts for need in needs_of(part)]
        case AnyOf(parts):
            each = [needs_of(part) for part in parts]
            return [[word for one in each for word in one[0]]] if all(each) else []
        case Words():
            return _of_words(query)
        case About("note", value):
            return needs_of(value)
        case _:
            return []


def _of_words(words: Words) -> Needs:
    if words.how is How.FUZZY:
        return []
    terms = [term.text for term in terms_of(words.typed)]
    if not terms:
        return [[]]
    *before, last = terms
    ends = forms(last) if words.how is How.WORD else (last,)
    return [*([one] for one in before), ends]


class Sieve:
    """Tells which texts have what a query needs."""

    def __init__(self, needs: Needs) -> None:
        self.needs = needs

    def lets_through(self, key: str) -> bool:
        """Tell whether a text may have it, by its ``key``."""
        return all(any(word in key for word in need) for need in self.needs)

    def may_have(self, text: str) -> bool:
        """Tell whether a text may have it."""
        return self.lets_through(sieve_key(text))


def sieve_key(text: str) -> str:
    """Return what is looked through: the folded text, and behind it with its cut words whole."""
    key = fold_letters(text).key
    joined = joined_text(key)
    return key if joined is None else f"{key}\n{joined.key}"
