"""Entries: what is indexed of a text, its terms in their order, joined by blanks.

A word that a hyphen cuts at the end of a line stands there in two parts. It is indexed whole
besides, among the words around it, so that a phrase with it is found as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from postil.search.query.cut_words import joined_text
from postil.search.query.terms import set_apart, spans_in, terms_in
from postil.text.fold import fold_letters
from postil.text.lazy_regex import lazily

LONGEST = 200
"""Code points of a term that are indexed; tantivy drops terms beyond 64 KiB."""

_TOO_LONG = lazily(rf"\S{{{LONGEST + 1}}}")

IN_A_ROW = 8
"""Terms that are asked for in a row at most, and indexed on either side of a word made whole."""


def entries(text: str) -> list[str]:
    """Return what is indexed of a text: all of it, then what stands around words made whole."""
    key = fold_letters(text).key
    found = [_all(key)]
    joined = joined_text(key)
    if joined is not None:
        found += _around(joined.key, list(joined.cuts))
    return found


def _all(key: str) -> str:
    """Return all terms of a folded text in a row."""
    if (found := set_apart(key)) is None:
        return " ".join(map(shortened, terms_in(key)))
    return found if _TOO_LONG.search(found) is None else " ".join(map(shortened, found.split()))


def shortened(term: str) -> str:
    """Return a term as it is indexed."""
    return term[:LONGEST]


def _around(key: str, cuts: list[int]) -> Iterator[str]:
    """Yield the terms around each cut, those of neighbours together."""
    spans = spans_in(key)
    starts = [start for start, _ in spans]
    first = last = -1
    for cut in cuts:
        begin = bisect_right(starts, cut - 1) - 1 - IN_A_ROW
        end = bisect_right(starts, cut) + IN_A_ROW
        if begin > last >= 0:
            yield _row(key, spans[max(first, 0) : last])
            first = begin
        elif last < 0:
            first = begin
        last = end
    yield _row(key, spans[max(first, 0) : last])


def _row(key: str, spans: list[tuple[int, int]]) -> str:
    return " ".join(shortened(key[start:end]) for start, end in spans)
