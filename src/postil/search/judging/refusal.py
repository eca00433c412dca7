"""Refusal: tells quickly of a note that a query cannot hold of it, and never refuses one it does.

To fold the words of a note takes thirty times as long, and of a hundred thousand notes a query
finds a few.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from postil.search.query.plurals import forms
from postil.search.query.terms import terms_of
from postil.search.query.tree import All, AnyOf, Choice, How, Query, Tagged, Words
from postil.text.tag_tree import under


class PlainNote(Protocol):
    """A note as it stands on disk, its words neither cleaned nor folded."""

    @property
    def words(self) -> str:
        """The words of its passage, and its own."""

    @property
    def tags(self) -> Sequence[str]:
        """Its tags."""

    @property
    def colour(self) -> str:
        """The name of its colour."""


Refusal = Callable[[PlainNote], bool]
"""Tells of a note that a query does not hold of it."""


def refusal(query: Query) -> Refusal | None:
    """Return what refuses notes for a query; None where it could refuse none."""
    match query:
        case All(parts):
            found = [one for part in parts if (one := refusal(part)) is not None]
            if not found:
                return None
            return lambda note: any(one(note) for one in found)
        case AnyOf(parts):
            each = [refusal(part) for part in parts]
            sure = [one for one in each if one is not None]
            if len(sure) < len(parts):
                return None
            return lambda note: all(one(note) for one in sure)
        case Words(typed, how) if how is not How.FUZZY:
            return _without(typed, how)
        case Tagged(tag):
            return _untagged(tag)
        case Choice("colour", value):
            return lambda note: note.colour != value
        case _:
            return None


def _without(typed: str, how: How) -> Refusal | None:
    """Refuse what has none of the forms of the first word; only of plain text that is certain."""
    first = next(iter(terms_of(typed)), None)
    if first is None or first.run or not first.text.isascii():
        return None
    wanted = (first.text,) if how is How.PREFIX else forms(first.text)

    def refuses(note: PlainNote) -> bool:
        words = note.words
        # A hyphen may cut a word, and what is not plain is folded.
        if not words.isascii() or "-\n" in words or "- " in words:
            return False
        low = words.lower()
        return not any(one in low for one in wanted)

    return refuses


def _untagged(tag: str) -> Refusal:
    known: dict[str, bool] = {}

    def refuses(note: PlainNote) -> bool:
        for one in note.tags:
            if one not in known:
                known[one] = under(one, tag)
            if known[one]:
                return False
        return True

    return refuses
